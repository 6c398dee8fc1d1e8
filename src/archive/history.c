// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/history.h"

#include <stdlib.h>
#include <string.h>

#include "archive/journal-private.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/vec.h"

typedef VEC(struct history_step) step_list;
typedef VEC(struct history_change) change_list;

static int
load_steps(struct archive *archive, struct arena *arena, int64_t before, size_t most,
	   step_list *steps, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_STEPS_BEFORE);

	statement_bind_int(&st, ":before", before);
	statement_bind_int(&st, ":most", most < INT32_MAX ? (int64_t)most : INT32_MAX);
	while (statement_step(&st))
		*vec_push(steps) = (struct history_step){
		    .step = statement_int(&st, 0),
		    .origin = statement_copy(&st, 1, arena),
		    .state = statement_copy(&st, 2, arena),
		    .made_at = statement_int(&st, 3),
		};
	return statement_end(&st, err);
}

static int
load_papers(struct archive *archive, struct arena *arena, const char *device,
	    struct history_step *step, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_STEP_PAPERS);

	statement_bind_text(&st, ":device", device);
	statement_bind_int(&st, ":step", step->step);
	if (statement_step(&st)) {
		step->papers = (size_t)statement_int(&st, 0);
		step->key = statement_copy(&st, 1, arena);
	}
	if (statement_end(&st, err) || !step->key)
		return step->key ? -1 : 0;
	st = statement_begin(archive, STATEMENT_KEY_TITLE);
	statement_bind_text(&st, ":key", step->key);
	if (statement_step(&st))
		step->title = statement_copy(&st, 0, arena);
	return statement_end(&st, err);
}

static int
load_changes(struct archive *archive, struct arena *arena, const char *device,
	     struct history_step *step, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_STEP_CHANGES);
	change_list changes = {0};

	statement_bind_text(&st, ":device", device);
	statement_bind_int(&st, ":step", step->step);
	while (statement_step(&st))
		*vec_push(&changes) = (struct history_change){
		    .field = statement_copy(&st, 0, arena),
		    .value = statement_copy(&st, 1, arena),
		    .count = (size_t)statement_int(&st, 2),
		};
	step->change_count = changes.count;
	step->changes = arena_alloc(arena, (changes.count + 1) * sizeof(*step->changes));
	for (size_t i = 0; i < changes.count; i++)
		step->changes[i] = changes.items[i];
	vec_release(&changes);
	return statement_end(&st, err);
}

int
history_load(struct archive *archive, struct arena *arena, int64_t before, size_t most,
	     struct history *history, struct error *err)
{
	step_list steps = {0};
	const char *device;
	int result = journal_private_device(archive, arena, &device, err);

	if (!result)
		result = load_steps(archive, arena, before, most, &steps, err);
	for (size_t i = 0; !result && i < steps.count; i++)
		result = load_papers(archive, arena, device, &steps.items[i], err) ||
				 load_changes(archive, arena, device, &steps.items[i], err)
			     ? -1
			     : 0;
	history->count = steps.count;
	history->items = arena_alloc(arena, (steps.count + 1) * sizeof(*history->items));
	for (size_t i = 0; i < steps.count; i++)
		history->items[i] = steps.items[i];
	vec_release(&steps);
	return result;
}

// --- going back

// An event after the point gone back to. Of several of one mark the first has what the mark was and
// the last what this device made it.
struct later {
	size_t order;
	const char *key;   // under which it was made
	const char *paper; // the key used now
	const char *field;
	const char *value;
	const char *prior;
};

struct restore {
	struct arena *arena;
	struct journal_report *report;
	int64_t point;
	VEC(struct later) events;
};

static int
find_point(struct archive *archive, int64_t point, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_HAS_STEP);
	bool found = point == 0;

	statement_bind_int(&st, ":step", point);
	found |= statement_step(&st);
	if (statement_end(&st, err))
		return -1;
	return found
		   ? 0
		   : error_set(err, ERROR_NOT_FOUND, _("there is no step %lld"), (long long)point);
}

static int
load_later(struct archive *archive, struct restore *restore, struct error *err)
{
	struct arena *arena = restore->arena;
	struct statement st;
	const char *device;

	if (journal_private_device(archive, arena, &device, err))
		return -1;
	st = statement_begin(archive, STATEMENT_EVENTS_AFTER);
	statement_bind_text(&st, ":device", device);
	statement_bind_int(&st, ":step", restore->point);
	while (statement_step(&st)) {
		struct later *later = vec_push(&restore->events);

		*later = (struct later){
		    .order = restore->events.count,
		    .field = statement_copy(&st, 1, arena),
		    .value = statement_copy(&st, 2, arena),
		    .prior = statement_copy(&st, 3, arena),
		    .key = statement_copy(&st, 0, arena),
		};
	}
	return statement_end(&st, err);
}

// A mark goes back where it was made, though its paper may have another key by now.
static int
resolve_papers(struct archive *archive, struct restore *restore, struct error *err)
{
	for (size_t i = 0; i < restore->events.count; i++) {
		struct later *later = &restore->events.items[i];

		if (journal_private_resolve(archive, restore->arena, later->key, &later->paper,
					    err))
			return -1;
	}
	return 0;
}

static int
compare_marks(const struct later *a, const struct later *b)
{
	int order = strcmp(a->key, b->key);

	return order ? order : strcmp(a->field, b->field);
}

static int
compare_later(const void *a, const void *b)
{
	const struct later *x = a;
	const struct later *y = b;
	int order = compare_marks(x, y);

	return order ? order : (x->order > y->order) - (x->order < y->order);
}

static bool
same_value(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

static int
begin_step(struct archive *archive, struct restore *restore, struct error *err)
{
	struct statement st;

	if (restore->report->step)
		return 0;
	st = statement_begin(archive, STATEMENT_DISCARD_UNDONE);
	if (statement_run(&st, err))
		return -1;
	return journal_private_new_step(archive, "restore", "done", &restore->report->step, err);
}

static int
restore_one(struct archive *archive, struct restore *restore, const struct later *first,
	    const struct later *last, struct error *err)
{
	struct journal_report *report = restore->report;
	struct journal_event event = {
	    .key = first->key,
	    .paper = first->paper,
	    .field = first->field,
	    .value = first->prior,
	    .origin = "restore",
	};

	if (journal_private_mark(archive, restore->arena, event.key, event.field, &event.prior,
				 err))
		return -1;
	if (same_value(event.prior.value, event.value))
		return 0;
	if (!same_value(event.prior.value, last->value)) {
		report->left++;
		return 0;
	}
	if (begin_step(archive, restore, err))
		return -1;
	event.step = event.effect_step = report->step;
	if (!report->changed++) {
		report->key = event.paper;
		report->field = event.field;
		report->value = event.value;
	}
	return journal_private_write(archive, restore->arena, &event, err);
}

static int
restore_all(struct archive *archive, void *context, struct error *err)
{
	struct restore *restore = context;
	const struct later *events;
	size_t count;

	if (find_point(archive, restore->point, err) || load_later(archive, restore, err) ||
	    resolve_papers(archive, restore, err))
		return -1;
	events = restore->events.items;
	count = restore->events.count;
	if (count)
		qsort(restore->events.items, count, sizeof(*events), compare_later);
	for (size_t i = 0, last; i < count; i = last + 1) {
		last = i;
		while (last + 1 < count && !compare_marks(&events[i], &events[last + 1]))
			last++;
		restore->report->papers += !i || strcmp(events[i].key, events[i - 1].key) != 0;
		if (restore_one(archive, restore, &events[i], &events[last], err))
			return -1;
	}
	return 0;
}

int
history_restore(struct archive *archive, struct arena *arena, int64_t step,
		struct journal_report *report, struct error *err)
{
	struct restore restore = {.arena = arena, .report = report, .point = step};
	int result;

	*report = (struct journal_report){0};
	result = handle_transaction(archive, restore_all, &restore, err);
	vec_release(&restore.events);
	return result;
}
