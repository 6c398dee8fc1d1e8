// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/user-labels.h"

#include <stdint.h>

#include "shoroku/base/i18n.h"
#include "shoroku/config/language.h"

struct reading {
	struct labels *labels;
	bool mistaken; // the line that is complained of is a label's
	void (*complain)(void *context, const char *sentence);
	void *context;
};

static int
run_label(void *context, char *const *arguments, size_t count, size_t *bad, struct error *err)
{
	struct reading *reading = context;

	(void)count;
	*bad = 1;
	reading->mistaken =
	    labels_add(reading->labels, arguments[0], arguments[1], arguments[2], err) != 0;
	return reading->mistaken ? -1 : 0;
}

// Other commands are unknown here, and no mistakes.
static void
pass_on(void *context, const char *sentence)
{
	struct reading *reading = context;

	if (reading->mistaken)
		reading->complain(reading->context, sentence);
	reading->mistaken = false;
}

struct labels *
user_labels_read(const struct app *app, void (*complain)(void *context, const char *sentence),
		 void *context)
{
	static const struct config_command commands[] = {
	    {"label", "LANG TEXT ROLE", N_("Say what a printed label means"), 3, 3, run_label}};
	struct reading reading = {.labels = labels_new(), .complain = complain, .context = context};
	struct config_language language = {commands, 1, &reading};
	struct error err;
	size_t mistakes;

	if (app->config_file && language_read(&language, app->config_file, app->config_named,
					      pass_on, &reading, &mistakes, &err))
		complain(context, err.text);
	return reading.labels;
}
