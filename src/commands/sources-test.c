// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources-test.h"

#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"
#include "shoroku/work/source-try.h"
#include "shoroku/work/sources.h"
#include "shoroku/work/user-labels.h"
#include "shoroku/work/web-settings.h"

#include "import-plan.h"

static void
say_request(void *context, const char *url)
{
	const struct app *app = context;

	if (!app->quiet)
		command_common_printf(stderr, _("asking for %s\n"), url);
}

static void
say_missing(void *context, const char *url, date_day date)
{
	const struct app *app = context;
	char text[DATE_TEXT_SIZE];

	(void)url;
	date_format(date, text);
	if (!app->quiet)
		command_common_printf(stderr, _("%s is not there\n"), text);
}

static void
show_planned(void *context, const char *name, const struct digest *digest, const char *reader)
{
	(void)context;
	command_import_plan_print(name, digest, reader);
}

static int
read_date(const struct app *app, const char *text, date_day *date, struct error *err)
{
	struct date_range range = {DATE_NONE, DATE_NONE};

	if (text && date_parse(text, app->today, &range, err))
		return -1;
	if (range.first != range.last)
		return error_set(err, ERROR_USAGE, _("'%s' is no single day"), text);
	*date = range.first;
	return 0;
}

static int
try(const struct app *app, const struct source *source, date_day date, struct error *err)
{
	struct labels *labels = user_labels_read(app, command_common_complain, NULL);
	struct http_options http = {0};
	struct app speaker = *app;
	struct arena arena;
	struct source_try options = {
	    .date = date,
	    .today = app->today,
	    .labels = labels,
	    .http = &http,
	    .asks = say_request,
	    .missing = say_missing,
	    .planned = show_planned,
	    .context = &speaker,
	};
	int result;

	arena_init(&arena);
	result = web_settings_read(app, &arena, &http, err);
	if (!result)
		result = source_try(source, &options, err);
	arena_release(&arena);
	labels_free(labels);
	return result;
}

int
command_sources_test(const struct app *app, const char *name, const char *date)
{
	struct sources sources;
	struct source source;
	struct arena arena;
	struct error err;
	date_day day = DATE_NONE;
	int code = 0;

	sources_init(&sources);
	arena_init(&arena);
	(void)sources_read(app, &sources, command_common_complain, NULL);
	if (sources_find(&sources, name, &arena, &source, &err) ||
	    read_date(app, date, &day, &err) || try(app, &source, day, &err))
		code = command_common_fail(&err);
	arena_release(&arena);
	sources_release(&sources);
	return code;
}
