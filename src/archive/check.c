// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/check.h"

#include <string.h>

#include "archive/handle.h"
#include "archive/tokenizer.h"
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

// FTS5 compares its table with the texts it is about.
static void
check_index(const struct check *check, enum statement_id id)
{
	struct statement st = statement_begin(check->archive, id);
	struct error mistake;

	if (statement_run(&st, &mistake))
		tell(check, _("the search index does not say what the texts say; 'shoroku rebuild' "
			      "makes it anew"));
}

static int
check_version(const struct check *check, struct error *err)
{
	struct statement st = statement_begin(check->archive, STATEMENT_INDEX_VERSION);
	int64_t version = statement_step(&st) ? statement_int(&st, 0) : 0;

	if (statement_end(&st, err))
		return -1;
	if (version != TOKENIZER_VERSION)
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
	check_index(&check, STATEMENT_CHECK_PHRASES);
	check_index(&check, STATEMENT_CHECK_TERMS);
	return 0;
}

static int
rebuild(struct archive *archive, void *context, struct error *err)
{
	static const enum statement_id steps[] = {STATEMENT_REBUILD_PHRASES,
						  STATEMENT_REBUILD_TERMS};
	struct statement st;

	(void)context;
	for (size_t i = 0; i < ARRAY_LENGTH(steps); i++) {
		st = statement_begin(archive, steps[i]);
		if (statement_run(&st, err))
			return -1;
	}
	st = statement_begin(archive, STATEMENT_SET_INDEX_VERSION);
	statement_bind_int(&st, ":version", TOKENIZER_VERSION);
	return statement_run(&st, err);
}

int
check_rebuild(struct archive *archive, struct error *err)
{
	return handle_transaction(archive, rebuild, NULL, err);
}
