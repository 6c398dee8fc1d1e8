// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/warnings.h"

#include <string.h>

#include "archive/warnings-counts.h"
#include "archive/warnings-recorded.h"
#include "archive/warnings-said.h"
#include "shoroku/base/memory.h"
#include "shoroku/model/entry-id.h"
#include "shoroku/trust/recorded.h"
#include "shoroku/trust/rules.h"

int
warnings_judge_read(struct archive *archive, struct arena *arena, int64_t first, int64_t last,
		    struct warnings_entries *entries, struct error *err)
{
	struct trust_crowd *crowd = archive->warnings->crowd;
	struct statement st = statement_begin(archive, STATEMENT_WARNED_TEXTS);
	struct warnings_entry *entry = NULL;

	crowd_clear(crowd);
	vec_clear(&entries->list);
	entries->verdicts = NULL;
	statement_bind_int(&st, ":first", first);
	statement_bind_int(&st, ":last", last);
	while (statement_step(&st)) {
		int64_t id = statement_int(&st, 0);
		size_t role = (size_t)statement_int(&st, 5);
		const char *text = statement_text(&st, 6);

		if (!entry || entry->id != id) {
			entry = vec_push(&entries->list);
			entry->id = id;
			entry->title = statement_copy(&st, 2, arena);
			entry->lang = statement_copy(&st, 4, arena);
			crowd_add_paper(crowd, statement_text(&st, 1));
			crowd_add_text(crowd, TRUST_TITLE, statement_text(&st, 2));
			if (statement_text(&st, 3))
				crowd_add_text(crowd, TRUST_TITLE, statement_text(&st, 3));
		}
		if (!text)
			continue;
		crowd_add_text(crowd, (unsigned)role, text);
		entry->texts[role] = entry->texts[role] ? "-" : arena_strdup(arena, text);
	}
	return statement_end(&st, err);
}

// What is known of a day while it is judged.
struct day {
	struct archive *archive;
	struct warnings_entries entries;
	VEC(struct trust_verdicts) verdicts;
	struct arena arena;
	size_t strange[SECTION_ABSTRACT]; // sections in another language than the digest
};

static int
store(struct day *day, size_t paper, enum section_role role, enum trust_flaw flaw, double score,
      int64_t other, struct error *err)
{
	return warnings_store(day->archive, day->entries.list.items[paper].id,
			      warnings_name(&day->arena, role, flaw), score, other, err);
}

static int
judge_text(struct day *day, size_t paper, enum section_role role, struct error *err)
{
	const struct warnings_entry *entry = &day->entries.list.items[paper];
	enum trust_flaw flaw;

	// Several sections of one role are parts of one; each part may end as it likes.
	if (!strcmp(entry->texts[role], "-") || !rules_find(entry->texts[role], entry->lang, &flaw))
		return 0;
	// Where several are in another language, it is the way of that digest.
	if (flaw == TRUST_LANGUAGE && day->strange[role] > 1)
		return 0;
	return store(day, paper, role, flaw, -1, 0, err);
}

// Where sections disagree, the longest speaks for the paper.
static int
longest_mismatch(const struct warnings_entry *entry, const struct trust_verdicts *verdicts)
{
	int longest = -1;
	int count = 0;

	for (int role = 0; role < SECTION_ABSTRACT; role++) {
		const struct trust_verdict *verdict = &verdicts->roles[role];

		if (!verdict->judged || verdict->score >= TRUST_THRESHOLD)
			continue;
		count++;
		if (longest < 0 || strlen(entry->texts[role]) > strlen(entry->texts[longest]))
			longest = role;
	}
	return count > 1 ? longest : -1;
}

// Whether a section speaks of its paper after all, as another digest of the day calls it.
static bool
speaks_of_same(const struct day *day, const struct warnings_entry *entry,
	       const struct trust_verdict *verdict)
{
	const struct warnings_entry *nearest = &day->entries.list.items[verdict->nearest];

	return verdict->other > 0 && nearest != entry &&
	       !recorded_title_differs(entry->title, nearest->title);
}

static int
judge(struct day *day, size_t paper, struct error *err)
{
	const struct warnings_entry *entry = &day->entries.list.items[paper];
	const struct trust_verdicts *verdicts = &day->entries.verdicts[paper];
	int longest = longest_mismatch(entry, verdicts);

	for (int role = 0; role < SECTION_ABSTRACT; role++) {
		const struct trust_verdict *verdict = &verdicts->roles[role];
		bool better = verdict->other > verdict->share + TRUST_ALLOWED;

		if (!entry->texts[role])
			continue;
		if (judge_text(day, paper, (enum section_role)role, err))
			return -1;
		if (!verdict->judged || verdict->score >= TRUST_KEPT || role == longest ||
		    speaks_of_same(day, entry, verdict))
			continue;
		if (store(day, paper, (enum section_role)role, TRUST_MISMATCH, verdict->score,
			  better ? day->entries.list.items[verdict->nearest].id : 0, err))
			return -1;
	}
	return 0;
}

static void
count_strange(struct day *day)
{
	for (size_t i = 0; i < day->entries.list.count; i++) {
		const struct warnings_entry *entry = &day->entries.list.items[i];

		for (int role = 0; role < SECTION_ABSTRACT; role++) {
			if (entry->texts[role])
				day->strange[role] +=
				    rules_other_language(entry->texts[role], entry->lang);
		}
	}
}

static int
judge_entries(struct day *day, const struct trust_statistics *statistics, struct error *err)
{
	size_t count = day->entries.list.count;

	if (!count)
		return 0;
	if (!day->entries.verdicts) {
		vec_reserve(&day->verdicts, count);
		crowd_judge(day->archive->warnings->crowd, 0, count, statistics,
			    day->verdicts.items);
		day->entries.verdicts = day->verdicts.items;
	}
	count_strange(day);
	for (size_t i = 0; i < count; i++) {
		if (judge(day, i, err))
			return -1;
	}
	return 0;
}

// Whether anything of the day was written by a digest's maker.
static int
has_sections(struct archive *archive, int64_t first, int64_t last, bool *has, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_HAS_JUDGED_TEXTS);

	statement_bind_int(&st, ":first", first);
	statement_bind_int(&st, ":last", last);
	*has = statement_step(&st) && statement_int(&st, 0);
	return statement_end(&st, err);
}

static int
count_papers(struct archive *archive, int64_t first, int64_t last, size_t *count, int64_t *newest,
	     struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_DAY_PAPERS);

	statement_bind_int(&st, ":first", first);
	statement_bind_int(&st, ":last", last);
	*count = 0;
	*newest = 0;
	if (statement_step(&st)) {
		*count = (size_t)statement_int(&st, 0);
		*newest = statement_int(&st, 1);
	}
	return statement_end(&st, err);
}

int
warnings_judge_day(struct archive *archive, date_day date, const struct warnings_known *known,
		   struct error *err)
{
	struct day day = {.archive = archive};
	int64_t first = entry_id_day_first(date);
	int64_t last = entry_id_day_last(date);
	struct statement st = statement_begin(archive, STATEMENT_DROP_WARNINGS);
	struct trust_statistics statistics;
	int64_t newest;
	size_t count;
	bool has = false;
	int result;

	statement_bind_int(&st, ":first", first);
	statement_bind_int(&st, ":last", last);
	if (statement_run(&st, err) || warnings_recorded_judge(archive, first, last, err) ||
	    has_sections(archive, first, last, &has, err))
		return -1;
	if (!has)
		return warnings_said_note(archive, date, &day.entries, err);
	if (count_papers(archive, first, last, &count, &newest, err) ||
	    warnings_counts_statistics(archive, newest, &statistics, err))
		return -1;
	arena_init(&day.arena);
	result = known && known->day(known->context, date, count, archive->warnings->counted,
				     &day.entries)
		     ? 0
		     : warnings_judge_read(archive, &day.arena, first, last, &day.entries, err);
	if (!result)
		result = judge_entries(&day, &statistics, err) ||
			 warnings_said_note(archive, date, &day.entries, err);
	vec_release(&day.entries.list);
	vec_release(&day.verdicts);
	arena_release(&day.arena);
	return result ? -1 : 0;
}
