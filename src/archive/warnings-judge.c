// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/warnings.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/model/entry-id.h"
#include "shoroku/trust/rules.h"

#define LEAST_REPEATED 90 // bytes of a text: shorter ones are the same by chance

int
warnings_judge_read(struct archive *archive, struct arena *arena, int64_t first, int64_t last,
		    struct warnings_entries *entries, struct error *err)
{
	struct trust_crowd *crowd = archive->warnings->crowd;
	struct statement st = statement_begin(archive, STATEMENT_WARNED_TEXTS);
	struct warnings_entry *entry = NULL;

	crowd_clear(crowd);
	vec_clear(&entries->list);
	statement_bind_int(&st, ":first", first);
	statement_bind_int(&st, ":last", last);
	while (statement_step(&st)) {
		int64_t id = statement_int(&st, 0);
		size_t role = (size_t)statement_int(&st, 5);
		const char *text = statement_text(&st, 6);

		if (!entry || entry->id != id) {
			entry = vec_push(&entries->list);
			entry->id = id;
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
	struct trust_crowd *crowd;
	size_t first; // of the day's papers in it
	struct warnings_entries entries;
	VEC(struct trust_verdicts) verdicts;
	struct arena arena;
	size_t strange[SECTION_ABSTRACT]; // sections in another language than the digest
};

static int
store(const struct day *day, size_t paper, enum section_role role, enum trust_flaw flaw,
      double score, int64_t other, struct error *err)
{
	struct statement st = statement_begin(day->archive, STATEMENT_ADD_WARNING);
	struct strbuf name;
	int result;

	strbuf_init(&name);
	strbuf_addf(&name, "%s-%s", paper_role_name(role), rules_flaw_name(flaw));
	statement_bind_int(&st, ":entry", day->entries.list.items[paper].id);
	statement_bind_text(&st, ":name", name.data);
	statement_bind_int(&st, ":score", (int64_t)(score * 1000 + (score < 0 ? -0.5 : 0.5)));
	statement_bind_int(&st, ":other", other);
	result = statement_run(&st, err);
	strbuf_release(&name);
	return result;
}

static int
judge_text(const struct day *day, size_t paper, enum section_role role, struct error *err)
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

static int
judge(const struct day *day, size_t paper, struct error *err)
{
	const struct warnings_entry *entry = &day->entries.list.items[paper];
	const struct trust_verdicts *verdicts = &day->verdicts.items[paper];
	int longest = longest_mismatch(entry, verdicts);

	for (int role = 0; role < SECTION_ABSTRACT; role++) {
		const struct trust_verdict *verdict = &verdicts->roles[role];
		bool better = verdict->other > verdict->share + TRUST_ALLOWED;

		if (!entry->texts[role])
			continue;
		if (judge_text(day, paper, (enum section_role)role, err))
			return -1;
		if (!verdict->judged || verdict->score >= TRUST_KEPT || role == longest)
			continue;
		if (store(day, paper, (enum section_role)role, TRUST_MISMATCH, verdict->score,
			  better ? day->entries.list.items[verdict->nearest - day->first].id : 0,
			  err))
			return -1;
	}
	return 0;
}

// A text of a day, for finding the same one under another paper.
struct said {
	const char *text;
	size_t paper;
	enum section_role role;
};

static int
compare_said(const void *a, const void *b)
{
	const struct said *x = a;
	const struct said *y = b;
	int order = strcmp(x->text, y->text);

	return order ? order : x->paper < y->paper ? -1 : x->paper > y->paper;
}

static int
store_repeated(const struct day *day, const struct said *said, size_t count, struct error *err)
{
	for (size_t i = 0; i + 1 < count; i++) {
		const struct said *x = &said[i];
		const struct said *y = &said[i + 1];

		if (strcmp(x->text, y->text) != 0 ||
		    crowd_same(day->crowd, day->first + x->paper, day->first + y->paper))
			continue;
		if (store(day, x->paper, x->role, TRUST_REPEATED, -1,
			  day->entries.list.items[y->paper].id, err) ||
		    store(day, y->paper, y->role, TRUST_REPEATED, -1,
			  day->entries.list.items[x->paper].id, err))
			return -1;
	}
	return 0;
}

static int
find_repeated(const struct day *day, struct error *err)
{
	VEC(struct said) said = {0};
	int result;

	for (size_t i = 0; i < day->entries.list.count; i++) {
		for (int role = 0; role < SECTION_ABSTRACT; role++) {
			const char *text = day->entries.list.items[i].texts[role];

			if (text && strlen(text) >= LEAST_REPEATED)
				*vec_push(&said) = (struct said){text, i, (enum section_role)role};
		}
	}
	if (said.count)
		qsort(said.items, said.count, sizeof(*said.items), compare_said);
	result = store_repeated(day, said.items, said.count, err);
	vec_release(&said);
	return result;
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
	vec_reserve(&day->verdicts, count);
	crowd_judge(day->crowd, day->first, day->first + count, statistics, day->verdicts.items);
	count_strange(day);
	for (size_t i = 0; i < count; i++) {
		if (judge(day, i, err))
			return -1;
	}
	return find_repeated(day, err);
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
	struct day day = {.archive = archive, .crowd = archive->warnings->crowd};
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
	if (statement_run(&st, err) || has_sections(archive, first, last, &has, err))
		return -1;
	if (!has)
		return 0;
	if (count_papers(archive, first, last, &count, &newest, err) ||
	    warnings_statistics(archive, newest, &statistics, err))
		return -1;
	arena_init(&day.arena);
	if (known && known->day(known->context, date, count, &day.entries, &day.crowd, &day.first))
		result = 0;
	else
		result = warnings_judge_read(archive, &day.arena, first, last, &day.entries, err);
	if (!result)
		result = judge_entries(&day, &statistics, err);
	vec_release(&day.entries.list);
	vec_release(&day.verdicts);
	arena_release(&day.arena);
	return result;
}
