// SPDX-License-Identifier: GPL-3.0-or-later
// The search index from below: lists of postings, leaves, and segments that are written, dropped from and
// merged many times over while a plain table says what they should hold.
#include "archive/index.h"

#include <unistd.h>

#include "archive/leaf.h"
#include "archive/occurrence.h"
#include "archive/place-list.h"
#include "archive/terms.h"
#include "shoroku/archive/check.h"
#include "shoroku/archive/store.h"
#include "shoroku/base/memory.h"
#include "shoroku/model/entry-id.h"
#include "shoroku/model/key.h"
#include "draw.h"
#include "scratch.h"
#include "tap.h"

static char directory[] = "index-test-XXXXXX";
static struct error err;

// --- postings

#define POSTINGS 2000

static void
random_places(struct strbuf *out, uint32_t *places, size_t *count)
{
	uint32_t place = draw(300);

	*count = 1 + draw(4) * draw(3);
	for (size_t i = 0; i < *count; i++, place += 1 + draw(200))
		places[i] = place;
	posting_put_places(out, places, *count);
}

static void
test_postings(void)
{
	static int64_t ids[POSTINGS];
	static uint32_t places[POSTINGS][16];
	static size_t counts[POSTINGS];
	struct posting_writer writer;
	struct posting_reader reader;
	struct place_list list = {0};
	date_day day = 500;
	int n = 0;
	bool same = true;

	posting_writer_init(&writer);
	for (size_t i = 0; i < POSTINGS; i++) {
		struct strbuf bytes;

		// Down through 1970 to days before it.
		if (draw(2))
			n += 1 + (int)draw(300);
		else
			day -= 1 + (int)draw(5), n = (int)draw(500000);
		ids[i] = entry_id_make(day, n);
		strbuf_init(&bytes);
		random_places(&bytes, places[i], &counts[i]);
		posting_write(&writer, ids[i],
			      (struct posting_places){(unsigned char *)bytes.data, bytes.length});
		strbuf_release(&bytes);
	}
	tap_ok(day < 0, "the list reaches days before 1970");
	posting_reader_init(&reader, writer.bytes.data, writer.bytes.length, true);
	for (size_t i = 0; same && i < POSTINGS; i++) {
		same = posting_read(&reader) && reader.id == ids[i] &&
		       place_list_set(&list, reader.places) && list.places.count == counts[i] &&
		       !memcmp(list.places.items, places[i], counts[i] * sizeof(uint32_t));
	}
	tap_ok(same && !posting_read(&reader) && !reader.damaged, "postings come back as written");
	// Whatever the bytes, reading ends within them.
	for (int i = 0; i < 20000; i++) {
		writer.bytes.data[draw((unsigned)writer.bytes.length)] = (char)draw(256);
		if (i % 20)
			continue;
		posting_reader_init(&reader, writer.bytes.data, writer.bytes.length, true);
		while (posting_read(&reader))
			place_list_set(&list, reader.places);
	}
	tap_ok(true, "altered bytes are read without harm");
	place_list_release(&list);
	posting_writer_release(&writer);
}

// --- leaves

static void
test_leaves(void)
{
	static const char *const terms[] = {"wab", "wabc", "wabd", "wb", "wbaaa", "wbaab", "wc"};
	static const struct {
		const char *term;
		int found; // index in `terms`, −1: none
		bool equal;
	} wanted[] = {{"wabc", 1, true}, {"wa", 0, false},  {"wabcd", 2, false},
		      {"wb", 3, true},	 {"wba", 4, false}, {"wbaab", 5, true},
		      {"wbb", 6, false}, {"wd", -1, false}};
	struct strbuf leaf;
	struct strbuf before;

	strbuf_init(&leaf);
	strbuf_init(&before);
	for (size_t i = 0; i < ARRAY_LENGTH(terms); i++) {
		struct strbuf term;
		struct strbuf list;

		strbuf_init(&term);
		strbuf_init(&list);
		strbuf_add_string(&term, terms[i]);
		strbuf_add_byte(&list, (char)i);
		leaf_put(&leaf, &before, &term, 0, &list);
		strbuf_clear(&before);
		strbuf_add_string(&before, terms[i]);
		strbuf_release(&term);
		strbuf_release(&list);
	}
	for (size_t i = 0; i < ARRAY_LENGTH(wanted); i++) {
		const unsigned char *at = (const unsigned char *)leaf.data;
		struct leaf_item item;
		size_t common;
		bool equal;
		bool found = leaf_find(&at, at + leaf.length, wanted[i].term,
				       strlen(wanted[i].term), &item, &common, &equal);

		tap_ok(found == (wanted[i].found >= 0) && equal == wanted[i].equal &&
			   (!found || *item.list == wanted[i].found),
		       "%s is looked for in a leaf", wanted[i].term);
	}
	strbuf_release(&before);
	strbuf_release(&leaf);
}

// --- segments

#define DAYS 60
#define PAPERS 8
#define ROUNDS 500
#define WORDS 12

static unsigned content[DAYS][PAPERS]; // a bit a word the paper has; 0: no paper

static const char *
word(unsigned number)
{
	static const char *const words[WORDS] = {"alpha",      "beta",	 "gamma", "delta",
						 "科学",       "化学",	 "手法",  "科学技術",
						 "銀河の進化", "ループ", "z11",	  "の"};

	return words[number];
}

static char *
text_of(unsigned bits)
{
	struct strbuf text;

	strbuf_init(&text);
	for (unsigned i = 0; i < WORDS; i++) {
		if (bits & 1u << i)
			strbuf_addf(&text, "%s、", word(i));
	}
	return strbuf_detach(&text);
}

static void
store_day(struct archive *archive, unsigned day)
{
	struct arena arena;
	struct digest digest = {.date = 19000 + (date_day)day, .source = "test", .lang = "ja"};
	struct store_raw raw = {.bytes = "", .name = "test", .reader = "test", .reader_version = 1};
	enum store_outcome outcome;

	arena_init(&arena);
	digest.entries = arena_alloc(&arena, PAPERS * sizeof(*digest.entries));
	for (unsigned i = 0; i < PAPERS; i++) {
		struct entry *entry = &digest.entries[digest.entry_count];
		char title[32];
		char *text;

		if (!content[day][i])
			continue;
		snprintf(title, sizeof(title), "paper %u of %u", i, day);
		text = text_of(content[day][i]);
		*entry = (struct entry){.date = digest.date, .source = "test", .lang = "ja"};
		entry->paper.title = arena_strdup(&arena, title);
		entry->paper.key = key_of_paper(&arena, &entry->paper);
		entry->sections = arena_alloc(&arena, sizeof(*entry->sections));
		entry->section_count = 1;
		entry->sections[0] =
		    (struct section){SECTION_DETAIL, "detail", arena_strdup(&arena, text)};
		digest.entry_count++;
		free(text);
	}
	if (store_digest(archive, &digest, &raw, &outcome, &err))
		BUG("%s", err.text);
	arena_release(&arena);
}

// How many papers the index says have the word.
static long long
count_indexed(struct archive *archive, const char *text)
{
	struct occurrence *occurrence = occurrence_new(~0u);
	int64_t id = INT64_MAX;
	long long count = -1;

	occurrence_add(occurrence, TERM_WORD, text, strlen(text), 0);
	do {
		if (occurrence_seek(archive, occurrence, id - 1, &id, &err))
			BUG("%s", err.text);
		count++;
	} while (id != OCCURRENCE_END);
	occurrence_free(occurrence);
	return count;
}

static long long
count_papers(unsigned number)
{
	long long count = 0;

	for (unsigned day = 0; day < DAYS; day++) {
		for (unsigned i = 0; i < PAPERS; i++)
			count += (content[day][i] & number) != 0;
	}
	return count;
}

static void
ignore_problem(void *context, const char *sentence)
{
	(void)context;
	tap_note("%s", sentence);
}

// Words of two characters or letters, each with the bits of the words that hold it.
static bool
agrees(struct archive *archive)
{
	static const struct {
		const char *text;
		unsigned words;
	} asked[] = {{"alpha", 1u << 0}, {"delta", 1u << 3}, {"科学", 1u << 4 | 1u << 7},
		     {"化学", 1u << 5},	 {"技術", 1u << 7},  {"進化", 1u << 8},
		     {"z11", 1u << 10}};
	bool same = true;

	for (size_t i = 0; i < ARRAY_LENGTH(asked); i++)
		same &= count_indexed(archive, asked[i].text) == count_papers(asked[i].words);
	return same;
}

static void
test_segments(void)
{
	struct archive *archive;
	const struct index_view *view;
	size_t most_segments = 0;
	size_t most_dropped = 0;
	size_t problems;
	bool same = true;

	if (archive_prepare(directory, &err) ||
	    !(archive = archive_open(directory, ARCHIVE_IMPORT, &err)))
		BUG("%s", err.text);
	for (int round = 0; same && round < ROUNDS; round++) {
		unsigned day = draw(DAYS);

		// A day only grows, or the archive would keep the richer one.
		for (unsigned i = 0; i < PAPERS; i++) {
			if (content[day][i] || !draw(2))
				content[day][i] = 1 + draw((1u << WORDS) - 1);
		}
		store_day(archive, day);
		if (index_look(archive, &view, &err))
			BUG("%s", err.text);
		most_segments =
		    view->segments.count > most_segments ? view->segments.count : most_segments;
		most_dropped = view->dropped.list.count > most_dropped ? view->dropped.list.count
								       : most_dropped;
		same = round % 10 || agrees(archive);
	}
	tap_ok(same, "after %d days stored over and over the index says what they hold", ROUNDS);
	tap_ok(most_segments > 3 && most_segments < 30, "in a few segments (%zu at most)",
	       most_segments);
	tap_ok(most_dropped > 0, "dropped entries were among them (%zu at most)", most_dropped);
	tap_ok(!check_archive(archive, ignore_problem, NULL, &problems, &err) && !problems,
	       "the check agrees");
	tap_ok(!check_rebuild(archive, &err) && agrees(archive), "and so does an index made anew");
	archive_close(archive);
}

int
main(void)
{
	if (!mkdtemp(directory))
		BUG("mkdtemp");
	test_postings();
	test_leaves();
	test_segments();
	tap_is_int(scratch_remove(directory), 0, "nothing is left behind");
	return tap_done();
}
