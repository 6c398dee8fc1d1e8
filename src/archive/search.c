// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/search.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "archive/match.h"
#include "archive/stream.h"
#include "archive/terms.h"
#include "archive/warnings.h"
#include "shoroku/archive/load.h"
#include "shoroku/archive/reading.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/model/entry-id.h"
#include "shoroku/text/fold.h"

// Of the frequency of a word: k1 of Okapi BM25.
#define RANK_SATURATION 1.2

struct search {
	struct archive *archive;
	struct stream *root;
	int64_t next; // the greatest id the next hit may have
	bool ended;
	bool in_transaction;		 // of its own
	VEC(struct occurrence *) ranked; // the positive words
	// While compiling.
	struct arena arena;
	struct load_tags tags;
	struct error *err;
};

static int add_to_and(struct search *search, struct stream *into, const struct query_node *node);

static int
add_rows(struct search *search, struct stream *into, enum statement_id id, const char *match)
{
	struct stream *rows = stream_rows(search->archive, id, match, search->err);

	if (!rows)
		return -1;
	*vec_push(&into->with) = rows;
	return 0;
}

static struct stream *
compile(struct search *search, const struct query_node *node)
{
	struct stream *stream = stream_new(STREAM_AND);

	if (!add_to_and(search, stream, node) &&
	    (stream->with.count || !add_rows(search, stream, STATEMENT_SEARCH_ALL, NULL)))
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
add_text(struct search *search, struct stream *into, const struct query_node *node)
{
	struct occurrence *ranked = match_occurrence(node);

	if (ranked)
		*vec_push(&search->ranked) = ranked;
	return match_add_text(search->archive, into, node, search->err);
}

// Those with a note whose text holds it. There are as many as a person wrote, so each is looked at.
static int
add_notes(struct search *search, struct stream *into, const struct query_node *node)
{
	if (add_rows(search, into, STATEMENT_SEARCH_MARKS, "note"))
		return -1;
	stream_add_check(into, node->text, node->prefix, QUERY_NOTES);
	return 0;
}

static int
has_notes(struct search *search, bool *has)
{
	struct statement st = statement_begin(search->archive, STATEMENT_SEARCH_MARKS);

	statement_bind_text(&st, ":match", "note");
	statement_bind_int(&st, ":from", INT64_MAX);
	*has = statement_step(&st);
	return statement_end(&st, search->err);
}

// A word without a field stands in the texts, in a tag or in a note.
static int
add_text_or_tag(struct search *search, struct stream *into, const struct query_node *node)
{
	struct stream *either;
	struct stream *text;
	bool notes = false;

	if (node->fields == QUERY_NOTES)
		return add_notes(search, into, node);
	if (node->fields != QUERY_ANYWHERE)
		return add_text(search, into, node);
	if (has_notes(search, &notes) || !(either = tag_streams(search, node, tag_holds)))
		return -1;
	if (!either->with.count && !notes) {
		stream_free(either);
		return add_text(search, into, node);
	}
	*vec_push(&into->with) = either;
	if (notes) {
		text = stream_new(STREAM_AND);
		*vec_push(&either->with) = text;
		if (add_notes(search, text, node))
			return -1;
	}
	text = stream_new(STREAM_AND);
	*vec_push(&either->with) = text;
	if (add_text(search, text, node))
		return -1;
	if (!text->with.count)
		return add_rows(search, text, STATEMENT_SEARCH_ALL, NULL);
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
add_unread(struct search *search, struct stream *into)
{
	struct stream *either = stream_new(STREAM_OR);

	*vec_push(&into->with) = either;
	return add_rows(search, either, STATEMENT_SEARCH_UNREAD, NULL) ||
		       add_rows(search, either, STATEMENT_SEARCH_UNREAD_DAYS, NULL)
		   ? -1
		   : 0;
}

static int
add_warnings(struct search *search, struct stream *into)
{
	char threshold[32];

	snprintf(threshold, sizeof(threshold), "%lld",
		 (long long)warnings_threshold(search->archive));
	return add_rows(search, into, STATEMENT_SEARCH_WARNINGS, threshold);
}

static int
add_flag(struct search *search, struct stream *into, enum query_flag flag)
{
	switch (flag) {
	case QUERY_READ:
		return add_rows(search, into, STATEMENT_SEARCH_MARKS, "read");
	case QUERY_FAVOURITE:
		return add_rows(search, into, STATEMENT_SEARCH_MARKS, "favourite");
	case QUERY_NOTED:
	case QUERY_HAS_NOTE:
		return add_rows(search, into, STATEMENT_SEARCH_MARKS, "note");
	case QUERY_NEW:
		return add_rows(search, into, STATEMENT_SEARCH_NEW, NULL);
	case QUERY_HAS_WARNING:
		return add_warnings(search, into);
	case QUERY_HAS_PDF:
		match_add_name(into, TERM_HAS, "pdf");
		return 0;
	case QUERY_UNREAD:
		return add_unread(search, into);
	case QUERY_HAS_ARXIV:
		match_add_name(into, TERM_HAS, "arxiv");
		return 0;
	case QUERY_HAS_DOI:
		match_add_name(into, TERM_HAS, "doi");
		return 0;
	}
	return 0;
}

// An id as printed in a paper, with or without what kind it is, or the number of an entry.
static int
add_id(struct search *search, struct stream *into, const char *text)
{
	static const char *const kinds[] = {"", "arxiv:", "doi:"};
	struct stream *either = stream_new(STREAM_OR);
	struct strbuf id;
	int64_t entry;
	struct error ignored;
	int failed = 0;

	*vec_push(&into->with) = either;
	strbuf_init(&id);
	for (size_t i = 0; i < ARRAY_LENGTH(kinds); i++) {
		strbuf_clear(&id);
		strbuf_addf(&id, "%s%s", kinds[i], text);
		match_add_name(either, TERM_ID, id.data);
	}
	strbuf_release(&id);
	if (!load_resolve(search->archive, text, 0, &entry, &ignored)) {
		struct stream *one = stream_new(STREAM_AND);

		one->least = one->greatest = entry;
		*vec_push(&either->with) = one;
		failed = add_rows(search, one, STATEMENT_SEARCH_ALL, NULL);
	}
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
	size_t ranked = search->ranked.count;
	struct stream *child = compile(search, node->children[0]);

	// Its words speak for nothing.
	while (search->ranked.count > ranked)
		occurrence_free(search->ranked.items[--search->ranked.count]);
	if (!child)
		return -1;
	*vec_push(&into->without) = child;
	return 0;
}

static int
add_to_and(struct search *search, struct stream *into, const struct query_node *node)
{
	switch (node->kind) {
	case QUERY_AND:
		for (size_t i = 0; i < node->count; i++) {
			if (add_to_and(search, into, node->children[i]))
				return -1;
		}
		return 0;
	case QUERY_OR:
		return add_or(search, into, node);
	case QUERY_NOT:
		return add_not(search, into, node);
	case QUERY_TEXT:
		return add_text_or_tag(search, into, node);
	case QUERY_AUTHOR:
		match_add_name(into, TERM_AUTHOR, node->text);
		return 0;
	case QUERY_SOURCE:
		match_add_name(into, TERM_SOURCE, node->text);
		return 0;
	case QUERY_LANG:
		match_add_name(into, TERM_LANG, node->text);
		return 0;
	case QUERY_CATEGORY:
		match_add_name(into, TERM_CATEGORY, node->text);
		return 0;
	case QUERY_TAG:
		return add_tag(search, into, node);
	case QUERY_ID:
		return add_id(search, into, node->text);
	case QUERY_DATES:
		add_dates(into, node->dates);
		return 0;
	case QUERY_FLAG:
		return add_flag(search, into, node->flag);
	}
	return 0;
}

// All statements of a search see the archive as it is now: segments come and go.
static int
begin(struct search *search, struct error *err)
{
	if (!sqlite3_get_autocommit(search->archive->db))
		return 0;
	if (reading_begin(search->archive, err))
		return -1;
	search->in_transaction = true;
	return 0;
}

// An index of another version still serves; one that was never finished would find nothing.
static int
check_made(struct archive *archive, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_INDEX_VERSION);
	bool made = statement_step(&st) && statement_int(&st, 0) > 0;

	if (statement_end(&st, err))
		return -1;
	return made ? 0
		    : error_set(err, ERROR_DATA,
				_("the search index is not made yet; 'shoroku rebuild' makes it"));
}

struct search *
search_open(struct archive *archive, const struct query *query, struct error *err)
{
	static const struct query_node everything = {.kind = QUERY_AND};
	struct search *search = memory_alloc(sizeof(*search));

	search->archive = archive;
	search->next = INT64_MAX;
	search->err = err;
	arena_init(&search->arena);
	if (begin(search, err) || check_made(archive, err) ||
	    load_tag_names(archive, &search->arena, &search->tags, err) ||
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
	for (size_t i = 0; i < search->ranked.count; i++)
		occurrence_free(search->ranked.items[i]);
	vec_release(&search->ranked);
	arena_release(&search->arena);
	if (search->in_transaction)
		reading_end(search->archive);
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

// What a word's standing in a field says of a paper, in the order of the fields' bits.
static const double field_weights[INDEX_FIELDS] = {4, 4, 2, 2, 1, 1};

// How much of a word there is in each entry, and in how many of them there is any.
static int
add_frequencies(struct search *search, struct occurrence *word, const int64_t *ids, size_t count,
		double *frequencies, size_t *entries, struct error *err)
{
	*entries = 0;
	for (size_t i = 0; i < count; i++) {
		unsigned counts[INDEX_FIELDS];
		int64_t found;

		frequencies[i] = 0;
		if (occurrence_seek(search->archive, word, ids[i], &found, err))
			return -1;
		if (found != ids[i])
			continue;
		occurrence_count(word, found, counts);
		for (size_t field = 0; field < INDEX_FIELDS; field++)
			frequencies[i] += field_weights[field] * counts[field];
		++*entries;
	}
	return 0;
}

int
search_rank(struct search *search, const int64_t *ids, size_t count, double *ranks,
	    struct error *err)
{
	double *frequencies = memory_alloc((count + 1) * sizeof(*frequencies));
	int result = 0;

	memset(ranks, 0, count * sizeof(*ranks));
	for (size_t i = 0; !result && i < search->ranked.count; i++) {
		size_t entries;
		double rarity;

		result = add_frequencies(search, search->ranked.items[i], ids, count, frequencies,
					 &entries, err);
		rarity = log(1 + (double)count / ((double)entries + 1));
		for (size_t j = 0; !result && j < count; j++)
			ranks[j] -= rarity * frequencies[j] / (frequencies[j] + RANK_SATURATION);
	}
	free(frequencies);
	return result;
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
