// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/warnings-counts.h"

#include <stdlib.h>

#include "archive/warnings.h"
#include "shoroku/base/log.h"

static int
last_paper(struct archive *archive, int64_t *paper, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_LAST_PAPER);

	*paper = statement_step(&st) ? statement_int(&st, 0) : 0;
	return statement_end(&st, err);
}

// The last paper of what was counted before the paper came; 0: nothing was.
static int
counted_before(struct archive *archive, int64_t paper, int64_t *counted, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_COUNTED_BEFORE);

	statement_bind_int(&st, ":paper", paper);
	*counted = statement_step(&st) ? statement_int(&st, 0) : 0;
	return statement_end(&st, err);
}

// Whether words are to be counted. Papers are numbered as they came and never taken away.
static int
is_due(struct archive *archive, bool *due, int64_t *papers, struct error *err)
{
	int64_t counted;

	if (last_paper(archive, papers, err) || counted_before(archive, INT64_MAX, &counted, err))
		return -1;
	*due = *papers >= WARNINGS_LEAST && *papers >= 2 * counted;
	return 0;
}

// *current: they are of the tokens that texts have now. Others are as good as none until they are
// made anew.
static int
read_counts(struct archive *archive, int64_t counted, struct trust_counts **counts, bool *current,
	    struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_WORD_COUNTS);
	size_t length;
	const void *bytes;

	*counts = counts_new();
	statement_bind_int(&st, ":last", counted);
	*current = !statement_step(&st) || ((bytes = statement_blob(&st, 0, &length)) &&
					    !counts_unpack(*counts, bytes, length));
	return statement_end(&st, err);
}

int
warnings_counts_read(struct archive *archive, struct trust_counts **counts, int64_t *counted,
		     struct error *err)
{
	bool current;

	*counts = NULL;
	return counted_before(archive, INT64_MAX, counted, err) ||
		       read_counts(archive, *counted, counts, &current, err)
		   ? -1
		   : 0;
}

int
warnings_counts_statistics(struct archive *archive, int64_t paper,
			   struct trust_statistics *statistics, struct error *err)
{
	struct warnings *warnings = archive->warnings;
	int64_t counted;
	bool current;

	if (counted_before(archive, paper, &counted, err))
		return -1;
	if (!warnings->counts || counted != warnings->counted) {
		counts_free(warnings->counts);
		warnings->counts = NULL;
		if (read_counts(archive, counted, &warnings->counts, &current, err))
			return -1;
		warnings->counted = counted;
	}
	*statistics = counts_statistics(warnings->counts);
	return 0;
}

// One entry a paper, of every so-manieth of the papers.
static int
count_papers(struct archive *archive, int64_t last, struct trust_counts *counts, struct error *err)
{
	int64_t step = 1 + (last - 1) / WARNINGS_SAMPLE;
	struct warnings_entries entries = {0};
	struct arena arena;
	int result = 0;

	arena_init(&arena);
	for (int64_t paper = 1; !result && paper <= last; paper += step) {
		struct statement st = statement_begin(archive, STATEMENT_FIRST_ENTRY);
		int64_t entry = 0;

		statement_bind_int(&st, ":paper", paper);
		if (statement_step(&st))
			entry = statement_int(&st, 0);
		result = statement_end(&st, err);
		if (result || !entry)
			continue;
		result = warnings_judge_read(archive, &arena, entry, entry, &entries, err);
		if (!result && entries.list.count)
			counts_add(counts, archive->warnings->crowd, 0);
		arena_release(&arena);
	}
	vec_release(&entries.list);
	arena_release(&arena);
	return result;
}

static int
keep_counts(struct archive *archive, int64_t last, struct trust_counts *counts, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_KEEP_WORD_COUNTS);
	struct strbuf bytes;
	int result;

	strbuf_init(&bytes);
	counts_pack(counts, &bytes);
	statement_bind_int(&st, ":last", last);
	statement_bind_blob(&st, ":counts", bytes.data, bytes.length);
	result = statement_run(&st, err);
	strbuf_release(&bytes);
	archive->warnings->counted = -1;
	return result;
}

static int
count(struct archive *archive, int64_t last, struct error *err)
{
	struct trust_counts *counts = counts_new();
	int result =
	    count_papers(archive, last, counts, err) || keep_counts(archive, last, counts, err) ? -1
												: 0;

	counts_free(counts);
	return result;
}

static int
count_if_due(struct archive *archive, void *context, struct error *err)
{
	int64_t papers;
	bool due;

	(void)context;
	if (is_due(archive, &due, &papers, err))
		return -1;
	return due ? count(archive, papers, err) : 0;
}

void
warnings_counts_settle(struct archive *archive)
{
	struct error err;
	int64_t papers;
	bool due;

	if (is_due(archive, &due, &papers, &err) ||
	    (due && handle_transaction(archive, count_if_due, NULL, &err)))
		log_message(LOG_WARNING, "counting words: %s", err.text);
}

// Counts anew what was counted of tokens that texts have no more.
int
warnings_counts_renew(struct archive *archive, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_EVERY_WORD_COUNTS);
	VEC(int64_t) counted = {0};
	int result;

	while (statement_step(&st))
		*vec_push(&counted) = statement_int(&st, 0);
	result = statement_end(&st, err);
	archive->warnings->counted = -1;
	for (size_t i = 0; !result && i < counted.count; i++) {
		struct trust_counts *counts;
		bool current;

		result = read_counts(archive, counted.items[i], &counts, &current, err);
		counts_free(counts);
		if (!result && !current)
			result = count(archive, counted.items[i], err);
	}
	vec_release(&counted);
	return result ? -1 : count_if_due(archive, NULL, err);
}
