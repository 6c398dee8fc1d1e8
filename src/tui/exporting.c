// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/exporting.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "shoroku/base/file.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/paths.h"
#include "shoroku/base/process.h"
#include "tui/session.h"
#include "tui/terminal.h"

// The name without blanks at its ends; the caller frees it.
static char *
trim(const char *text)
{
	const char *start = text + strspn(text, " ");
	size_t length = strlen(start);

	while (length && start[length - 1] == ' ')
		length--;
	return memory_strndup(start, length);
}

static int
find_format(const char *path, const struct format **format, struct error *err)
{
	struct strbuf endings;

	*format = format_of_file(path);
	if (*format)
		return 0;
	strbuf_init(&endings);
	for (size_t i = 0; i < format_count(); i++)
		strbuf_addf(&endings, " .%s", format_extension(format_at(i)));
	error_set(err, ERROR_USAGE, _("the name says the format by its end:%s"), endings.data);
	strbuf_release(&endings);
	return -1;
}

// Whether the file may be written: it is not there, or its name was given twice.
static int
may_replace(struct taking *taking, const char *path, struct error *err)
{
	bool again = taking->replaced && !strcmp(taking->replaced, path);

	free(taking->replaced);
	taking->replaced = NULL;
	if (again || access(path, F_OK))
		return 0;
	taking->replaced = memory_strdup(path);
	return error_set(err, ERROR_USAGE, _("%s is there already; Enter once more replaces it"),
			 path);
}

static int
write_file(struct session *session, const char *path, const struct format *format,
	   struct error *err)
{
	taking_ids ids = {0};
	struct strbuf text;
	size_t papers = 0;
	int result;

	strbuf_init(&text);
	taking_find(session, true, &ids);
	result = taking_write(session, &ids, format, &text, &papers, err);
	if (!result)
		result = file_replace(path, text.data, text.length, err);
	if (!result)
		session_say(session,
			    ngettext("%zu paper written to %s", "%zu papers written to %s", papers),
			    papers, path);
	strbuf_release(&text);
	vec_release(&ids);
	return result;
}

int
exporting_write(struct session *session, const char *name, struct error *err)
{
	const struct format *format = NULL;
	char *trimmed = trim(name);
	char *path = paths_expand_home(trimmed);
	int result = -1;

	if (!path)
		error_set(err, ERROR_USAGE, _("HOME is not set"));
	else if (!find_format(path, &format, err) && !may_replace(&session->taking, path, err))
		result = write_file(session, path, format, err);
	free(path);
	free(trimmed);
	return result;
}

static unsigned
accept_file(struct session *session, const char *text, bool *failed, size_t *failed_at)
{
	struct error err;

	*failed_at = strlen(text);
	*failed = exporting_write(session, text, &err) != 0;
	if (*failed)
		session_complain(session, &err);
	return REACT_REDRAW;
}

static const struct prompt_kind paper_prompt = {.label = N_("write the paper to:"),
						.accept = accept_file};
static const struct prompt_kind selected_prompt = {.label = N_("write the selected papers to:"),
						   .accept = accept_file};
static const struct prompt_kind list_prompt = {.label = N_("write all papers here to:"),
					       .accept = accept_file};

void
exporting_ask(struct session *session)
{
	bool in_list = session_in_list(session);

	prompt_open(&session->prompt, !in_list			  ? &paper_prompt
				      : session->chosen.ids.count ? &selected_prompt
								  : &list_prompt);
}

// The terminal is the program's. What it wrote there stays to be read until a key, unless it is one that draws
// and has shown it already.
static void
run_command(struct session *session)
{
	struct taking *taking = &session->taking;
	struct error err;

	if (process_run_fed(taking->command, taking->piped.data, taking->piped.length, &err))
		session_complain(session, &err);
	if (!opening_draws(session, taking->command))
		terminal_wait_for_key(_("Any key goes back to the papers."));
	free(taking->command);
	taking->command = NULL;
	strbuf_release(&taking->piped);
}

int
exporting_pipe(struct session *session, const char *command, struct error *err)
{
	struct taking *taking = &session->taking;
	taking_ids ids = {0};
	size_t papers;
	int result;

	if (process_check(command, err))
		return -1;
	strbuf_clear(&taking->piped);
	taking_find(session, false, &ids);
	result = taking_write(session, &ids, format_find("text"), &taking->piped, &papers, err);
	vec_release(&ids);
	if (result)
		return -1;
	free(taking->command);
	taking->command = memory_strdup(command);
	session->outside = run_command;
	return 0;
}

static unsigned
accept_command(struct session *session, const char *text, bool *failed, size_t *failed_at)
{
	struct error err;

	*failed_at = 0;
	*failed = exporting_pipe(session, text, &err) != 0;
	if (*failed)
		session_complain(session, &err);
	else
		recall_add(session, &session->piped_to, text);
	return REACT_REDRAW;
}

static bool
recall_command(struct session *session, size_t back, struct strbuf *out)
{
	return recall_get(session, &session->piped_to, back, out);
}

static const struct prompt_kind command_prompt = {
    .label = "|", .accept = accept_command, .recall = recall_command};

void
exporting_ask_command(struct session *session)
{
	prompt_open(&session->prompt, &command_prompt);
}
