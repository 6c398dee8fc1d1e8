// SPDX-License-Identifier: GPL-3.0-or-later
#include "work/import-marks.h"

#include <stdio.h>

#include "shoroku/archive/journal.h"
#include "shoroku/archive/load.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"

struct changes {
	VEC(struct journal_change) list;
	struct arena arena;
};

static void
add(struct changes *changes, const char *key, const char *field, const char *value)
{
	struct error bad;

	if (!journal_check_field(field, &bad))
		*vec_push(&changes->list) = (struct journal_change){key, field, value};
}

// What only one value can be of, where the paper has none yet.
static int
add_single(struct archive *marking, struct changes *changes, const char *key,
	   const struct marks *marks, struct error *err)
{
	struct load_entry entry = {0};
	struct error missing;
	int64_t id;
	char rating[4];

	if (!marks->note && !marks->rating)
		return 0;
	if (!load_resolve(marking, key, 0, &id, &missing) &&
	    load_entry(marking, &changes->arena, id, &entry, err))
		return -1;
	snprintf(rating, sizeof(rating), "%d", marks->rating);
	if (marks->rating && !entry.marks.rating)
		add(changes, key, "rating", arena_strdup(&changes->arena, rating));
	if (marks->note && !entry.marks.note)
		add(changes, key, "note", marks->note);
	return 0;
}

static int
add_marks(struct archive *marking, struct changes *changes, const char *key,
	  const struct marks *marks, struct error *err)
{
	if (marks->read)
		add(changes, key, "read", "1");
	if (marks->favourite)
		add(changes, key, "favourite", "1");
	for (size_t i = 0; i < marks->tag_count; i++) {
		struct strbuf field;

		strbuf_init(&field);
		strbuf_addf(&field, "tag:%s", marks->tags[i]);
		add(changes, key, arena_strdup(&changes->arena, field.data), "1");
		strbuf_release(&field);
	}
	return add_single(marking, changes, key, marks, err);
}

int
import_marks(struct archive *marking, const struct entry *entries, const struct marks *marks,
	     size_t count, struct error *err)
{
	struct changes changes = {0};
	struct journal_report report;
	int result = 0;

	arena_init(&changes.arena);
	for (size_t i = 0; !result && i < count; i++)
		result = add_marks(marking, &changes, entries[i].paper.key, &marks[i], err);
	if (!result && changes.list.count)
		result = journal_apply(marking, &changes.arena, changes.list.items,
				       changes.list.count, JOURNAL_AUTOMATIC, &report, err);
	vec_release(&changes.list);
	arena_release(&changes.arena);
	return result;
}
