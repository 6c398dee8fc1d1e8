// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/command-completion.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/words.h"
#include "shoroku/text/fold.h"
#include "tui/command-line.h"
#include "tui/key-preset.h"
#include "tui/search-completion.h"
#include "tui/theme.h"
#include "tui/views.h"

struct completion {
	struct session *session;
	const char *word;
	struct strbuf *candidates;
	struct words before; // the words before it
};

static const char *
word_before(const struct completion *completion, size_t index)
{
	return index < completion->before.list.count ? completion->before.list.items[index].text
						     : "";
}

static bool
is_offered(const struct strbuf *candidates, const char *name)
{
	size_t length = strlen(name);

	for (const char *line = candidates->data; *line;) {
		size_t end = strcspn(line, "\n");

		if (end == length && !strncmp(line, name, length))
			return true;
		line += end + (line[end] == '\n');
	}
	return false;
}

static void
offer(const struct completion *completion, const char *name)
{
	if (!strncmp(name, completion->word, strlen(completion->word)) &&
	    !is_offered(completion->candidates, name))
		strbuf_addf(completion->candidates, "%s%s",
			    completion->candidates->length ? "\n" : "", name);
}

static void
offer_actions(const struct completion *completion, const struct action_table *table)
{
	for (size_t i = 0; i < table->count; i++)
		offer(completion, table->rows[i].name);
}

static void
offer_commands(const struct completion *completion)
{
	const struct view_ops *view = completion->session->view;
	const struct command_line_row *rows;
	const struct config_command *commands;
	size_t count = command_line_rows(&rows);

	for (size_t i = 0; i < count; i++)
		offer(completion, rows[i].name);
	commands = session_commands(&count);
	for (size_t i = 0; i < count; i++)
		offer(completion, commands[i].name);
	for (const struct action_table *const *table = view ? view->tables : NULL; table && *table;
	     table++)
		offer_actions(completion, *table);
	for (const struct action_table *const *table = keymap_anywhere(); *table; table++)
		offer_actions(completion, *table);
}

static void
offer_values(const struct completion *completion, const struct setting_row *row)
{
	for (size_t i = 0; row->type == SETTING_CHOICE && row->choices[i]; i++)
		offer(completion, row->choices[i]);
	if (row->type == SETTING_BOOL) {
		offer(completion, "on");
		offer(completion, "off");
	}
}

static void
complete_set(const struct completion *completion)
{
	const struct setting_row *rows;
	size_t count = session_setting_rows(&rows);

	for (size_t i = 0; i < count; i++) {
		if (completion->before.list.count == 1)
			offer(completion, rows[i].name);
		else if (!strcmp(rows[i].name, word_before(completion, 1)))
			offer_values(completion, &rows[i]);
	}
}

// bind VIEW KEY ACTION
static void
complete_bind(const struct completion *completion)
{
	for (const struct action_table *const *table = keymap_tables(); *table; table++) {
		if (completion->before.list.count == 1)
			offer(completion, (*table)->name);
		else if (completion->before.list.count == 3 &&
			 !strcmp((*table)->name, word_before(completion, 1)))
			offer_actions(completion, *table);
	}
	if (completion->before.list.count == 3)
		offer(completion, "none");
}

static void
complete_color(const struct completion *completion)
{
	const char *name;

	if (completion->before.list.count > 1) {
		for (size_t i = 0; (name = style_color_name(i)); i++)
			offer(completion, name);
	} else if (!strncmp(completion->word, "tag:", 4)) {
		search_completion_find(completion->session, completion->word,
				       completion->candidates);
	} else {
		for (int role = 0; role < STYLE_NAMED; role++)
			offer(completion, style_role_name((enum style_role)role));
	}
}

static void
complete_theme(const struct completion *completion)
{
	for (size_t i = 0; theme_name(i); i++)
		offer(completion, theme_name(i));
}

static void
complete_keys(const struct completion *completion)
{
	for (size_t i = 0; key_preset_name(i); i++)
		offer(completion, key_preset_name(i));
}

static void
complete_tag(const struct completion *completion)
{
	const char *word = completion->word;
	const char sign[] = {*word == '+' || *word == '-' ? *word : '+', '\0'};
	char *wanted;

	if (completion->before.list.count > 1 && *word != '+' && *word != '-') {
		search_completion_find(completion->session, word, completion->candidates);
		return;
	}
	wanted = fold_string(word + (*word == *sign));
	search_completion_tags(completion->session, sign, wanted, words_quote,
			       completion->candidates);
	free(wanted);
}

static void
complete_rename(const struct completion *completion)
{
	char *wanted = fold_string(completion->word + (*completion->word == '"'));

	search_completion_tags(completion->session, "", wanted, words_quote,
			       completion->candidates);
	free(wanted);
}

static void
complete_sort(const struct completion *completion)
{
	for (int order = 0; order < ROSTER_BY_RELEVANCE; order++)
		offer(completion, roster_order_name((enum roster_order)order));
}

static void
complete_argument(const struct completion *completion)
{
	static const struct {
		const char *command;
		void (*complete)(const struct completion *completion);
	} table[] = {
	    {"set", complete_set},     {"bind", complete_bind},	    {"color", complete_color},
	    {"tag", complete_tag},     {"rename", complete_rename}, {"sort", complete_sort},
	    {"theme", complete_theme}, {"keys", complete_keys},
	};
	static const char *const queries[] = {"fav", "open", "read", "rate", "saved", "search"};
	const char *command = word_before(completion, 0);

	for (size_t i = 0; i < ARRAY_LENGTH(table); i++) {
		if (!strcmp(table[i].command, command))
			table[i].complete(completion);
	}
	for (size_t i = 0; i < ARRAY_LENGTH(queries); i++) {
		if (!strcmp(queries[i], command))
			search_completion_find(completion->session, completion->word,
					       completion->candidates);
	}
}

void
command_completion_find(struct session *session, const char *word, struct strbuf *candidates)
{
	const struct prompt *prompt = &session->prompt;
	struct completion completion = {.session = session, .word = word, .candidates = candidates};
	struct arena arena;
	struct error ignored;

	arena_init(&arena);
	words_init(&completion.before);
	// What is no command language, such as a query's lone quote, has no words to go by.
	if (words_split(&completion.before,
			arena_strndup(&arena, prompt->text.data, prompt->word_start), &ignored))
		search_completion_find(session, word, candidates);
	else if (!completion.before.list.count)
		offer_commands(&completion);
	else
		complete_argument(&completion);
	words_release(&completion.before);
	arena_release(&arena);
}
