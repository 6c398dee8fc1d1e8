// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/warned.h"

#include <stdlib.h>
#include <string.h>

#include "archive/lines.h"
#include "archive/warnings-counts.h"
#include "archive/warnings.h"
#include "shoroku/archive/similar.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"
#include "shoroku/trust/foreign.h"
#include "shoroku/trust/rules.h"

#define FOREIGN_WORDS 8

void
warned_set_threshold(struct archive *archive, double threshold)
{
	archive->warnings->threshold = threshold;
}

static const char *
join(struct arena *arena, const char *const *words, size_t count)
{
	struct strbuf text;
	const char *copy;

	strbuf_init(&text);
	for (size_t i = 0; i < count; i++)
		strbuf_addf(&text, "%s%s", i ? ", " : "", words[i]);
	copy = count ? arena_strdup(arena, text.data) : NULL;
	strbuf_release(&text);
	return copy;
}

// What arXiv has instead of what the digest printed, where a warning is about that.
static int
load_recorded(struct archive *archive, struct arena *arena, int64_t entry, struct warning *warning,
	      struct error *err)
{
	enum section_role role;
	enum trust_flaw flaw;
	struct statement st;

	if (!rules_flaw_parse(warning->name, &role, &flaw) || role != TRUST_PAPER)
		return 0;
	st = statement_begin(archive, STATEMENT_SAID_OF_PAPER);
	statement_bind_int(&st, ":entry", entry);
	if (statement_step(&st)) {
		size_t count;
		const char **lines =
		    lines_split(arena, statement_text(&st, flaw == TRUST_AUTHORS_DIFFER), &count);

		warning->evidence = join(arena, lines, count);
	}
	return statement_end(&st, err);
}

int
warned_load(struct archive *archive, struct arena *arena, struct entry *entry, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_WARNINGS);
	VEC(struct warning) warnings = {0};
	int result;

	statement_bind_int(&st, ":entry", entry->id);
	statement_bind_int(&st, ":threshold", warnings_threshold(archive));
	while (statement_step(&st)) {
		*vec_push(&warnings) = (struct warning){
		    .name = statement_copy(&st, 0, arena),
		    .score = (double)statement_int(&st, 1) / 1000,
		    .other = statement_int(&st, 2),
		};
	}
	result = statement_end(&st, err);
	for (size_t i = 0; !result && i < warnings.count; i++)
		result = load_recorded(archive, arena, entry->id, &warnings.items[i], err);
	entry->warning_count = warnings.count;
	if (warnings.count) {
		entry->warnings = arena_alloc(arena, warnings.count * sizeof(*warnings.items));
		memcpy(entry->warnings, warnings.items, warnings.count * sizeof(*warnings.items));
	}
	vec_release(&warnings);
	return result;
}

// All sections of the role as one text, and the rest of the paper.
struct parts {
	struct strbuf section;
	struct strbuf rest;
};

static void
take_apart(const struct entry *entry, enum section_role role, struct parts *parts)
{
	const char *original = entry->paper.title_original;

	strbuf_addf(&parts->rest, "%s\n%s\n", entry->paper.title, original ? original : "");
	for (size_t i = 0; i < entry->section_count; i++) {
		struct strbuf *part =
		    entry->sections[i].role == role ? &parts->section : &parts->rest;

		strbuf_addf(part, "%s\n", entry->sections[i].text);
	}
}

static const char *
find_foreign(struct arena *arena, const struct entry *entry, enum section_role role,
	     const struct trust_statistics *statistics)
{
	const char *words[FOREIGN_WORDS];
	struct parts parts;
	const char *rest;
	size_t count;

	strbuf_init(&parts.section);
	strbuf_init(&parts.rest);
	take_apart(entry, role, &parts);
	rest = parts.rest.data;
	count =
	    foreign_words(arena, parts.section.data, &rest, 1, statistics, words, FOREIGN_WORDS);
	strbuf_release(&parts.section);
	strbuf_release(&parts.rest);
	return join(arena, words, count);
}

int
warned_explain(struct archive *archive, struct arena *arena, struct entry *entry, struct error *err)
{
	for (size_t i = 0; i < entry->warning_count; i++) {
		struct trust_statistics statistics;
		enum section_role role;
		enum trust_flaw flaw;

		if (!rules_flaw_parse(entry->warnings[i].name, &role, &flaw) ||
		    flaw != TRUST_MISMATCH)
			continue;
		if (warnings_counts_statistics(archive, INT64_MAX, &statistics, err))
			return -1;
		entry->warnings[i].evidence = find_foreign(arena, entry, role, &statistics);
	}
	return 0;
}

// What has less in common with a section than this is no match.
#define LEAST_MATCH 0.15

int
warned_better(struct archive *archive, const struct entry *entry, int64_t *other, struct error *err)
{
	struct arena arena;
	int result = 0;

	*other = 0;
	arena_init(&arena);
	for (size_t i = 0; !result && !*other && i < entry->warning_count; i++) {
		struct similar *list;
		enum section_role role;
		enum trust_flaw flaw;
		size_t count;

		if (!rules_flaw_parse(entry->warnings[i].name, &role, &flaw) ||
		    flaw != TRUST_MISMATCH)
			continue;
		result =
		    similar_find_section(archive, &arena, entry->id, role, 1, &list, &count, err);
		if (!result && count && list[0].score >= LEAST_MATCH)
			*other = list[0].entry;
	}
	arena_release(&arena);
	return result;
}

const char *
warned_field(struct arena *arena, const struct warning *warning)
{
	struct strbuf field;
	const char *copy;

	strbuf_init(&field);
	strbuf_addf(&field, "dismissed:%s", warning->name);
	copy = arena_strdup(arena, field.data);
	strbuf_release(&field);
	return copy;
}
