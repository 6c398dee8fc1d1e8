// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo: inverse events, appended. A mark is only touched where it still is what the step
// (or, for redo, the undoing of it) left behind.
#include <string.h>

#include "archive/journal-alias.h"
#include "archive/journal-derive.h"
#include "archive/journal-private.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/vec.h"

// An event of the step that is taken back or done again.
struct past {
	const char *key;
	const char *field;
	const char *value;
	struct journal_mark prior;
};

struct reversal {
	struct arena *arena;
	struct journal_report *report;
	bool undo;
	int64_t target;		   // the step
	struct journal_event last; // that was counted
	VEC(struct past) events;
};

static int
find_target(struct archive *archive, struct reversal *reversal, struct error *err)
{
	struct statement st =
	    statement_begin(archive, reversal->undo ? STATEMENT_LAST_DONE : STATEMENT_FIRST_UNDONE);

	if (statement_step(&st))
		reversal->target = statement_int(&st, 0);
	if (statement_end(&st, err))
		return -1;
	if (!reversal->target)
		return error_set(err, ERROR_NOT_FOUND,
				 reversal->undo ? _("there is nothing to undo")
						: _("there is nothing to redo"));
	return 0;
}

static int
load_events(struct archive *archive, struct reversal *reversal, struct error *err)
{
	struct arena *arena = reversal->arena;
	struct statement st;
	const char *device;

	if (journal_private_device(archive, arena, &device, err))
		return -1;
	st = statement_begin(archive, STATEMENT_STEP_EVENTS);
	statement_bind_text(&st, ":device", device);
	statement_bind_int(&st, ":step", reversal->target);
	while (statement_step(&st)) {
		*vec_push(&reversal->events) = (struct past){
		    .key = statement_copy(&st, 0, arena),
		    .field = statement_copy(&st, 1, arena),
		    .value = statement_copy(&st, 2, arena),
		    .prior = {statement_copy(&st, 3, arena), statement_int(&st, 4)},
		};
	}
	return statement_end(&st, err);
}

// A mark that was merged from several keys counts once, with the value it has now.
static int
report_change(struct archive *archive, struct reversal *reversal, const struct journal_event *event,
	      struct error *err)
{
	struct journal_report *report = reversal->report;
	struct journal_class class = {0};
	int result = 0;

	if (reversal->last.paper && !strcmp(reversal->last.paper, event->paper) &&
	    !strcmp(reversal->last.field, event->field) &&
	    strcmp(reversal->last.key, event->key) != 0)
		return 0;
	reversal->last = *event;
	if (report->changed++)
		return 0;
	report->key = event->paper;
	report->field = event->field;
	result =
	    journal_derive_read(archive, reversal->arena, event->paper, event->field, &class, err);
	report->value = journal_derive_value(&class, reversal->arena, event->field);
	vec_release(&class.rows);
	return result;
}

// A mark made under a former key is taken back where it was made, so that what was made of the same
// paper under another key stays.
static int
reverse_one(struct archive *archive, struct reversal *reversal, int64_t step,
	    const struct past *past, struct error *err)
{
	struct journal_event event = {
	    .key = past->key,
	    .field = past->field,
	    .value = reversal->undo ? past->prior.value : past->value,
	    .step = step,
	    .undoes = reversal->target,
	    .effect_step = reversal->undo ? past->prior.step : reversal->target,
	    .origin = reversal->undo ? "undo" : "redo",
	};

	if (journal_private_resolve(archive, reversal->arena, past->key, &event.paper, err) ||
	    journal_private_mark(archive, reversal->arena, event.key, event.field, &event.prior,
				 err))
		return -1;
	if (event.prior.step != (reversal->undo ? reversal->target : past->prior.step)) {
		reversal->report->left++;
		return 0;
	}
	if (journal_private_write(archive, reversal->arena, &event, err))
		return -1;
	return report_change(archive, reversal, &event, err);
}

static int
reverse(struct archive *archive, void *context, struct error *err)
{
	struct reversal *reversal = context;
	const char *origin = reversal->undo ? "undo" : "redo";

	if (journal_alias_catch_up(archive, reversal->arena, err) ||
	    find_target(archive, reversal, err) || load_events(archive, reversal, err) ||
	    journal_private_new_step(archive, origin, origin, &reversal->report->step, err))
		return -1;
	// A step may have changed one mark twice: undo goes backwards through it.
	for (size_t i = 0; i < reversal->events.count; i++) {
		size_t at = reversal->undo ? reversal->events.count - 1 - i : i;

		if (reverse_one(archive, reversal, reversal->report->step,
				&reversal->events.items[at], err))
			return -1;
	}
	return journal_private_set_step(archive, reversal->target,
					reversal->undo ? "undone" : "done", err);
}

static int
run(struct archive *archive, struct arena *arena, bool undo, struct journal_report *report,
    struct error *err)
{
	struct reversal reversal = {.arena = arena, .report = report, .undo = undo};
	int result;

	*report = (struct journal_report){0};
	result = handle_transaction(archive, reverse, &reversal, err);
	vec_release(&reversal.events);
	return result;
}

int
journal_undo(struct archive *archive, struct arena *arena, struct journal_report *report,
	     struct error *err)
{
	return run(archive, arena, true, report, err);
}

int
journal_redo(struct archive *archive, struct arena *arena, struct journal_report *report,
	     struct error *err)
{
	return run(archive, arena, false, report, err);
}
