// SPDX-License-Identifier: GPL-3.0-or-later
// When warnings are made, and the counts they are made by.
#include <stdlib.h>

#include "archive/warnings.h"
#include "shoroku/base/log.h"
#include "shoroku/base/memory.h"
#include "shoroku/model/entry-id.h"

struct warnings *
warnings_new(void)
{
	struct warnings *warnings = memory_alloc(sizeof(*warnings));

	warnings->crowd = crowd_new();
	warnings->threshold = TRUST_THRESHOLD;
	warnings->counted = -1;
	return warnings;
}

void
warnings_free(struct warnings *warnings)
{
	if (!warnings)
		return;
	crowd_free(warnings->crowd);
	counts_free(warnings->counts);
	vec_release(&warnings->touched);
	free(warnings);
}

int64_t
warnings_threshold(const struct archive *archive)
{
	return (int64_t)(archive->warnings->threshold * 1000 + 0.5);
}

void
warnings_touch(struct archive *archive, date_day day)
{
	struct warnings *warnings = archive->warnings;

	if (!warnings->touched.count || warnings->touched.items[warnings->touched.count - 1] != day)
		*vec_push(&warnings->touched) = day;
}

void
warnings_forget(struct archive *archive)
{
	vec_clear(&archive->warnings->touched);
	archive->warnings->counted = -1;
}

// --- the counts

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

// *current: they are of the tokens that texts have now.
static int
read_counts(struct archive *archive, int64_t counted, bool *current, struct error *err)
{
	struct warnings *warnings = archive->warnings;
	struct statement st = statement_begin(archive, STATEMENT_WORD_COUNTS);
	size_t length;
	const void *bytes;

	counts_free(warnings->counts);
	warnings->counts = counts_new();
	statement_bind_int(&st, ":last", counted);
	*current = !statement_step(&st) || ((bytes = statement_blob(&st, 0, &length)) &&
					    !counts_unpack(warnings->counts, bytes, length));
	return statement_end(&st, err);
}

int
warnings_statistics(struct archive *archive, int64_t paper, struct trust_statistics *statistics,
		    struct error *err)
{
	struct warnings *warnings = archive->warnings;
	int64_t counted;
	bool current; // others are as good as none until they are made anew

	if (counted_before(archive, paper, &counted, err))
		return -1;
	if (!warnings->counts || counted != warnings->counted) {
		if (read_counts(archive, counted, &current, err))
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

// --- judging

static int
compare_days(const void *a, const void *b)
{
	date_day x = *(const date_day *)a;
	date_day y = *(const date_day *)b;

	return x < y ? -1 : x > y;
}

int
warnings_flush(struct archive *archive, const struct warnings_known *known, struct error *err)
{
	struct warnings *warnings = archive->warnings;
	int result = 0;

	if (!warnings->touched.count)
		return 0;
	qsort(warnings->touched.items, warnings->touched.count, sizeof(*warnings->touched.items),
	      compare_days);
	for (size_t i = 0; !result && i < warnings->touched.count; i++) {
		if (!i || warnings->touched.items[i] != warnings->touched.items[i - 1])
			result =
			    warnings_judge_day(archive, warnings->touched.items[i], known, err);
	}
	vec_clear(&warnings->touched);
	return result;
}

static int
judge_all(struct archive *archive, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_EVERY_DAY);
	VEC(date_day) days = {0};
	int result;

	while (statement_step(&st))
		*vec_push(&days) = (date_day)statement_int(&st, 0);
	result = statement_end(&st, err);
	for (size_t i = 0; !result && i < days.count; i++)
		result = warnings_judge_day(archive, days.items[i], NULL, err);
	vec_release(&days);
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
warnings_settle(struct archive *archive)
{
	struct error err;
	int64_t papers;
	bool due;

	if (is_due(archive, &due, &papers, &err) ||
	    (due && handle_transaction(archive, count_if_due, NULL, &err)))
		log_message(LOG_WARNING, "counting words: %s", err.text);
}

// Counts anew what was counted of tokens that texts have no more.
static int
renew_counts(struct archive *archive, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_EVERY_WORD_COUNTS);
	VEC(int64_t) counted = {0};
	int result;

	while (statement_step(&st))
		*vec_push(&counted) = statement_int(&st, 0);
	result = statement_end(&st, err);
	archive->warnings->counted = -1;
	for (size_t i = 0; !result && i < counted.count; i++) {
		bool current;

		result = read_counts(archive, counted.items[i], &current, err);
		if (!result && !current)
			result = count(archive, counted.items[i], err);
	}
	vec_release(&counted);
	return result;
}

int
warnings_rebuild(struct archive *archive, struct error *err)
{
	return renew_counts(archive, err) || count_if_due(archive, NULL, err) ||
		       judge_all(archive, err)
		   ? -1
		   : 0;
}
