// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/search-completion.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/archive/facets.h"
#include "shoroku/query/field.h"
#include "shoroku/query/narrow.h"
#include "shoroku/text/fold.h"
#include "tui/session.h"

#define PAPERS_LOOKED_AT 500 // the newest, for names of authors
#define MOST_NAMES 50

// A word on its way to "-author:=\"Ann": what stands before the value is kept.
struct completion {
	struct session *session;
	const char *before; // signs before the field, or before the word
	size_t before_length;
	const struct query_field *field; // NULL: the word may become one
	char *wanted;			 // folded
	struct strbuf *candidates;
	struct strbuf seen; // folded names that were offered, an LF around each
	int offered;
};

static void
begin(const struct completion *completion)
{
	if (completion->candidates->length)
		strbuf_add_byte(completion->candidates, '\n');
	strbuf_add(completion->candidates, completion->before, completion->before_length);
}

void
search_completion_tags(struct session *session, const char *before, const char *wanted,
		       void (*quote)(struct strbuf *out, const char *name),
		       struct strbuf *candidates)
{
	struct load_tags tags;
	struct arena arena;
	struct error err;

	arena_init(&arena);
	if (!load_tags(session->browser.archive, &arena, &tags, &err)) {
		for (size_t i = 0; i < tags.count; i++) {
			const char *name = tags.names[i];
			char *folded = fold_string(name);

			if (!strncmp(folded, wanted, strlen(wanted))) {
				strbuf_addf(candidates, "%s%s", candidates->length ? "\n" : "",
					    before);
				quote(candidates, name);
			}
			free(folded);
		}
	}
	arena_release(&arena);
}

static void
quote_value(struct strbuf *out, const char *name)
{
	query_print_value(name, out);
}

static void
complete_tag(struct completion *completion)
{
	struct strbuf before;

	strbuf_init(&before);
	strbuf_add(&before, completion->before, completion->before_length);
	strbuf_add_string(&before, "tag:");
	search_completion_tags(completion->session, before.data, completion->wanted, quote_value,
			       completion->candidates);
	strbuf_release(&before);
}

// Whether a word of the name, or the name from there on, begins with what was typed.
static bool
is_wanted(const char *folded, const char *wanted)
{
	size_t length = strlen(wanted);
	bool at_word = true;

	for (; *folded; folded++) {
		if (at_word && !strncmp(folded, wanted, length))
			return true;
		at_word = *folded == ' ' || *folded == '-' || *folded == '.';
	}
	return false;
}

static void
offer_name(struct completion *completion, const char *name)
{
	const struct query everything = {0};
	char *folded = fold_string(name);
	struct strbuf line;

	strbuf_init(&line);
	strbuf_addf(&line, "\n%s\n", folded);
	if (completion->offered < MOST_NAMES && !strchr(name, '\n') &&
	    is_wanted(folded, completion->wanted) && !strstr(completion->seen.data, line.data)) {
		begin(completion);
		narrow_to(&everything, NARROW_AUTHOR, name, completion->candidates);
		strbuf_add_string(&completion->seen, line.data);
		completion->offered++;
	}
	strbuf_release(&line);
	free(folded);
}

static void
complete_author(struct completion *completion)
{
	const struct finder *finder = &completion->session->finder;
	struct facets_authors authors;
	struct arena arena;
	struct error err;

	for (size_t i = 0; i < finder_hits(finder); i++) {
		const struct paper *paper = &finder_hit(finder, i)->entry.paper;

		for (size_t j = 0; j < paper->author_count; j++)
			offer_name(completion, paper->authors[j]);
	}
	arena_init(&arena);
	if (!facets_newest_authors(completion->session->browser.archive, &arena, PAPERS_LOOKED_AT,
				   &authors, &err)) {
		for (size_t i = 0; i < authors.count; i++)
			offer_name(completion, authors.names[i]);
	}
	arena_release(&arena);
}

static void
complete_choice(struct completion *completion)
{
	for (const char *const *choice = completion->field->choices; *choice; choice++) {
		if (strncmp(*choice, completion->wanted, strlen(completion->wanted)) != 0)
			continue;
		begin(completion);
		strbuf_addf(completion->candidates, "%s:%s", completion->field->name, *choice);
	}
}

static void
complete_field(struct completion *completion)
{
	for (size_t i = 0; i < field_table_size; i++) {
		if (strncmp(field_table[i].name, completion->wanted, strlen(completion->wanted)))
			continue;
		begin(completion);
		strbuf_addf(completion->candidates, "%s:", field_table[i].name);
	}
}

// Where the value begins: after a colon, of either width; of an author's whole name after = and a
// quote too.
static const char *
find_value(const char *word, const struct query_field **field)
{
	static const char *const colons[] = {":", "："};

	*field = NULL;
	for (size_t i = 0; i < ARRAY_LENGTH(colons) && !*field; i++) {
		const char *colon = strstr(word, colons[i]);

		*field = colon ? field_find(word, (size_t)(colon - word)) : NULL;
		if (*field)
			word = colon + strlen(colons[i]);
	}
	if (*field)
		word += *word == '=' ? 1 : 0;
	if (*field && *word == '"')
		word++;
	return word;
}

void
search_completion_find(struct session *session, const char *word, struct strbuf *candidates)
{
	struct completion completion = {
	    .session = session, .before = word, .candidates = candidates};

	completion.before_length = strspn(word, "-(");
	word = find_value(word + completion.before_length, &completion.field);
	completion.wanted = fold_string(word);
	strbuf_init(&completion.seen);
	if (!completion.field)
		complete_field(&completion);
	else if (completion.field->choices)
		complete_choice(&completion);
	else if (completion.field->kind == QUERY_TAG)
		complete_tag(&completion);
	else if (completion.field->texts == QUERY_AUTHORS)
		complete_author(&completion);
	strbuf_release(&completion.seen);
	free(completion.wanted);
}
