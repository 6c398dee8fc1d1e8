// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/commands/common.h"
#include "shoroku/text/clean.h"

#include "commands.h"
#include "mark.h"

struct tag_request {
	struct arena arena;
	struct journal_change *changes;
	size_t change_count;
	const char **entries;
	size_t entry_count;
};

static void
say(const void *context, unsigned long n)
{
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

static int
sort_words(struct tag_request *request, const struct command_arguments *arguments,
	   struct error *err)
{
	for (size_t i = 0; i < arguments->count; i++) {
		const char *word = arguments->words[i];

		if (i < arguments->plain_from && (*word == '+' || *word == '-'))
			add_change(request, word);
		else
			request->entries[request->entry_count++] = word;
	}
	if (!request->change_count)
		return error_set(err, ERROR_USAGE,
				 _("no tag given: +TAG puts one on, -TAG takes it off"));
	if (!request->entry_count)
		return error_set(err, ERROR_USAGE, _("no entry given"));
	return 0;
}

int
command_tag_run(const struct app *app, const struct command_arguments *arguments)
{
	struct tag_request request = {0};
	struct error err;
	int code;

	arena_init(&request.arena);
	request.changes = arena_alloc(&request.arena, arguments->count * sizeof(*request.changes));
	request.entries = arena_alloc(&request.arena, arguments->count * sizeof(*request.entries));
	if (sort_words(&request, arguments, &err))
		code = command_common_fail(&err);
	else
		code = command_mark_apply(app, request.changes, request.change_count,
					  request.entries, request.entry_count, say, NULL);
	arena_release(&request.arena);
	return code;
}
