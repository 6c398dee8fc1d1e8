// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdlib.h>
#include <string.h>

#include "shoroku/archive/selection.h"
#include "shoroku/archive/tags.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/commands/common.h"
#include "shoroku/text/clean.h"

#include "mark.h"

#define TAG_RENAME COMMAND_MARK_COMMON

const struct command_option command_tag_options[4] = {
    [COMMAND_MARK_QUERY] = {"query", NULL, N_("the words are a query, whatever they look like")},
    [COMMAND_MARK_MANY] = {"many", NULL, N_("mark more than 1000 papers that a query finds")},
    [COMMAND_MARK_DRY_RUN] = {"dry-run", NULL, N_("say how many papers that is, and mark none")},
    [TAG_RENAME] = {"rename", NULL, N_("give all papers with the tag OLD the tag NEW instead")},
};

struct tag_request {
	struct arena arena;
	struct journal_change *changes;
	size_t change_count;
	const char **words;
	size_t word_count;
};

static void
say(const void *context, const struct journal_report *report)
{
	unsigned long n = (unsigned long)report->changed;

	(void)context;
	command_common_printf(stdout, ngettext("%lu tag changed\n", "%lu tags changed\n", n), n);
}

// "+TAG" or "-TAG". What is typed is cleaned like all text, so that a tag is stored in NFC.
static void
add_change(struct tag_request *request, const char *word)
{
	struct journal_change *change = &request->changes[request->change_count++];
	struct strbuf field;

	strbuf_init(&field);
	strbuf_add_string(&field, "tag:");
	clean_append(&field, word + 1, strlen(word + 1), CLEAN_LINE);
	change->field = arena_strdup(&request->arena, field.data);
	change->value = *word == '+' ? "1" : NULL;
	strbuf_release(&field);
}

// A query may have signs of its own, in its fields and after its first word.
static int
sort_words(struct tag_request *request, const struct command_arguments *arguments,
	   struct error *err)
{
	bool in_query = false;

	for (size_t i = 0; i < arguments->count; i++) {
		const char *word = arguments->words[i];
		bool sign = i < arguments->plain_from && (*word == '+' || *word == '-');

		in_query |= selection_is_query(word) && *word != '+';
		in_query |= arguments->values[COMMAND_MARK_QUERY] && !sign;
		if (sign && !in_query)
			add_change(request, word);
		else
			request->words[request->word_count++] = word;
	}
	if (!request->change_count)
		return error_set(err, ERROR_USAGE,
				 _("no tag given: +TAG puts one on, -TAG takes it off"));
	if (!request->word_count)
		return error_set(err, ERROR_USAGE, _("no entry given"));
	return 0;
}

static int
mark(const struct app *app, const struct command_arguments *arguments)
{
	struct tag_request request = {0};
	struct command_mark mark;
	struct error err;
	int code;

	arena_init(&request.arena);
	request.changes = arena_alloc(&request.arena, arguments->count * sizeof(*request.changes));
	request.words = arena_alloc(&request.arena, arguments->count * sizeof(*request.words));
	if (sort_words(&request, arguments, &err)) {
		code = command_common_fail(&err);
	} else {
		mark = (struct command_mark){
		    .changes = request.changes,
		    .change_count = request.change_count,
		    .words = request.words,
		    .word_count = request.word_count,
		    .options = arguments->values,
		    .say = say,
		};
		code = command_mark_apply(app, &mark);
	}
	arena_release(&request.arena);
	return code;
}

static int
rename_in(struct archive *archive, const char *const *names, struct journal_report *report,
	  struct error *err)
{
	char *from = clean_string(names[0], strlen(names[0]), CLEAN_LINE);
	char *to = clean_string(names[1], strlen(names[1]), CLEAN_LINE);
	struct arena arena;
	int result;

	arena_init(&arena);
	result = tags_rename(archive, &arena, from, to, report, err);
	arena_release(&arena);
	free(from);
	free(to);
	return result;
}

static int
rename_tag(const struct app *app, const struct command_arguments *arguments)
{
	struct journal_report report;
	struct archive *archive;
	struct error err;
	int result;

	if (arguments->count != 2) {
		error_set(&err, ERROR_USAGE, _("--rename takes two tags: OLD NEW"));
		return command_common_fail(&err);
	}
	archive = command_mark_open(app, &err);
	if (!archive)
		return command_common_fail(&err);
	result = rename_in(archive, arguments->words, &report, &err);
	archive_close(archive);
	if (result)
		return command_common_fail(&err);
	if (!app->quiet)
		command_common_printf(stdout,
				      ngettext("renamed on %d paper\n", "renamed on %d papers\n",
					       (unsigned)report.papers),
				      report.papers);
	return 0;
}

int
command_tag_run(const struct app *app, const struct command_arguments *arguments)
{
	return arguments->values[TAG_RENAME] ? rename_tag(app, arguments) : mark(app, arguments);
}
