// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/warnings.h"

#include <stdlib.h>

#include "archive/warnings-counts.h"
#include "archive/warnings-said.h"
#include "shoroku/archive/judging.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"

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
	vec_release(&warnings->said);
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
	vec_clear(&archive->warnings->said);
	archive->warnings->counted = -1;
}

const char *
warnings_name(struct arena *arena, enum section_role role, enum trust_flaw flaw)
{
	struct strbuf name;
	const char *copy;

	strbuf_init(&name);
	strbuf_addf(&name, "%s-%s", paper_role_name(role), rules_flaw_name(flaw));
	copy = arena_strdup(arena, name.data);
	strbuf_release(&name);
	return copy;
}

int
warnings_store(struct archive *archive, int64_t entry, const char *name, double score,
	       int64_t other, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_ADD_WARNING);

	statement_bind_int(&st, ":entry", entry);
	statement_bind_text(&st, ":name", name);
	statement_bind_int(&st, ":score", (int64_t)(score * 1000 + (score < 0 ? -0.5 : 0.5)));
	statement_bind_int(&st, ":other", other);
	return statement_run(&st, err);
}

// --- judging

// In ascending order, each once.
static size_t
sort_days(date_day *days, size_t count)
{
	size_t kept = 0;

	qsort(days, count, sizeof(*days), date_compare);
	for (size_t i = 0; i < count; i++) {
		if (!kept || days[i] != days[kept - 1])
			days[kept++] = days[i];
	}
	return kept;
}

// They are judged, so an archive of a former version needs them no more.
static int
forget_unjudged(struct archive *archive, const date_day *days, size_t count, struct error *err)
{
	size_t unjudged;

	if (warnings_unjudged(archive, &unjudged, err))
		return -1;
	for (size_t i = 0; unjudged && i < count; i++) {
		struct statement st = statement_begin(archive, STATEMENT_DROP_UNJUDGED);

		statement_bind_int(&st, ":day", days[i]);
		if (statement_run(&st, err))
			return -1;
	}
	return 0;
}

int
warnings_flush(struct archive *archive, const struct warnings_known *known, struct error *err)
{
	struct warnings *warnings = archive->warnings;
	const date_day *days = warnings->touched.items;
	size_t count;
	int result = 0;

	if (!warnings->touched.count)
		return 0;
	count = sort_days(warnings->touched.items, warnings->touched.count);
	for (size_t i = 0; !result && i < count; i++)
		result = warnings_said_begin(archive, days[i], err);
	for (size_t i = 0; !result && i < count; i++)
		result = warnings_judge_day(archive, days[i], known, err);
	if (!result)
		result = warnings_said_flush(archive, days, count, err);
	if (!result)
		result = forget_unjudged(archive, days, count, err);
	vec_clear(&warnings->touched);
	return result;
}

// --- days that were not judged

int
warnings_unjudged(struct archive *archive, size_t *count, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_COUNT_UNJUDGED);

	*count = statement_step(&st) ? (size_t)statement_int(&st, 0) : 0;
	return statement_end(&st, err);
}

int
warnings_judge_newest(struct archive *archive, size_t most, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_NEWEST_UNJUDGED);

	statement_bind_int(&st, ":most", (int64_t)most);
	while (statement_step(&st))
		warnings_touch(archive, (date_day)statement_int(&st, 0));
	return statement_end(&st, err) ? -1 : warnings_flush(archive, NULL, err);
}

int
warnings_rebuild(struct archive *archive, struct error *err)
{
	static const enum statement_id steps[] = {STATEMENT_DROP_EVERY_SAID,
						  STATEMENT_EVERY_DAY_UNJUDGED};
	size_t left = 1;

	if (warnings_counts_renew(archive, err))
		return -1;
	for (size_t i = 0; i < ARRAY_LENGTH(steps); i++) {
		struct statement st = statement_begin(archive, steps[i]);

		if (statement_run(&st, err))
			return -1;
	}
	while (left) {
		if (warnings_judge_newest(archive, JUDGING_DAYS, err) ||
		    warnings_unjudged(archive, &left, err))
			return -1;
	}
	return 0;
}
