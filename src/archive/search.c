// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/search.h"

#include <stdlib.h>
#include <string.h>

#include "archive/match.h"
#include "archive/stream.h"
#include "shoroku/archive/load.h"
#include "shoroku/base/memory.h"
#include "shoroku/model/entry-id.h"
#include "shoroku/text/fold.h"

struct search {
	struct archive *archive;
	struct stream *root;
	int64_t next; // the greatest id the next hit may have
	bool ended;
	struct strbuf ranked; // the positive words, for ranking
	// While compiling.
	struct arena arena;
	struct load_tags tags;
	struct error *err;
};

static int add_to_and(struct search *search, struct stream *into, struct match *match,
		      const struct query_node *node);

static int
add_rows(struct search *search, struct stream *into, enum statement_id id, const char *match)
{
	struct stream *rows = stream_rows(search->archive, id, match, search->err);

	if (!rows)
		return -1;
	*vec_push(&into->with) = rows;
	return 0;
}

// What was gathered for an AND becomes one question for each table.
static int
add_match(struct search *search, struct stream *into, const struct match *match)
{
	if (match->terms.length &&
	    add_rows(search, into, STATEMENT_SEARCH_TERMS, match->terms.data))
		return -1;
	if (match->phrases.length &&
	    add_rows(search, into, STATEMENT_SEARCH_PHRASES, match->phrases.data))
		return -1;
	if (!into->with.count)
		return add_rows(search, into, STATEMENT_SEARCH_ALL, NULL);
	return 0;
}

static void
add_check(struct stream *into, const struct query_node *node)
{
	struct stream_check *check = memory_alloc(sizeof(*check));

	phrase_init(&check->phrase, node->text, node->prefix);
	check->fields = node->fields;
	*vec_push(&into->checks) = check;
}

static struct stream *
compile(struct search *search, const struct query_node *node)
{
	struct stream *stream = stream_new(STREAM_AND);
	struct match match;
	int failed;

	match_init(&match);
	failed = add_to_and(search, stream, &match, node) || add_match(search, stream, &match);
	match_release(&match);
	if (!failed)
		return stream;
	stream_free(stream);
	return NULL;
}

// An OR of the papers with each tag that `wanted` likes; NULL where there is none.
static struct stream *
tag_streams(struct search *search, const struct query_node *node,
	    bool (*wanted)(const struct query_node *node, const char *tag))
{
	struct stream *either = stream_new(STREAM_OR);
	struct strbuf field;
	int failed = 0;

	strbuf_init(&field);
	for (size_t i = 0; !failed && i < search->tags.count; i++) {
		if (!wanted(node, search->tags.names[i]))
			continue;
		strbuf_clear(&field);
		strbuf_addf(&field, "tag:%s", search->tags.names[i]);
		failed = add_rows(search, either, STATEMENT_SEARCH_MARKS, field.data);
	}
	strbuf_release(&field);
	if (!failed)
		return either;
	stream_free(either);
	return NULL;
}

static bool
tag_is_named(const struct query_node *node, const char *tag)
{
	char *a = fold_string(node->text);
	char *b = fold_string(tag);
	bool same = !strcmp(a, b);

	free(a);
	free(b);
	return same;
}

static bool
tag_holds(const struct query_node *node, const char *tag)
{
	struct phrase phrase;
	struct phrase_text text;
	bool found;

	phrase_init(&phrase, node->text, node->prefix);
	phrase_text_init(&text);
	phrase_text_set(&text, tag, strlen(tag), NULL);
	found = phrase_find(&phrase, &text, 0) < text.atoms.count;
	phrase_text_release(&text);
	phrase_release(&phrase);
	return found;
}

static int
add_text(struct search *search, struct stream *into, struct match *match,
	 const struct query_node *node)
{
	struct match own;
	struct phrase phrase;

	match_init(&own);
	phrase_init(&phrase, node->text, node->prefix);
	match_add_text(&own, node, &phrase);
	if (own.phrases.length)
		strbuf_addf(&match->phrases, "%s%s", match->phrases.length ? " AND " : "",
			    own.phrases.data);
	if (own.terms.length)
		strbuf_addf(&match->terms, "%s%s", match->terms.length ? " AND " : "",
			    own.terms.data);
	if (own.phrases.length)
		strbuf_addf(&search->ranked, "%s%s", search->ranked.length ? " OR " : "",
			    own.phrases.data);
	if (own.check)
		add_check(into, node);
	phrase_release(&phrase);
	match_release(&own);
	return 0;
}

// A word without a field stands in the texts or in a tag.
static int
add_text_or_tag(struct search *search, struct stream *into, struct match *match,
		const struct query_node *node)
{
	struct stream *either;
	struct stream *text;
	struct match own;

	if (node->fields != QUERY_ANYWHERE)
		return add_text(search, into, match, node);
	either = tag_streams(search, node, tag_holds);
	if (!either)
		return -1;
	if (!either->with.count) {
		stream_free(either);
		return add_text(search, into, match, node);
	}
	text = stream_new(STREAM_AND);
	match_init(&own);
	if (add_text(search, text, &own, node) || add_match(search, text, &own)) {
		match_release(&own);
		stream_free(text);
		stream_free(either);
		return -1;
	}
	match_release(&own);
	*vec_push(&either->with) = text;
	*vec_push(&into->with) = either;
	return 0;
}

static int
add_tag(struct search *search, struct stream *into, const struct query_node *node)
{
	struct stream *either = tag_streams(search, node, tag_is_named);

	if (!either)
		return -1;
	*vec_push(&into->with) = either;
	return 0;
}

static int
add_flag(struct search *search, struct stream *into, struct match *match, enum query_flag flag)
{
	struct stream *read;

	switch (flag) {
	case QUERY_READ:
		return add_rows(search, into, STATEMENT_SEARCH_MARKS, "read");
	case QUERY_FAVOURITE:
		return add_rows(search, into, STATEMENT_SEARCH_MARKS, "favourite");
	case QUERY_UNREAD:
		read = stream_rows(search->archive, STATEMENT_SEARCH_MARKS, "read", search->err);
		if (!read)
			return -1;
		*vec_push(&into->without) = read;
		return 0;
	case QUERY_HAS_ARXIV:
		match_add_term(match, "4", "arxiv", strlen("arxiv"));
		return 0;
	case QUERY_HAS_DOI:
		match_add_term(match, "4", "doi", strlen("doi"));
		return 0;
	}
	return 0;
}

static void
add_name(struct match *match, const char *kind, const char *name)
{
	char *skeleton = fold_skeleton(name, strlen(name));

	match_add_term(match, kind, skeleton, strlen(skeleton));
	free(skeleton);
}

// An id as printed in a paper, with or without what kind it is, or the number of an entry.
static int
add_id(struct search *search, struct stream *into, const char *text)
{
	static const char *const kinds[] = {"", "arxiv:", "doi:"};
	struct stream *either = stream_new(STREAM_OR);
	struct match match;
	struct strbuf id;
	int64_t entry;
	struct error ignored;
	int failed = 0;

	match_init(&match);
	strbuf_init(&id);
	for (size_t i = 0; i < ARRAY_LENGTH(kinds); i++) {
		char *skeleton;

		strbuf_clear(&id);
		strbuf_addf(&id, "%s%s", kinds[i], text);
		skeleton = fold_skeleton(id.data, id.length);
		strbuf_add_string(&match.terms, i ? " OR " : "");
		match_quote(&match.terms, "3", skeleton, strlen(skeleton));
		free(skeleton);
	}
	failed = add_rows(search, either, STATEMENT_SEARCH_TERMS, match.terms.data);
	if (!failed && !load_resolve(search->archive, text, 0, &entry, &ignored)) {
		struct stream *one = stream_new(STREAM_AND);

		one->least = one->greatest = entry;
		*vec_push(&either->with) = one;
		failed = add_rows(search, one, STATEMENT_SEARCH_ALL, NULL);
	}
	strbuf_release(&id);
	match_release(&match);
	*vec_push(&into->with) = either;
	return failed;
}

static void
add_dates(struct stream *into, struct date_range dates)
{
	int64_t least = entry_id_day_first(dates.first);
	int64_t greatest = entry_id_day_last(dates.last);

	if (least > into->least)
		into->least = least;
	if (greatest < into->greatest)
		into->greatest = greatest;
}

static int
add_or(struct search *search, struct stream *into, const struct query_node *node)
{
	struct stream *either = stream_new(STREAM_OR);

	*vec_push(&into->with) = either;
	for (size_t i = 0; i < node->count; i++) {
		struct stream *child = compile(search, node->children[i]);

		if (!child)
			return -1;
		*vec_push(&either->with) = child;
	}
	return 0;
}

static int
add_not(struct search *search, struct stream *into, const struct query_node *node)
{
	size_t ranked = search->ranked.length;
	struct stream *child = compile(search, node->children[0]);

	strbuf_truncate(&search->ranked, ranked); // its words speak for nothing
	if (!child)
		return -1;
	*vec_push(&into->without) = child;
	return 0;
}

static int
add_to_and(struct search *search, struct stream *into, struct match *match,
	   const struct query_node *node)
{
	switch (node->kind) {
	case QUERY_AND:
		for (size_t i = 0; i < node->count; i++) {
			if (add_to_and(search, into, match, node->children[i]))
				return -1;
		}
		return 0;
	case QUERY_OR:
		return add_or(search, into, node);
	case QUERY_NOT:
		return add_not(search, into, node);
	case QUERY_TEXT:
		return add_text_or_tag(search, into, match, node);
	case QUERY_AUTHOR:
		add_name(match, "=", node->text);
		return 0;
	case QUERY_SOURCE:
		add_name(match, "1", node->text);
		return 0;
	case QUERY_LANG:
		add_name(match, "2", node->text);
		return 0;
	case QUERY_TAG:
		return add_tag(search, into, node);
	case QUERY_ID:
		return add_id(search, into, node->text);
	case QUERY_DATES:
		add_dates(into, node->dates);
		return 0;
	case QUERY_FLAG:
		return add_flag(search, into, match, node->flag);
	}
	return 0;
}

struct search *
search_open(struct archive *archive, const struct query *query, struct error *err)
{
	static const struct query_node everything = {.kind = QUERY_AND};
	struct search *search;

	if (handle_need_tokenizer(archive, err))
		return NULL;
	search = memory_alloc(sizeof(*search));
	search->archive = archive;
	search->next = INT64_MAX;
	search->err = err;
	arena_init(&search->arena);
	strbuf_init(&search->ranked);
	if (load_tags(archive, &search->arena, &search->tags, err) ||
	    !(search->root = compile(search, query->root ? query->root : &everything))) {
		search_close(search);
		return NULL;
	}
	return search;
}

void
search_close(struct search *search)
{
	if (!search)
		return;
	stream_free(search->root);
	strbuf_release(&search->ranked);
	arena_release(&search->arena);
	free(search);
}

int
search_next(struct search *search, int64_t *id, struct error *err)
{
	if (search->ended)
		return 0;
	if (stream_seek(search->archive, search->root, search->next, id, err))
		return -1;
	search->ended = *id == STREAM_END;
	search->next = search->ended ? STREAM_END : *id - 1;
	return !search->ended;
}

int
search_count(struct search *search, size_t most, size_t *count, struct error *err)
{
	int64_t id;
	int more = 1;

	for (*count = 0; *count < most && more > 0; *count += more > 0)
		more = search_next(search, &id, err);
	return more < 0 ? -1 : 0;
}

int
search_rank(struct search *search, const int64_t *ids, size_t count, double *ranks,
	    struct error *err)
{
	struct statement st;
	size_t at = 0;

	memset(ranks, 0, count * sizeof(*ranks));
	if (!search->ranked.length || !count)
		return 0;
	st = statement_begin(search->archive, STATEMENT_RANK_PHRASES);
	statement_bind_text(&st, ":match", search->ranked.data);
	statement_bind_int(&st, ":from", ids[0]);
	statement_bind_int(&st, ":least", ids[count - 1]);
	while (at < count && statement_step(&st)) {
		int64_t id = statement_int(&st, 0);

		while (at < count && ids[at] > id)
			at++;
		if (at < count && ids[at] == id)
			ranks[at] = statement_double(&st, 1);
	}
	return statement_end(&st, err);
}

void
search_interrupt(struct archive *archive)
{
	atomic_store(&archive->stop, true);
	sqlite3_interrupt(archive->db);
}

void
search_allow(struct archive *archive)
{
	atomic_store(&archive->stop, false);
}
