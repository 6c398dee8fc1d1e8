// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/command-line.h"

#include <string.h>

#include "shoroku/archive/selection.h"
#include "shoroku/base/i18n.h"
#include "tui/exporting.h"
#include "tui/linking.h"
#include "tui/marking.h"
#include "tui/views.h"

// What follows a command that marks: options, then what is its own, then maybe a query.
struct request {
	const char *line;
	size_t at;
	bool off;
	bool many;
};

static size_t
skip_blanks(const char *line, size_t at)
{
	return at + strspn(line + at, " ");
}

// The end of the word at a place; blanks between double quotes belong to it.
static size_t
word_end(const char *line, size_t at)
{
	bool quoted = false;

	for (; line[at] && (quoted || line[at] != ' '); at++) {
		if (quoted && line[at] == '\\' && line[at + 1])
			at++;
		else
			quoted ^= line[at] == '"';
	}
	return at;
}

static bool
is_word(const struct request *request, size_t end, const char *word)
{
	size_t length = strlen(word);

	return end - request->at == length && !strncmp(request->line + request->at, word, length);
}

static struct request
read_options(const char *line, size_t offset)
{
	struct request request = {.line = line, .at = skip_blanks(line, offset)};

	for (;;) {
		size_t end = word_end(line, request.at);

		if (is_word(&request, end, "--many"))
			request.many = true;
		else if (is_word(&request, end, "--off"))
			request.off = true;
		else
			return request;
		request.at = skip_blanks(line, end);
	}
}

static int
query_mistake(struct session *session, const char *text, size_t *offset, struct error *err)
{
	struct arena arena;
	struct query query;
	int result;

	arena_init(&arena);
	result = query_parse(&arena, text, session->app->today, false, &query, offset, err);
	arena_release(&arena);
	return result;
}

// A word alone is no query here either: a slip would mark whatever it finds.
static int
check_query(const char *text, struct error *err)
{
	size_t end;

	for (size_t at = skip_blanks(text, 0); text[at]; at = skip_blanks(text, end)) {
		char word[128] = "";
		size_t length;

		end = word_end(text, at);
		length = end - at < sizeof(word) ? end - at : sizeof(word) - 1;
		memcpy(word, text + at, length);
		if (selection_is_query(word))
			return 0;
	}
	return error_set(err, ERROR_USAGE,
			 _("this is no query: it has no field, such as title: or is:unread"));
}

// Marks what the rest of the line finds, or where there is none the selected papers.
static int
mark(struct session *session, const struct request *request, const struct journal_change *changes,
     size_t count, size_t *failed_at, struct error *err)
{
	const char *query = request->line + request->at;
	size_t offset = 0;
	int result;

	*failed_at = request->at;
	if (!*query && !session_has_paper(session))
		return error_set(err, ERROR_NOT_FOUND, _("there is nothing to do that with"));
	if (!*query) {
		marking_apply(session, changes, count);
		return 0;
	}
	result = query_mistake(session, query, &offset, err);
	*failed_at += offset;
	if (result || check_query(query, err))
		return -1;
	marking_query(session, query, request->many, changes, count);
	return 0;
}

static int
mark_flag(struct session *session, const char *field, const char *line, size_t offset,
	  size_t *failed_at, struct error *err)
{
	struct request request = read_options(line, offset);
	struct journal_change change = {NULL, field, request.off ? NULL : "1"};

	return mark(session, &request, &change, 1, failed_at, err);
}

static int
run_fav(struct session *session, const char *line, size_t offset, size_t *failed_at,
	struct error *err)
{
	return mark_flag(session, "favourite", line, offset, failed_at, err);
}

static int
run_read(struct session *session, const char *line, size_t offset, size_t *failed_at,
	 struct error *err)
{
	return mark_flag(session, "read", line, offset, failed_at, err);
}

static int
run_rate(struct session *session, const char *line, size_t offset, size_t *failed_at,
	 struct error *err)
{
	struct request request = read_options(line, offset);
	size_t end = word_end(line, request.at);
	char value[2] = {line[request.at], '\0'};
	struct journal_change change = {NULL, "rating", *value == '0' ? NULL : value};

	*failed_at = request.at;
	if (end - request.at != 1 || *value < '0' || *value > '5')
		return error_set(err, ERROR_USAGE, _("a rating is a number from 0 to 5"));
	request.at = skip_blanks(line, end);
	return mark(session, &request, &change, 1, failed_at, err);
}

// Where the signed words end that are tags: a query may have signs of its own.
static size_t
tags_end(const char *line, size_t at)
{
	while (line[at] == '+' || line[at] == '-') {
		size_t end = word_end(line, at);
		char word[128] = "";

		memcpy(word, line + at, end - at < sizeof(word) ? end - at : sizeof(word) - 1);
		if (*word == '-' && selection_is_query(word) && word[1] != '"')
			break;
		at = skip_blanks(line, end);
	}
	return at;
}

static int
run_tag(struct session *session, const char *line, size_t offset, size_t *failed_at,
	struct error *err)
{
	struct request request = read_options(line, offset);
	size_t start = request.at;
	struct journal_change *changes;
	struct words words;
	struct arena arena;
	char *tags;
	int result;

	request.at = tags_end(line, start);
	words_init(&words);
	arena_init(&arena);
	tags = arena_strndup(&arena, line + start, request.at - start);
	result = words_split(&words, tags, err);
	*failed_at = words.error_offset;
	changes = arena_alloc(&arena, (words.list.count + 1) * sizeof(*changes));
	if (!result && !words.list.count)
		result = error_set(err, ERROR_USAGE,
				   _("no tag given: +TAG puts one on, -TAG takes it off"));
	if (!result)
		result = marking_read_tags(&arena, words.list.items, words.list.count, changes,
					   failed_at, err);
	*failed_at += start;
	if (!result)
		result = mark(session, &request, changes, words.list.count, failed_at, err);
	arena_release(&arena);
	words_release(&words);
	return result;
}

static int
run_rename(struct session *session, const char *line, size_t offset, size_t *failed_at,
	   struct error *err)
{
	struct words words;
	int result;

	words_init(&words);
	result = words_split(&words, line + offset, err);
	*failed_at = offset + words.error_offset;
	if (!result && words.list.count != 2) {
		*failed_at = strlen(line);
		result = error_set(err, ERROR_USAGE, _("usage: %s %s"), "rename", "OLD NEW");
	}
	if (!result)
		marking_rename(session, words.list.items[0].text, words.list.items[1].text);
	words_release(&words);
	return result;
}

// What follows is one name or command as it stands, and about the selected papers.
static int
run_taking(struct session *session, const char *line, size_t offset, size_t *failed_at,
	   int (*take)(struct session *session, const char *text, struct error *err),
	   struct error *err)
{
	*failed_at = skip_blanks(line, offset);
	if (!session_has_paper(session))
		return error_set(err, ERROR_NOT_FOUND, _("there is nothing to do that with"));
	return take(session, line + *failed_at, err);
}

static int
run_export(struct session *session, const char *line, size_t offset, size_t *failed_at,
	   struct error *err)
{
	return run_taking(session, line, offset, failed_at, exporting_write, err);
}

static int
run_pipe(struct session *session, const char *line, size_t offset, size_t *failed_at,
	 struct error *err)
{
	return run_taking(session, line, offset, failed_at, exporting_pipe, err);
}

static int
run_open_link(struct session *session, const char *line, size_t offset, size_t *failed_at,
	      struct error *err)
{
	return run_taking(session, line, offset, failed_at, linking_open, err);
}

static int
run_search(struct session *session, const char *line, size_t offset, size_t *failed_at,
	   struct error *err)
{
	const char *query = line + skip_blanks(line, offset);

	*failed_at = 0;
	if (query_mistake(session, query, failed_at, err)) {
		*failed_at += (size_t)(query - line);
		return -1;
	}
	finder_ask(session, query, false);
	session->finder.resumed = true; // the hits, not the prompt
	session->pushed = &search_view_ops;
	return 0;
}

// A query of which nothing is left but its order is every paper there is.
static int
run_open(struct session *session, const char *line, size_t offset, size_t *failed_at,
	 struct error *err)
{
	const char *query = line + skip_blanks(line, offset);

	*failed_at = 0;
	if (query_mistake(session, query, failed_at, err)) {
		*failed_at += (size_t)(query - line);
		return -1;
	}
	marking_leave_paper(session);
	gather_open(session, query, query, false);
	session->to_papers = true;
	return 0;
}

static int
run_sort(struct session *session, const char *line, size_t offset, size_t *failed_at,
	 struct error *err)
{
	size_t start = skip_blanks(line, offset);
	size_t end = word_end(line, start);
	char name[32] = "";
	enum roster_order order;

	*failed_at = start;
	memcpy(name, line + start, end - start < sizeof(name) ? end - start : sizeof(name) - 1);
	order = roster_order_find(name);
	if (order == ROSTER_ORDERS || line[skip_blanks(line, end)])
		return error_set(err, ERROR_USAGE,
				 _("papers are sorted by date, title, author, rating or unread"));
	return gather_sort(session, order, err);
}

// clang-format off
static const struct command_line_row rows[] = {
	{ "export", "FILE", N_("Write the selected papers, the list or the open paper into a file, by its ending"), run_export },
	{ "fav",    "[--off] [--many] [QUERY]", N_("Make favourites of what a query finds, or of the selected papers"), run_fav },
	{ "open",   "QUERY", N_("List the papers a query finds like those of a day"), run_open },
	{ "open-link", "N", N_("Open the Nth link of the paper"), run_open_link },
	{ "pipe",   "COMMAND", N_("Give the selected papers or the open one as text to a command"), run_pipe },
	{ "rate",   "[--many] N [QUERY]", N_("Rate them from 1 to 5, or 0 for no rating"), run_rate },
	{ "read",   "[--off] [--many] [QUERY]", N_("Mark them read"), run_read },
	{ "rename", "OLD NEW", N_("Rename a tag, or merge it with another"), run_rename },
	{ "search", "QUERY", N_("Show what a query finds"), run_search },
	{ "sort",   "ORDER", N_("Put the list in order: date, title, author, rating, unread"), run_sort },
	{ "tag",    "[--many] +TAG|-TAG... [QUERY]", N_("Give them tags and take tags away"), run_tag },
};
// clang-format on

size_t
command_line_rows(const struct command_line_row **table)
{
	*table = rows;
	return ARRAY_LENGTH(rows);
}

static const struct action *
find_action(const struct session *session, const char *name)
{
	const struct action *found = NULL;

	if (session->view)
		found = keymap_find_named(session->view->tables, name);
	return found ? found : keymap_find_named(keymap_anywhere(), name);
}

// An action that is another view's says so.
static int
elsewhere(const char *name, struct error *err)
{
	for (const struct action_table *const *table = keymap_tables(); *table; table++) {
		const struct action_table *const alone[] = {*table, NULL};

		if (keymap_find_named(alone, name))
			return error_set(err, ERROR_USAGE, _("%s is an action of the view %s"),
					 name, (*table)->name);
	}
	return 0;
}

// The language counts in characters.
static size_t
byte_of_column(const char *line, size_t column)
{
	size_t at = 0;

	while (column > 1 && line[at]) {
		at++;
		column -= ((unsigned char)line[at] & 0xC0) != 0x80;
	}
	return at;
}

static int
run_configured(struct session *session, const char *line, size_t *failed_at, struct error *err)
{
	size_t column = 1;
	int result = session_run_command(session, line, &column, err);

	*failed_at = byte_of_column(line, column);
	return result;
}

static int
run_named(struct session *session, const char *name, const char *line, size_t after,
	  size_t *failed_at, struct error *err)
{
	bool alone = !line[skip_blanks(line, after)];
	const struct action *action = alone ? find_action(session, name) : NULL;

	if (action) {
		session->invoked = action;
		return 0;
	}
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
		if (!strcmp(rows[i].name, name))
			return rows[i].run(session, line, after, failed_at, err);
	}
	if (alone && elsewhere(name, err))
		return -1;
	return run_configured(session, line, failed_at, err);
}

int
command_line_run(struct session *session, const char *line, size_t *failed_at, struct error *err)
{
	size_t start = skip_blanks(line, 0);
	size_t after = word_end(line, start);
	struct arena arena;
	int result;

	*failed_at = start;
	arena_init(&arena);
	result = run_named(session, arena_strndup(&arena, line + start, after - start), line, after,
			   failed_at, err);
	arena_release(&arena);
	return result;
}
