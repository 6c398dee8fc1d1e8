// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/warnings-said.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/model/entry-id.h"
#include "shoroku/trust/recorded.h"
#include "shoroku/trust/rules.h"

#define LEAST_BYTES 90 // of a text: shorter ones are the same by chance
#define ROLE_BITS 2
#define HASH_BITS (64 - ENTRY_ID_BITS - ROLE_BITS)
#define HASH (((uint64_t)1 << HASH_BITS) - 1)
#define ROW 8	// bytes
#define MOST 64 // places of a text that are compared with each other

// --- rows

// Asked for every section of the archive.
static inline uint64_t
read_packed(const unsigned char *bytes)
{
	uint64_t packed = 0;

	for (int i = 0; i < ROW; i++)
		packed |= (uint64_t)bytes[i] << 8 * i;
	return packed;
}

// FNV-1a over eight bytes at a time, its halves mixed: of a long text nothing but a number is wanted, and
// quickly. Rows made by another hash would find nothing, so it stays as it is.
static uint64_t
hash(const char *text)
{
	uint64_t value = 14695981039346656037u;
	size_t length = strlen(text);
	size_t at = 0;

	for (; at + ROW <= length; at += ROW) {
		value =
		    (value ^ read_packed((const unsigned char *)text + at)) * 0x9E3779B97F4A7C15u;
		value ^= value >> 29;
	}
	for (; at < length; at++)
		value = (value ^ (unsigned char)text[at]) * 1099511628211u;
	value = (value ^ value >> 32) * 0xD6E8FEB86659FD93u;
	return (value ^ value >> 32) >> (64 - HASH_BITS);
}

static void
note(struct warnings *warnings, int64_t entry, int role, const char *text)
{
	*vec_push(&warnings->said) =
	    (struct warnings_said){hash(text), entry, (enum section_role)role, true};
}

static uint64_t
pack(const struct warnings_said *said)
{
	return (uint64_t)entry_id_n(said->entry) << (64 - ENTRY_ID_BITS) |
	       (uint64_t)said->role << HASH_BITS | said->hash;
}

static struct warnings_said
unpack(date_day day, uint64_t packed)
{
	return (struct warnings_said){
	    .hash = packed & HASH,
	    .entry = entry_id_make(day, (int)(packed >> (64 - ENTRY_ID_BITS))),
	    .role = (enum section_role)(packed >> HASH_BITS & ((1u << ROLE_BITS) - 1)),
	};
}

static int
write_row(struct archive *archive, date_day day, size_t first, struct error *err)
{
	const struct warnings *warnings = archive->warnings;
	struct statement st;
	struct strbuf bytes;
	int result;

	strbuf_init(&bytes);
	for (size_t i = first; i < warnings->said.count; i++) {
		uint64_t packed = pack(&warnings->said.items[i]);

		for (int k = 0; k < ROW; k++)
			strbuf_add_byte(&bytes, (char)(packed >> 8 * k & 0xFF));
	}
	st = statement_begin(archive, bytes.length ? STATEMENT_KEEP_SAID : STATEMENT_DROP_SAID);
	statement_bind_int(&st, ":day", day);
	if (bytes.length)
		statement_bind_blob(&st, ":hashes", bytes.data, bytes.length);
	result = statement_run(&st, err);
	strbuf_release(&bytes);
	return result;
}

int
warnings_said_note(struct archive *archive, date_day day, const struct warnings_entries *entries,
		   struct error *err)
{
	size_t first = archive->warnings->said.count;

	for (size_t i = 0; i < entries->list.count; i++) {
		const struct warnings_entry *entry = &entries->list.items[i];

		for (int role = 0; role < SECTION_ABSTRACT; role++) {
			const char *text = entry->texts[role];

			if (text && strnlen(text, LEAST_BYTES) == LEAST_BYTES)
				note(archive->warnings, entry->id, role, text);
		}
	}
	return write_row(archive, day, first, err);
}

// --- what a section says, and who

// The text of a section, and its paper.
struct saying {
	bool there;
	int64_t paper;
	const char *title;
	const char *text;
};

static int
load(struct archive *archive, struct arena *arena, int64_t entry, enum section_role role,
     struct saying *saying, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_SAYING);

	*saying = (struct saying){0};
	statement_bind_int(&st, ":entry", entry);
	statement_bind_int(&st, ":role", role);
	if (statement_step(&st)) {
		saying->there = true;
		saying->paper = statement_int(&st, 0);
		saying->title = statement_copy(&st, 1, arena);
		saying->text = statement_copy(&st, 2, arena);
	}
	return statement_end(&st, err);
}

// Whether one text stands under two papers. A paper may have two keys, as where one digest knows its id.
static bool
is_repeated(const struct saying *a, const struct saying *b)
{
	return a->there && b->there && a->paper != b->paper && !strcmp(a->text, b->text) &&
	       recorded_title_differs(a->title, b->title);
}

// --- before

static int
drop_pointing(struct archive *archive, int64_t entry, const char *name, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_DROP_WARNING);

	statement_bind_int(&st, ":entry", entry);
	statement_bind_text(&st, ":name", name);
	return statement_run(&st, err);
}

int
warnings_said_begin(struct archive *archive, date_day day, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_POINTING_WARNINGS);
	VEC(struct warnings_said) pointing = {0};
	struct arena arena;
	int result;

	statement_bind_int(&st, ":first", entry_id_day_first(day));
	statement_bind_int(&st, ":last", entry_id_day_last(day));
	while (statement_step(&st)) {
		struct warnings_said said = {.entry = statement_int(&st, 0)};
		enum trust_flaw flaw;

		if (rules_flaw_parse(statement_text(&st, 1), &said.role, &flaw) &&
		    flaw == TRUST_REPEATED)
			*vec_push(&pointing) = said;
	}
	result = statement_end(&st, err);
	arena_init(&arena);
	for (size_t i = 0; !result && i < pointing.count; i++) {
		const struct warnings_said *said = &pointing.items[i];
		const char *name = warnings_name(&arena, said->role, TRUST_REPEATED);
		struct saying saying;

		result = load(archive, &arena, said->entry, said->role, &saying, err) ||
			 drop_pointing(archive, said->entry, name, err);
		if (!result && saying.there)
			note(archive->warnings, said->entry, said->role, saying.text);
	}
	arena_release(&arena);
	vec_release(&pointing);
	return result ? -1 : 0;
}

// --- who else says it

// The hashes that are looked for, open addressing; a hash and one, 0: free.
struct wanted {
	uint64_t *slots;
	size_t count; // a power of two
};

static size_t
find_slot(const struct wanted *wanted, uint64_t value)
{
	size_t slot = (size_t)value & (wanted->count - 1);

	while (wanted->slots[slot] && wanted->slots[slot] != value + 1)
		slot = (slot + 1) & (wanted->count - 1);
	return slot;
}

static void
want(struct wanted *wanted, const struct warnings *warnings)
{
	wanted->count = 1024;
	while (wanted->count < 2 * warnings->said.count)
		wanted->count *= 2;
	wanted->slots = memory_alloc(wanted->count * sizeof(*wanted->slots));
	for (size_t i = 0; i < warnings->said.count; i++) {
		uint64_t value = warnings->said.items[i].hash;

		wanted->slots[find_slot(wanted, value)] = value + 1;
	}
}

// Adds to what is noted whatever of other days has one of its hashes.
static int
look_through(struct archive *archive, const date_day *days, size_t count, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_EVERY_SAID);
	struct wanted wanted;

	want(&wanted, archive->warnings);
	while (statement_step(&st)) {
		date_day day = (date_day)statement_int(&st, 0);
		size_t length;
		const unsigned char *bytes = statement_blob(&st, 1, &length);

		if (bsearch(&day, days, count, sizeof(*days), date_compare))
			continue;
		for (size_t at = 0; at + ROW <= length; at += ROW) {
			uint64_t packed = read_packed(bytes + at);

			if (wanted.slots[find_slot(&wanted, packed & HASH)])
				*vec_push(&archive->warnings->said) = unpack(day, packed);
		}
	}
	free(wanted.slots);
	return statement_end(&st, err);
}

// By what is said; the oldest entry first, what was noted before the same of another day's row.
static int
compare(const void *a, const void *b)
{
	const struct warnings_said *x = a;
	const struct warnings_said *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	if (x->entry != y->entry)
		return x->entry < y->entry ? -1 : 1;
	return x->role != y->role ? (x->role < y->role ? -1 : 1) : y->noted - x->noted;
}

// Warns of one of those that have a hash in common: it points to the oldest other of the first few.
static int
judge(struct archive *archive, struct arena *arena, const struct warnings_said *said,
      const struct saying *own, const struct warnings_said *group, const struct saying *sayings,
      size_t count, struct error *err)
{
	for (size_t i = 0; i < count; i++) {
		if (!is_repeated(own, &sayings[i]))
			continue;
		return warnings_store(archive, said->entry,
				      warnings_name(arena, said->role, TRUST_REPEATED), -1,
				      group[i].entry, err);
	}
	return 0;
}

static int
judge_group(struct archive *archive, const struct warnings_said *group, size_t count,
	    struct error *err)
{
	size_t known = count < MOST ? count : MOST;
	struct saying sayings[MOST];
	struct arena arena;
	int result = 0;

	arena_init(&arena);
	for (size_t i = 0; !result && i < known; i++)
		result = load(archive, &arena, group[i].entry, group[i].role, &sayings[i], err);
	for (size_t i = 0; !result && i < count; i++) {
		struct arena own_arena;
		struct saying own;

		// Beyond the first few only what is new is looked at.
		if (i >= known && !group[i].noted)
			continue;
		arena_init(&own_arena);
		if (i < known)
			own = sayings[i];
		else
			result =
			    load(archive, &own_arena, group[i].entry, group[i].role, &own, err);
		if (!result)
			result =
			    judge(archive, &own_arena, &group[i], &own, group, sayings, known, err);
		arena_release(&own_arena);
	}
	arena_release(&arena);
	return result;
}

// Takes away what stands there twice: a section that was noted though its day was not.
static void
drop_doubles(struct warnings *warnings)
{
	size_t kept = 0;

	for (size_t i = 0; i < warnings->said.count; i++) {
		const struct warnings_said *said = &warnings->said.items[i];
		const struct warnings_said *last = kept ? &warnings->said.items[kept - 1] : NULL;

		if (last && said->hash == last->hash && said->entry == last->entry &&
		    said->role == last->role)
			continue;
		warnings->said.items[kept++] = *said;
	}
	warnings->said.count = kept;
}

int
warnings_said_flush(struct archive *archive, const date_day *days, size_t count, struct error *err)
{
	struct warnings *warnings = archive->warnings;
	int result;

	if (!warnings->said.count)
		return 0;
	result = look_through(archive, days, count, err);
	qsort(warnings->said.items, warnings->said.count, sizeof(*warnings->said.items), compare);
	drop_doubles(warnings);
	for (size_t i = 0; !result && i < warnings->said.count;) {
		const struct warnings_said *group = &warnings->said.items[i];
		size_t end = i + 1;

		while (end < warnings->said.count && warnings->said.items[end].hash == group->hash)
			end++;
		if (end - i > 1)
			result = judge_group(archive, group, end - i, err);
		i = end;
	}
	vec_clear(&warnings->said);
	return result;
}
