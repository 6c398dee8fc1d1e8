// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/records-verdicts.h"

#include <stdlib.h>

#include "archive/records-order.h"
#include "archive/warnings-counts.h"
#include "shoroku/base/memory.h"

struct records_verdicts {
	struct records_order order;
	VEC(struct trust_verdicts) list; // in that order
	int64_t counted;		 // the last paper of those whose words were counted
};

struct records_verdicts_judge {
	struct trust_crowd *crowd;
	struct trust_counts *counts;
	int64_t counted;
};

struct records_verdicts *
records_verdicts_new(void)
{
	return memory_alloc(sizeof(struct records_verdicts));
}

void
records_verdicts_free(struct records_verdicts *verdicts)
{
	if (!verdicts)
		return;
	records_order_release(&verdicts->order);
	vec_release(&verdicts->list);
	free(verdicts);
}

struct records_verdicts_judge *
records_verdicts_judge_new(struct archive *archive, struct error *err)
{
	struct records_verdicts_judge *judge = memory_alloc(sizeof(*judge));

	judge->crowd = crowd_new();
	if (!warnings_counts_read(archive, &judge->counts, &judge->counted, err))
		return judge;
	records_verdicts_judge_free(judge);
	return NULL;
}

void
records_verdicts_judge_free(struct records_verdicts_judge *judge)
{
	if (!judge)
		return;
	crowd_free(judge->crowd);
	counts_free(judge->counts);
	free(judge);
}

static bool
has_sections(const struct entry *entry)
{
	for (size_t i = 0; i < entry->section_count; i++) {
		if (entry->sections[i].role < SECTION_ABSTRACT)
			return true;
	}
	return false;
}

static void
add_entry(struct trust_crowd *crowd, const struct entry *entry)
{
	const struct paper *paper = &entry->paper;

	crowd_add_paper(crowd, paper->key);
	crowd_add_text(crowd, TRUST_TITLE, paper->title);
	if (paper->title_original)
		crowd_add_text(crowd, TRUST_TITLE, paper->title_original);
	for (size_t i = 0; i < entry->section_count; i++)
		crowd_add_text(crowd, entry->sections[i].role, entry->sections[i].text);
}

// A day of the authors' own words alone is not judged.
static void
judge_day(struct records_verdicts_judge *judge, const struct entry *entries, size_t first,
	  size_t end, struct records_verdicts *verdicts)
{
	const struct records_place *places = verdicts->order.places.items;
	const struct trust_statistics statistics = counts_statistics(judge->counts);
	bool has = false;

	for (size_t i = first; i < end && !has; i++)
		has = has_sections(&entries[places[i].index]);
	if (!has)
		return;
	crowd_clear(judge->crowd);
	for (size_t i = first; i < end; i++)
		add_entry(judge->crowd, &entries[places[i].index]);
	crowd_judge(judge->crowd, 0, end - first, &statistics, &verdicts->list.items[first]);
}

void
records_verdicts_make(struct records_verdicts_judge *judge, const struct entry *entries,
		      size_t count, struct records_verdicts *verdicts)
{
	const struct records_place *places;
	size_t end;

	records_order_fill(&verdicts->order, entries, count);
	vec_reserve(&verdicts->list, count);
	verdicts->counted = judge->counted;
	places = verdicts->order.places.items;
	for (size_t i = 0; i < count; i = end) {
		for (end = i + 1; end < count && places[end].date == places[i].date;)
			end++;
		judge_day(judge, entries, i, end, verdicts);
	}
}

static void
give_texts(const struct entry *entry, struct warnings_entry *given)
{
	*given = (struct warnings_entry){
	    .id = entry->id, .title = entry->paper.title, .lang = entry->lang};
	for (size_t i = 0; i < entry->section_count; i++) {
		const char **text = &given->texts[entry->sections[i].role];

		*text = *text ? "-" : entry->sections[i].text;
	}
}

bool
records_verdicts_day(const struct records_verdicts *verdicts, const struct entry *entries,
		     const bool *ready, date_day date, size_t count, int64_t counted,
		     struct warnings_entries *day)
{
	const struct records_place *places = verdicts->order.places.items;
	size_t first;
	size_t end;

	records_order_day(&verdicts->order, date, &first, &end);
	if (end - first != count || verdicts->counted != counted)
		return false;
	for (size_t i = first; i < end; i++) {
		if (!ready[places[i].index])
			return false;
	}
	for (size_t i = first; i < end; i++)
		give_texts(&entries[places[i].index], vec_push(&day->list));
	day->verdicts = &verdicts->list.items[first];
	return true;
}
