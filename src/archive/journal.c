// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/journal.h"

#include <stdlib.h>
#include <string.h>

#include "archive/journal-alias.h"
#include "archive/journal-derive.h"
#include "archive/journal-private.h"
#include "shoroku/base/clock.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/vec.h"
#include "shoroku/text/clean.h"
#include "shoroku/text/utf8.h"

#define TAG_PREFIX "tag:"
#define LONGEST_TAG 64 // code points
#define CLOCK_SHIFT 16 // the hybrid clock: milliseconds, then a counter
#define LONGEST_ALIAS_CHAIN 16

const char *
journal_tag_name(const char *field)
{
	size_t length = strlen(TAG_PREFIX);

	return strncmp(field, TAG_PREFIX, length) ? NULL : field + length;
}

int
journal_private_resolve(struct archive *archive, struct arena *arena, const char *key,
			const char **resolved, struct error *err)
{
	*resolved = arena_strdup(arena, key);
	for (int i = 0; i < LONGEST_ALIAS_CHAIN; i++) {
		struct statement st = statement_begin(archive, STATEMENT_ALIAS);
		bool found;

		statement_bind_text(&st, ":key", *resolved);
		found = statement_step(&st);
		key = found ? statement_copy(&st, 0, arena) : NULL;
		if (statement_end(&st, err))
			return -1;
		if (!found)
			break;
		*resolved = key;
	}
	return 0;
}

int
journal_private_mark(struct archive *archive, struct arena *arena, const char *key,
		     const char *field, struct journal_mark *mark, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_MARK);

	*mark = (struct journal_mark){0};
	statement_bind_text(&st, ":key", key);
	statement_bind_text(&st, ":field", field);
	if (statement_step(&st)) {
		mark->value = statement_copy(&st, 0, arena);
		mark->step = statement_int(&st, 1);
	}
	return statement_end(&st, err);
}

int
journal_private_device(struct archive *archive, struct arena *arena, const char **device,
		       struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_META);

	*device = NULL;
	statement_bind_text(&st, ":name", "device");
	if (statement_step(&st))
		*device = statement_copy(&st, 0, arena);
	return statement_end(&st, err);
}

// The next number and time of this device's events; the clock never goes back.
static int
next_event(struct archive *archive, const char *device, int64_t *seq, int64_t *clock,
	   struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_JOURNAL_END);

	*seq = 1;
	*clock = clock_now_ms() << CLOCK_SHIFT;
	statement_bind_text(&st, ":device", device);
	if (statement_step(&st)) {
		*seq = statement_int(&st, 0) + 1;
		if (*clock <= statement_int(&st, 1))
			*clock = statement_int(&st, 1) + 1;
	}
	return statement_end(&st, err);
}

int
journal_private_append(struct archive *archive, struct arena *arena,
		       const struct journal_event *event, struct error *err)
{
	struct statement st;
	const char *device;
	int64_t seq;
	int64_t clock;

	if (journal_private_device(archive, arena, &device, err) ||
	    next_event(archive, device, &seq, &clock, err))
		return -1;
	st = statement_begin(archive, STATEMENT_ADD_EVENT);
	statement_bind_text(&st, ":device", device);
	statement_bind_int(&st, ":seq", seq);
	statement_bind_int(&st, ":clock", clock);
	statement_bind_int(&st, ":step", event->step);
	statement_bind_text(&st, ":origin", event->origin);
	if (event->undoes)
		statement_bind_int(&st, ":undoes", event->undoes);
	statement_bind_text(&st, ":key", event->key);
	statement_bind_text(&st, ":field", event->field);
	statement_bind_text(&st, ":value", event->value);
	statement_bind_text(&st, ":prior_value", event->prior.value);
	statement_bind_int(&st, ":prior_step", event->prior.step);
	return statement_run(&st, err);
}

int
journal_private_write(struct archive *archive, struct arena *arena,
		      const struct journal_event *event, struct error *err)
{
	struct statement st;

	if (journal_private_append(archive, arena, event, err))
		return -1;
	st = statement_begin(archive, STATEMENT_SET_MARK);
	statement_bind_text(&st, ":key", event->key);
	statement_bind_text(&st, ":field", event->field);
	statement_bind_text(&st, ":value", event->value);
	statement_bind_int(&st, ":step", event->effect_step);
	if (statement_run(&st, err))
		return -1;
	return journal_derive_field(archive, event->paper, event->field, err);
}

int
journal_private_new_step(struct archive *archive, const char *origin, const char *state,
			 int64_t *step, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_ADD_STEP);

	statement_bind_text(&st, ":origin", origin);
	statement_bind_text(&st, ":state", state);
	statement_bind_int(&st, ":made_at", clock_now_ms());
	if (statement_step(&st))
		*step = statement_int(&st, 0);
	while (statement_step(&st))
		;
	return statement_end(&st, err);
}

int
journal_private_set_step(struct archive *archive, int64_t step, const char *state,
			 struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_SET_STEP);

	statement_bind_int(&st, ":step", step);
	statement_bind_text(&st, ":state", state);
	return statement_run(&st, err);
}

int
journal_check_field(const char *field, struct error *err)
{
	const char *tag = journal_tag_name(field);
	size_t length = tag ? strlen(tag) : 0;
	char *cleaned;
	bool same;

	if (!tag)
		return 0;
	cleaned = clean_string(tag, length, CLEAN_LINE);
	same = !strcmp(cleaned, tag);
	free(cleaned);
	if (!length || !same)
		return error_set(err, ERROR_USAGE,
				 _("a tag is one line of text without blanks at its ends"));
	if (utf8_count(tag, length) > LONGEST_TAG)
		return error_set(err, ERROR_USAGE, _("a tag has at most %d characters"),
				 LONGEST_TAG);
	return 0;
}

static bool
same_value(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

struct apply {
	struct arena *arena;
	const struct journal_change *changes;
	size_t count;
	enum journal_origin origin;
	struct journal_report *report;
	const char *last_key; // of the paper changed last
};

// A step is made when its first change really changes something.
static int
begin_step(struct archive *archive, const struct apply *apply, struct error *err)
{
	bool user = apply->origin == JOURNAL_USER;
	struct statement st;

	if (apply->report->step)
		return 0;
	if (user) {
		st = statement_begin(archive, STATEMENT_DISCARD_UNDONE);
		if (statement_run(&st, err))
			return -1;
	}
	return journal_private_new_step(archive, user ? "user" : "automatic",
					user ? "done" : "automatic", &apply->report->step, err);
}

// The value goes to the key used now; what the paper has under former keys is taken away, so that the mark
// is the one value whatever it was merged from.
static int
write_to_class(struct archive *archive, const struct apply *apply,
	       const struct journal_class *class, struct journal_event *event, struct error *err)
{
	const char *value = event->value;

	for (size_t i = 0; i < class->rows.count; i++) {
		const struct journal_row *row = &class->rows.items[i];

		if (!row->mark.value || !strcmp(row->key, event->paper))
			continue;
		event->key = row->key;
		event->prior = row->mark;
		event->value = NULL;
		if (journal_private_write(archive, apply->arena, event, err))
			return -1;
	}
	event->key = event->paper;
	event->value = value;
	if (journal_private_mark(archive, apply->arena, event->key, event->field, &event->prior,
				 err))
		return -1;
	if (same_value(event->prior.value, value))
		return 0;
	return journal_private_write(archive, apply->arena, event, err);
}

static void
report_change(struct apply *apply, const struct journal_event *event)
{
	struct journal_report *report = apply->report;

	report->papers += !apply->last_key || strcmp(apply->last_key, event->paper) != 0;
	apply->last_key = event->paper;
	if (report->changed++)
		return;
	report->key = event->paper;
	report->field = arena_strdup(apply->arena, event->field);
	report->value = arena_strdup(apply->arena, event->value);
}

static int
apply_to_class(struct archive *archive, struct apply *apply, struct journal_class *class,
	       struct journal_event *event, struct error *err)
{
	if (journal_derive_read(archive, apply->arena, event->paper, event->field, class, err))
		return -1;
	if (same_value(journal_derive_value(class, apply->arena, event->field), event->value))
		return 0;
	if (begin_step(archive, apply, err))
		return -1;
	event->step = apply->report->step;
	event->effect_step = apply->report->step;
	if (write_to_class(archive, apply, class, event, err))
		return -1;
	report_change(apply, event);
	return 0;
}

static int
apply_one(struct archive *archive, struct apply *apply, const struct journal_change *change,
	  struct error *err)
{
	struct journal_class class = {0};
	struct journal_event event = {
	    .field = change->field,
	    .value = change->value,
	    .origin = apply->origin == JOURNAL_USER ? "user" : "automatic",
	};
	int result;

	if (journal_check_field(change->field, err) ||
	    journal_private_resolve(archive, apply->arena, change->key, &event.paper, err))
		return -1;
	result = apply_to_class(archive, apply, &class, &event, err);
	vec_release(&class.rows);
	return result;
}

static int
apply_all(struct archive *archive, void *context, struct error *err)
{
	struct apply *apply = context;

	if (journal_alias_catch_up(archive, apply->arena, err))
		return -1;
	for (size_t i = 0; i < apply->count; i++) {
		if (apply_one(archive, apply, &apply->changes[i], err))
			return -1;
	}
	return 0;
}

int
journal_apply(struct archive *archive, struct arena *arena, const struct journal_change *changes,
	      size_t count, enum journal_origin origin, struct journal_report *report,
	      struct error *err)
{
	struct apply apply = {arena, changes, count, origin, report, NULL};

	*report = (struct journal_report){0};
	return handle_transaction(archive, apply_all, &apply, err);
}

int
journal_keep_state(struct archive *archive, const char *name, const char *value, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_KEEP_STATE);

	statement_bind_text(&st, ":name", name);
	statement_bind_text(&st, ":value", value);
	return statement_run(&st, err);
}
