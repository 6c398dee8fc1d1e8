// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/fetched.h"

#include <string.h>

#include "archive/handle.h"
#include "shoroku/base/vec.h"

static struct day_record
read_record(const struct statement *st)
{
	return (struct day_record){
	    .state = (enum day_state)statement_int(st, 1),
	    .trouble = (enum day_answer)statement_int(st, 2),
	    .settled = statement_int(st, 3) != 0,
	    .agreed_at = statement_int(st, 4),
	    .tried_at = statement_int(st, 5),
	    .has_text = statement_int(st, 6) > 0,
	};
}

int
fetched_load(struct archive *archive, struct arena *arena, const char *source,
	     struct fetched_list *list, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_FETCHED);
	VEC(struct fetched) rows = {0};

	statement_bind_text(&st, ":source", source);
	while (statement_step(&st)) {
		*vec_push(&rows) = (struct fetched){
		    .date = (date_day)statement_int(&st, 0),
		    .record = read_record(&st),
		    .url = statement_copy(&st, 7, arena),
		    .etag = statement_copy(&st, 8, arena),
		    .last_modified = statement_copy(&st, 9, arena),
		    .hash = statement_copy(&st, 10, arena),
		    .reason = statement_copy(&st, 11, arena),
		};
	}
	list->count = rows.count;
	list->items = arena_alloc(arena, (rows.count + 1) * sizeof(*rows.items));
	if (rows.count)
		memcpy(list->items, rows.items, rows.count * sizeof(*rows.items));
	vec_release(&rows);
	return statement_end(&st, err);
}

int
fetched_empty_days(struct archive *archive, struct arena *arena, struct date_range range,
		   struct load_days *days, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_FETCHED_EMPTY_DAYS);
	VEC(struct load_day) rows = {0};

	statement_bind_int(&st, ":first", range.first);
	statement_bind_int(&st, ":last", range.last);
	while (statement_step(&st)) {
		*vec_push(&rows) = (struct load_day){
		    .date = (date_day)statement_int(&st, 0),
		    .source = statement_copy(&st, 1, arena),
		    .state = (enum day_state)statement_int(&st, 2),
		    .reason = statement_copy(&st, 3, arena),
		};
	}
	days->count = rows.count;
	days->items = arena_alloc(arena, (rows.count + 1) * sizeof(*rows.items));
	if (rows.count)
		memcpy(days->items, rows.items, rows.count * sizeof(*rows.items));
	vec_release(&rows);
	return statement_end(&st, err);
}

int
fetched_has_before(struct archive *archive, const char *source, date_day date, const char *key,
		   bool *has, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_EARLIER_ENTRY);

	statement_bind_text(&st, ":key", key);
	statement_bind_text(&st, ":source", source);
	statement_bind_int(&st, ":day", date);
	*has = statement_step(&st);
	return statement_end(&st, err);
}
