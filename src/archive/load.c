// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/load.h"

#include <string.h>

#include "archive/handle.h"
#include "archive/lines.h"
#include "archive/warnings.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/vec.h"
#include "shoroku/model/entry-id.h"

static void *
to_arena(struct arena *arena, const void *items, size_t count, size_t size)
{
	void *copy = arena_alloc(arena, count * size);

	if (count)
		memcpy(copy, items, count * size);
	return copy;
}

static struct load_day *
find_day(struct load_days *days, date_day date, const char *source)
{
	for (size_t i = 0; i < days->count; i++) {
		if (days->items[i].date == date && !strcmp(days->items[i].source, source))
			return &days->items[i];
	}
	return NULL;
}

// Counts the marked entries of each digest: a row an entry, in the order of the days.
static int
count_marks(struct archive *archive, struct date_range range, const char *field,
	    struct load_days *days, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_DAY_MARKS);
	struct load_day *day = NULL;

	statement_bind_text(&st, ":field", field);
	statement_bind_int(&st, ":first", entry_id_day_first(range.first));
	statement_bind_int(&st, ":last", entry_id_day_last(range.last));
	while (statement_step(&st)) {
		date_day date = (date_day)statement_int(&st, 0);
		const char *source = statement_text(&st, 1);

		if (!day || day->date != date || strcmp(day->source, source) != 0)
			day = find_day(days, date, source);
		if (day && !strcmp(field, "read"))
			day->unread--;
		else if (day)
			day->favourites++;
	}
	return statement_end(&st, err);
}

static enum day_state
read_state(const struct statement *st)
{
	if (statement_int(st, 2) == DIGEST_CHANGED)
		return DAY_CHANGED;
	return statement_int(st, 5) == DAY_PARTIAL ? DAY_PARTIAL : DAY_COMPLETE;
}

int
load_days(struct archive *archive, struct arena *arena, struct date_range range,
	  struct load_days *days, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_DAYS);
	VEC(struct load_day) list = {0};
	int result;

	statement_bind_int(&st, ":first", range.first);
	statement_bind_int(&st, ":last", range.last);
	while (statement_step(&st)) {
		*vec_push(&list) = (struct load_day){
		    .date = (date_day)statement_int(&st, 0),
		    .source = statement_copy(&st, 1, arena),
		    .state = read_state(&st),
		    .papers = (int)statement_int(&st, 3),
		    .unread = (int)statement_int(&st, 3),
		    .revision = (int)statement_int(&st, 4),
		    .reason = statement_copy(&st, 6, arena),
		};
	}
	result = statement_end(&st, err);
	days->count = list.count;
	days->items = to_arena(arena, list.items, list.count, sizeof(*list.items));
	vec_release(&list);
	if (result || count_marks(archive, range, "read", days, err))
		return -1;
	return count_marks(archive, range, "favourite", days, err);
}

// The one number of a statement's first row; `none` where it is NULL.
static int
single(struct statement *st, int64_t none, int64_t *value, struct error *err)
{
	*value = none;
	if (statement_step(st) && statement_text(st, 0))
		*value = statement_int(st, 0);
	return statement_end(st, err);
}

int
load_newest_day(struct archive *archive, date_day *day, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_NEWEST_DAY);
	int64_t value;
	int result = single(&st, DATE_NONE, &value, err);

	*day = (date_day)value;
	return result;
}

typedef VEC(struct section) section_list;

// Reads the columns ENTRIES and ENTRY have in common.
static void
read_entry(const struct statement *st, struct arena *arena, struct entry *entry)
{
	struct paper *paper = &entry->paper;

	*entry = (struct entry){
	    .id = statement_int(st, 0),
	    .source = statement_copy(st, 1, arena),
	    .lang = statement_copy(st, 2, arena),
	    .position = (int)statement_int(st, 3),
	    .date = (date_day)statement_int(st, 12),
	};
	paper->key = statement_copy(st, 4, arena);
	paper->title = statement_copy(st, 5, arena);
	paper->title_original = statement_copy(st, 6, arena);
	paper->authors = lines_split(arena, statement_text(st, 7), &paper->author_count);
	paper->authors_truncated = statement_int(st, 8) != 0;
	paper->arxiv_id = statement_copy(st, 9, arena);
	paper->doi = statement_copy(st, 10, arena);
	paper->url = statement_copy(st, 11, arena);
	paper->pdf_url = statement_copy(st, 13, arena);
	if (statement_text(st, 14))
		paper->categories =
		    lines_split(arena, statement_text(st, 14), &paper->category_count);
	paper->published = statement_copy(st, 15, arena);
	entry->announcement = (enum announcement)statement_int(st, 16);
	entry->seen_before.id = statement_int(st, 17);
	entry->date_origin = (enum date_origin)statement_int(st, 18);
	paper->updated = statement_copy(st, 19, arena);
	paper->journal_ref = statement_copy(st, 20, arena);
	paper->comment = statement_copy(st, 21, arena);
}

// Where the earlier entry found along with this one stands.
static int
complete_sighting(struct archive *archive, struct arena *arena, struct sighting *seen,
		  struct error *err)
{
	struct statement st;

	if (!seen->id)
		return 0;
	seen->date = entry_id_day(seen->id);
	st = statement_begin(archive, STATEMENT_SOURCE_OF_ENTRY);
	statement_bind_int(&st, ":entry", seen->id);
	if (statement_step(&st))
		seen->source = statement_copy(&st, 0, arena);
	return statement_end(&st, err);
}

static int
load_marks(struct archive *archive, struct arena *arena, struct load_entry *entry,
	   struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_ENTRY_MARKS);
	struct marks *marks = &entry->marks;
	VEC(const char *) tags = {0};
	int result;

	statement_bind_int(&st, ":entry", entry->entry.id);
	while (statement_step(&st)) {
		const char *field = statement_text(&st, 0);

		if (!strcmp(field, "read"))
			marks->read = true;
		else if (!strcmp(field, "favourite"))
			marks->favourite = true;
		else if (!strcmp(field, "rating"))
			marks->rating = (int)statement_int(&st, 1);
		else if (!strcmp(field, "note"))
			marks->note = statement_copy(&st, 1, arena);
		else if (!strncmp(field, "tag:", 4))
			*vec_push(&tags) = arena_strdup(arena, field + 4);
	}
	result = statement_end(&st, err);
	marks->tag_count = tags.count;
	marks->tags = to_arena(arena, tags.items, tags.count, sizeof(*tags.items));
	vec_release(&tags);
	return result;
}

// What arXiv says stands with the paper and is shown below what its entry says, unless that says the same.
static int
add_arxiv_section(struct archive *archive, struct arena *arena, int64_t entry,
		  section_list *sections, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_ARXIV_SECTION);
	struct section section = {.role = SECTION_ABSTRACT, .origin = SECTION_FROM_ARXIV};

	statement_bind_int(&st, ":entry", entry);
	if (statement_step(&st)) {
		section.label = statement_copy(&st, 0, arena);
		section.text = statement_copy(&st, 1, arena);
	}
	if (statement_end(&st, err))
		return -1;
	for (size_t i = 0; section.text && i < sections->count; i++) {
		const struct section *own = &sections->items[i];

		if (own->role == SECTION_ABSTRACT && !strcmp(own->text, section.text))
			section.text = NULL;
	}
	if (section.text)
		*vec_push(sections) = section;
	return 0;
}

static int
load_sections(struct archive *archive, struct arena *arena, struct entry *entry, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_SECTIONS);
	section_list sections = {0};
	int result;

	statement_bind_int(&st, ":entry", entry->id);
	while (statement_step(&st)) {
		*vec_push(&sections) = (struct section){
		    .role = (enum section_role)statement_int(&st, 0),
		    .label = statement_copy(&st, 1, arena),
		    .text = statement_copy(&st, 2, arena),
		};
	}
	result = statement_end(&st, err);
	if (!result)
		result = add_arxiv_section(archive, arena, entry->id, &sections, err);
	entry->section_count = sections.count;
	entry->sections = to_arena(arena, sections.items, sections.count, sizeof(*sections.items));
	vec_release(&sections);
	return result;
}

// Marks, sections if asked for, and each entry's place among its day's.
static int
complete_entries(struct archive *archive, struct arena *arena, bool with_sections,
		 struct load_entries *entries, struct error *err)
{
	for (size_t i = 0; i < entries->count; i++) {
		struct load_entry *entry = &entries->items[i];
		const struct load_entry *before = i ? entry - 1 : NULL;

		entry->day_position = before && before->entry.date == entry->entry.date
					  ? before->day_position + 1
					  : 1;
		if (load_marks(archive, arena, entry, err) ||
		    warned_load(archive, arena, &entry->entry, err) ||
		    complete_sighting(archive, arena, &entry->entry.seen_before, err))
			return -1;
		if (with_sections && load_sections(archive, arena, &entry->entry, err))
			return -1;
	}
	return 0;
}

int
load_entries(struct archive *archive, struct arena *arena, struct date_range range,
	     bool with_sections, struct load_entries *entries, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_ENTRIES);
	VEC(struct load_entry) list = {0};
	int result;

	statement_bind_int(&st, ":first", range.first);
	statement_bind_int(&st, ":last", range.last);
	while (statement_step(&st))
		read_entry(&st, arena, &vec_push(&list)->entry);
	result = statement_end(&st, err);
	entries->count = list.count;
	entries->items = to_arena(arena, list.items, list.count, sizeof(*list.items));
	vec_release(&list);
	return result ? -1 : complete_entries(archive, arena, with_sections, entries, err);
}

static int
missing(int64_t id, struct error *err)
{
	return error_set(err, ERROR_NOT_FOUND, _("there is no entry %lld"), (long long)id);
}

int
load_row(struct archive *archive, struct arena *arena, int64_t id, struct load_entry *entry,
	 struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_ENTRY);
	bool found;

	*entry = (struct load_entry){0};
	statement_bind_int(&st, ":id", id);
	found = statement_step(&st);
	if (found) {
		read_entry(&st, arena, &entry->entry);
		entry->day_position = (int)statement_int(&st, 22);
	}
	if (statement_end(&st, err))
		return -1;
	if (!found)
		return missing(id, err);
	if (load_marks(archive, arena, entry, err) ||
	    warned_load(archive, arena, &entry->entry, err))
		return -1;
	return complete_sighting(archive, arena, &entry->entry.seen_before, err);
}

int
load_entry(struct archive *archive, struct arena *arena, int64_t id, struct load_entry *entry,
	   struct error *err)
{
	if (load_row(archive, arena, id, entry, err))
		return -1;
	return load_sections(archive, arena, &entry->entry, err);
}

int
load_key(struct archive *archive, struct arena *arena, int64_t id, const char **key,
	 struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_KEY_OF_ENTRY);

	*key = NULL;
	statement_bind_int(&st, ":entry", id);
	if (statement_step(&st))
		*key = statement_copy(&st, 0, arena);
	if (statement_end(&st, err))
		return -1;
	return *key ? 0 : missing(id, err);
}

static int
load_names(struct archive *archive, struct arena *arena, enum statement_id id,
	   struct load_tags *names, struct error *err)
{
	struct statement st = statement_begin(archive, id);
	VEC(const char *) list = {0};

	while (statement_step(&st))
		*vec_push(&list) = statement_copy(&st, 0, arena);
	names->count = list.count;
	names->names = to_arena(arena, list.items, list.count, sizeof(*list.items));
	names->uses = NULL;
	vec_release(&list);
	return statement_end(&st, err);
}

int
load_tag_names(struct archive *archive, struct arena *arena, struct load_tags *tags,
	       struct error *err)
{
	return load_names(archive, arena, STATEMENT_TAG_NAMES, tags, err);
}

int
load_source_names(struct archive *archive, struct arena *arena, struct load_tags *sources,
		  struct error *err)
{
	return load_names(archive, arena, STATEMENT_SOURCE_NAMES, sources, err);
}

int
load_tags(struct archive *archive, struct arena *arena, struct load_tags *tags, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_TAGS);
	VEC(const char *) names = {0};
	VEC(int) uses = {0};
	int result;

	while (statement_step(&st)) {
		*vec_push(&names) = statement_copy(&st, 0, arena);
		*vec_push(&uses) = (int)statement_int(&st, 1);
	}
	result = statement_end(&st, err);
	tags->count = names.count;
	tags->names = to_arena(arena, names.items, names.count, sizeof(*names.items));
	tags->uses = to_arena(arena, uses.items, uses.count, sizeof(*uses.items));
	vec_release(&names);
	vec_release(&uses);
	return result;
}

int
load_favourite_count(struct archive *archive, int *count, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_FAVOURITES);
	int64_t value;
	int result = single(&st, 0, &value, err);

	*count = (int)value;
	return result;
}

static int
unread_after(struct archive *archive, int64_t after, int64_t *id, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_NEXT_UNREAD);

	statement_bind_int(&st, ":after", after);
	return single(&st, 0, id, err);
}

int
load_next_unread(struct archive *archive, int64_t after, int64_t *id, struct error *err)
{
	*id = 0;
	if (after && unread_after(archive, after, id, err))
		return -1;
	return *id ? 0 : unread_after(archive, INT64_MAX, id, err);
}

static int
next_day(struct archive *archive, date_day from, int direction, date_day *day, struct error *err)
{
	struct statement st =
	    statement_begin(archive, direction < 0 ? STATEMENT_DAY_BEFORE : STATEMENT_DAY_AFTER);
	int64_t value;
	int result;

	statement_bind_int(&st, ":day", from);
	result = single(&st, DATE_NONE, &value, err);
	*day = (date_day)value;
	return result;
}

int
load_near_day(struct archive *archive, date_day from, int direction, bool unread, date_day *day,
	      struct error *err)
{
	struct statement st;
	int64_t id;

	if (!unread)
		return next_day(archive, from, direction, day, err);
	st = statement_begin(archive,
			     direction < 0 ? STATEMENT_NEXT_UNREAD : STATEMENT_PREVIOUS_UNREAD);
	statement_bind_int(&st, ":after",
			   direction < 0 ? entry_id_day_first(from) : entry_id_day_last(from));
	if (single(&st, 0, &id, err))
		return -1;
	*day = id ? entry_id_day(id) : DATE_NONE;
	return 0;
}

int
load_state(struct archive *archive, struct arena *arena, const char *name, const char **value,
	   struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_STATE);

	*value = NULL;
	statement_bind_text(&st, ":name", name);
	if (statement_step(&st))
		*value = statement_copy(&st, 0, arena);
	return statement_end(&st, err);
}

int
load_change(struct archive *archive, int64_t *change, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_CHANGE);

	*change = statement_step(&st) ? statement_int(&st, 0) : 0;
	return statement_end(&st, err);
}
