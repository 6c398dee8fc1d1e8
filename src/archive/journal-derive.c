// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/journal-derive.h"

#include <stdio.h>
#include <string.h>

#include "archive/journal-alias.h"
#include "archive/unread.h"

// --- the marks of a class

int
journal_derive_read(struct archive *archive, struct arena *arena, const char *paper,
		    const char *field, struct journal_class *class, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_CLASS_MARK);

	vec_clear(&class->rows);
	statement_bind_text(&st, ":key", paper);
	statement_bind_text(&st, ":field", field);
	while (statement_step(&st)) {
		struct journal_row *row = vec_push(&class->rows);

		row->key = statement_copy(&st, 0, arena);
		row->mark.value = statement_copy(&st, 1, arena);
		row->mark.step = statement_int(&st, 2);
	}
	return statement_end(&st, err);
}

static bool
is_note_of(const char *notes, const char *note)
{
	size_t length = strlen(note);

	for (const char *at = notes; (at = strstr(at, note)); at++) {
		if ((at == notes || at[-1] == '\n') && (!at[length] || at[length] == '\n'))
			return true;
	}
	return false;
}

// Both notes, the older first, unless one has the other.
static const char *
join_notes(struct arena *arena, const char *older, const char *newer)
{
	size_t length = strlen(older);
	char *both;

	if (is_note_of(older, newer))
		return older;
	if (is_note_of(newer, older))
		return newer;
	both = arena_alloc(arena, length + strlen(newer) + 3);
	memcpy(both, older, length);
	memcpy(both + length, "\n\n", 2);
	memcpy(both + length + 2, newer, strlen(newer));
	return both;
}

const char *
journal_derive_value(const struct journal_class *class, struct arena *arena, const char *field)
{
	const char *value = NULL;

	for (size_t i = 0; i < class->rows.count; i++) {
		const char *own = class->rows.items[i].mark.value;

		if (own && value && !strcmp(field, "note"))
			value = join_notes(arena, value, own);
		else if (own)
			value = own;
	}
	return value;
}

// --- the derived sets

typedef VEC(int64_t) entry_list;

static int
entries_of(struct archive *archive, const char *paper, entry_list *entries, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_KEY_ENTRIES);

	statement_bind_text(&st, ":key", paper);
	while (statement_step(&st))
		*vec_push(entries) = statement_int(&st, 0);
	return statement_end(&st, err);
}

static int
derive(struct archive *archive, int64_t entry, const char *field, const char *value,
       struct error *err)
{
	struct statement st =
	    statement_begin(archive, value ? STATEMENT_DERIVE_MARK : STATEMENT_UNDERIVE_MARK);

	statement_bind_text(&st, ":field", field);
	statement_bind_int(&st, ":entry", entry);
	if (value)
		statement_bind_text(&st, ":value", value);
	return statement_run(&st, err);
}

static int
derive_value(struct archive *archive, const entry_list *entries, const char *field,
	     const char *value, struct error *err)
{
	for (size_t i = 0; i < entries->count; i++) {
		if (derive(archive, entries->items[i], field, value, err))
			return -1;
		if (!strcmp(field, "read") &&
		    unread_refresh_entry(archive, entries->items[i], value != NULL, err))
			return -1;
	}
	return 0;
}

int
journal_derive_field(struct archive *archive, const char *paper, const char *field,
		     struct error *err)
{
	struct journal_class class = {0};
	entry_list entries = {0};
	struct arena arena;
	int result;

	arena_init(&arena);
	result = journal_derive_read(archive, &arena, paper, field, &class, err);
	if (!result)
		result = entries_of(archive, paper, &entries, err);
	if (!result)
		result = derive_value(archive, &entries, field,
				      journal_derive_value(&class, &arena, field), err);
	vec_release(&class.rows);
	vec_release(&entries);
	arena_release(&arena);
	return result;
}

typedef VEC(const char *) field_list;

static int
fields_of(struct archive *archive, struct arena *arena, const char *paper, field_list *fields,
	  struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_CLASS_FIELDS);

	statement_bind_text(&st, ":key", paper);
	while (statement_step(&st))
		*vec_push(fields) = statement_copy(&st, 0, arena);
	return statement_end(&st, err);
}

int
journal_derive_paper(struct archive *archive, const char *paper, struct error *err)
{
	field_list fields = {0};
	struct arena arena;
	int result;

	arena_init(&arena);
	result = fields_of(archive, &arena, paper, &fields, err);
	for (size_t i = 0; !result && i < fields.count; i++)
		result = journal_derive_field(archive, paper, fields.items[i], err);
	vec_release(&fields);
	arena_release(&arena);
	return result;
}

// --- what another transaction of archive.db brought

static int
refresh_changed_days(struct archive *archive, int64_t change, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_CHANGED_DAYS);
	VEC(date_day) days = {0};
	int result;

	statement_bind_int(&st, ":change", change);
	while (statement_step(&st))
		*vec_push(&days) = (date_day)statement_int(&st, 0);
	result = statement_end(&st, err);
	for (size_t i = 0; !result && i < days.count; i++)
		result = unread_refresh_day(archive, days.items[i], err);
	vec_release(&days);
	return result;
}

static int
read_change_numbers(struct archive *archive, int64_t *archive_change, int64_t *user_change,
		    struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_CHANGE);

	*archive_change = statement_step(&st) ? statement_int(&st, 0) : 0;
	if (statement_end(&st, err))
		return -1;
	st = statement_begin(archive, STATEMENT_META);
	statement_bind_text(&st, ":name", "archive_change");
	*user_change = statement_step(&st) ? statement_int(&st, 0) : 0;
	return statement_end(&st, err);
}

struct derived {
	int64_t entry;
	const char *paper;
	const char *field;
};

// The marks of entries that are there since, whether their papers are known by a former key or not.
static int
derive_changed(struct archive *archive, int64_t change, struct error *err)
{
	VEC(struct derived) found = {0};
	struct journal_class class = {0};
	struct arena arena;
	struct statement st = statement_begin(archive, STATEMENT_CHANGED_ENTRIES);
	int result;

	arena_init(&arena);
	statement_bind_int(&st, ":change", change);
	while (statement_step(&st)) {
		struct derived *derived = vec_push(&found);

		derived->entry = statement_int(&st, 0);
		derived->paper = statement_copy(&st, 1, &arena);
		derived->field = statement_copy(&st, 2, &arena);
	}
	result = statement_end(&st, err);
	for (size_t i = 0; !result && i < found.count; i++) {
		const struct derived *derived = &found.items[i];

		result = journal_derive_read(archive, &arena, derived->paper, derived->field,
					     &class, err);
		if (!result)
			result = derive(archive, derived->entry, derived->field,
					journal_derive_value(&class, &arena, derived->field), err);
	}
	vec_release(&class.rows);
	vec_release(&found);
	arena_release(&arena);
	return result;
}

static int
catch_up(struct archive *archive, struct error *err)
{
	struct arena arena;
	int result;

	arena_init(&arena);
	result = journal_alias_catch_up(archive, &arena, err);
	arena_release(&arena);
	return result;
}

static int
repair(struct archive *archive, void *context, struct error *err)
{
	struct statement st;
	int64_t now;
	int64_t before;
	char number[24];

	(void)context;
	if (read_change_numbers(archive, &now, &before, err))
		return -1;
	// A smaller number than ours: the archive was made anew.
	before = before > now ? 0 : before;
	if (catch_up(archive, err) || derive_changed(archive, before, err) ||
	    refresh_changed_days(archive, before, err))
		return -1;
	snprintf(number, sizeof(number), "%lld", (long long)now);
	st = statement_begin(archive, STATEMENT_SET_META);
	statement_bind_text(&st, ":name", "archive_change");
	statement_bind_text(&st, ":value", number);
	return statement_run(&st, err);
}

int
journal_is_behind(struct archive *archive, bool *behind, struct error *err)
{
	int64_t now;
	int64_t before;

	if (read_change_numbers(archive, &now, &before, err))
		return -1;
	*behind = now != before;
	return 0;
}

int
journal_repair(struct archive *archive, struct error *err)
{
	bool behind;

	if (journal_is_behind(archive, &behind, err))
		return -1;
	return behind ? handle_transaction(archive, repair, NULL, err) : 0;
}
