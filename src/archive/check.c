// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/check.h"

#include <string.h>

#include "archive/index.h"
#include "archive/terms.h"
#include "archive/warnings.h"
#include "shoroku/base/i18n.h"

struct check {
	struct archive *archive;
	void (*problem)(void *context, const char *sentence);
	void *context;
	size_t *problems;
};

static void
tell(const struct check *check, const char *sentence)
{
	++*check->problems;
	check->problem(check->context, sentence);
}

// SQLite's own check of a file: "ok", or a row for each damage.
static int
check_file(const struct check *check, enum statement_id id, struct error *err)
{
	struct statement st = statement_begin(check->archive, id);

	while (statement_step(&st)) {
		const char *row = statement_text(&st, 0);

		if (strcmp(row, "ok") != 0)
			tell(check, row);
	}
	return statement_end(&st, err);
}

// What the index says, whatever it is cut into: the sum of what each posting comes to.
struct sum {
	struct archive *archive;
	uint64_t term;
	uint64_t postings;
	uint64_t total;
};

// FNV-1a, its end mixed so that sums tell postings apart.
static uint64_t
mix(uint64_t value, const void *bytes, size_t length)
{
	const unsigned char *byte = bytes;

	for (size_t i = 0; i < length; i++)
		value = (value ^ byte[i]) * 1099511628211u;
	return (value ^ value >> 29) * 0xBF58476D1CE4E5B9u;
}

static int
sum_term(void *context, const char *term, size_t length, struct error *err)
{
	struct sum *sum = context;

	(void)err;
	sum->term = mix(14695981039346656037u, term, length);
	return 0;
}

static int
sum_posting(void *context, int64_t id, struct posting_places places, struct error *err)
{
	struct sum *sum = context;

	(void)err;
	sum->total += mix(mix(sum->term, &id, sizeof(id)), places.bytes, places.length);
	sum->postings++;
	return 0;
}

static int
sum_batch(void *context, const struct index_lists *lists, const int64_t *ids, struct error *err)
{
	const struct index_sink sink = {context, sum_term, sum_posting, NULL};

	return index_lists_emit(lists, ids, &sink, err);
}

static int
sum_index(struct archive *archive, struct sum *sum, struct error *err)
{
	const struct index_sink sink = {sum, sum_term, sum_posting, NULL};
	const struct index_view *view;

	if (index_look(archive, &view, err))
		return -1;
	return segment_merge(archive, view->segments.items, view->segments.count, &view->dropped,
			     &sink, err);
}

// Compares the index with what the texts would give.
static int
check_index(const struct check *check, struct error *err)
{
	struct sum texts = {0};
	struct sum index = {0};
	struct error damage = {0};

	if (index_read_rows(check->archive, sum_batch, &texts, err))
		return -1;
	if (sum_index(check->archive, &index, &damage))
		tell(check, damage.text);
	else if (texts.postings != index.postings || texts.total != index.total)
		tell(check, _("the search index does not say what the texts say; 'shoroku rebuild' "
			      "makes it anew"));
	return 0;
}

static int
check_version(const struct check *check, struct error *err)
{
	struct statement st = statement_begin(check->archive, STATEMENT_INDEX_VERSION);
	int64_t version = statement_step(&st) ? statement_int(&st, 0) : 0;

	if (statement_end(&st, err))
		return -1;
	if (version != TERMS_VERSION)
		tell(check, _("the search index was made by another version; 'shoroku rebuild' "
			      "makes it anew"));
	return 0;
}

int
check_archive(struct archive *archive, void (*problem)(void *context, const char *sentence),
	      void *context, size_t *problems, struct error *err)
{
	struct check check = {archive, problem, context, problems};

	*problems = 0;
	if (check_file(&check, STATEMENT_CHECK_ARCHIVE, err) ||
	    check_file(&check, STATEMENT_CHECK_USER, err) || check_version(&check, err))
		return -1;
	return check_index(&check, err);
}

static int
rebuild_index(struct archive *archive, void *context, struct error *err)
{
	struct statement st;

	(void)context;
	if (index_rebuild(archive, err))
		return -1;
	st = statement_begin(archive, STATEMENT_SET_INDEX_VERSION);
	statement_bind_int(&st, ":version", TERMS_VERSION);
	return statement_run(&st, err);
}

static int
rebuild(struct archive *archive, void *context, struct error *err)
{
	return rebuild_index(archive, context, err) || warnings_rebuild(archive, err) ? -1 : 0;
}

static int
run(struct archive *archive, int (*body)(struct archive *, void *, struct error *),
    struct error *err)
{
	if (handle_transaction(archive, body, NULL, err))
		return -1;
	index_tidy_quietly(archive);
	return 0;
}

int
check_rebuild(struct archive *archive, struct error *err)
{
	return run(archive, rebuild, err);
}

int
check_rebuild_if_other(struct archive *archive, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_INDEX_VERSION);
	int64_t version = statement_step(&st) ? statement_int(&st, 0) : 0;

	if (statement_end(&st, err))
		return -1;
	return version == TERMS_VERSION ? 0 : run(archive, rebuild_index, err);
}
