// SPDX-License-Identifier: GPL-3.0-or-later
// Searching against a scanner that knows nothing of tokens: whatever is typed, the hits are exactly the
// entries that hold it; combinations, fields, marks and dates; and results follow every change.
#include "shoroku/archive/search.h"

#include <unistd.h>

#include "shoroku/archive/hits.h"
#include "shoroku/archive/journal.h"
#include "shoroku/archive/load.h"
#include "shoroku/archive/store.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/paths.h"
#include "shoroku/base/vec.h"
#include "shoroku/model/key.h"
#include "scratch.h"
#include "tap.h"

#define ENTRIES 300
#define DAYS 30
#define QUERIES 2000 // SHOROKU_QUERIES says otherwise

static char directory[] = "search-test-XXXXXX";
static struct error err;
static date_day first_day;
static struct arena arena;

struct item {
	int64_t id;
	char *texts[6]; // title, authors, reason, short, detail, abstract
	bool read;
	date_day day;
};
static struct item items[ENTRIES];

static unsigned
draw(unsigned limit)
{
	static uint64_t state = 0x53484F52;

	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (unsigned)((state * 2685821657736338717u >> 33) % limit);
}

static char *
random_text(unsigned pieces)
{
	static const char *const parts[] = {
	    "科",  "学",  "技",	  "術",	   "化",       "手法", "の",	 "ー", "ン・ス",
	    "sam", "SAM", "deep", "learn", "learning", "z11",  "ＬＬＭ", " ",  " ",
	    " ",   "、",  "-",	  "」「",  "Nikolić",  "β",    "⊙",	 "ﾃﾞ", "4"};
	struct strbuf text;

	strbuf_init(&text);
	for (unsigned i = 0; i < pieces; i++)
		strbuf_add_string(&text, parts[draw(sizeof(parts) / sizeof(*parts))]);
	return strbuf_detach(&text);
}

// --- the scanner: runs and words between brackets of its own, then strstr()

static const char *
simple(const char *at, char *out)
{
	static const char *const maps[][2] = {
	    {"Ｌ", "l"}, {"Ｍ", "m"}, {"ć", "c"}, {"ﾃﾞ", "デ"}, {"ﾃ", "テ"}};

	for (size_t i = 0; i < 5; i++) {
		if (!strncmp(at, maps[i][0], strlen(maps[i][0]))) {
			strcpy(out, maps[i][1]);
			return at + strlen(maps[i][0]);
		}
	}
	if ((unsigned char)*at < 0x80) {
		out[0] = *at >= 'A' && *at <= 'Z' ? (char)(*at + 32) : *at;
		out[1] = '\0';
		return at + 1;
	}
	out[0] = *at++;
	size_t length = 1;
	while (((unsigned char)*at & 0xC0) == 0x80)
		out[length++] = *at++;
	out[length] = '\0';
	return at;
}

enum sort { BETWEEN, LETTER, CHARACTER, SIGN };

static enum sort
sort_of(const char *letter)
{
	if ((letter[0] >= 'a' && letter[0] <= 'z') || (letter[0] >= '0' && letter[0] <= '9') ||
	    !strcmp(letter, "β"))
		return LETTER;
	if (!strcmp(letter, "⊙"))
		return SIGN;
	if ((unsigned char)letter[0] < 0x80 || strstr("、」「", letter))
		return BETWEEN;
	return CHARACTER;
}

// Words stand in <>, runs begin with [.
static char *
canonical(const char *text)
{
	struct strbuf out;
	enum sort before = BETWEEN;
	char letter[16];

	strbuf_init(&out);
	while (*text) {
		enum sort now;

		text = simple(text, letter);
		for (const char *one = letter; *one;) {
			char single[16];

			one = simple(one, single);
			now = sort_of(single);
			if (!strcmp(single, "・")) {
				// Only inside a run.
				char next[16];

				simple(text, next);
				now = before == CHARACTER && *text && sort_of(next) == CHARACTER &&
					      strcmp(next, "・") != 0
					  ? CHARACTER
					  : BETWEEN;
			}
			if (before == LETTER && now != LETTER)
				strbuf_add_byte(&out, '>');
			if (now == LETTER && before != LETTER)
				strbuf_add_byte(&out, '<');
			if (now == CHARACTER && before != CHARACTER)
				strbuf_add_byte(&out, '[');
			if (now == SIGN)
				strbuf_addf(&out, "<%s>", single);
			else if (now != BETWEEN)
				strbuf_add_string(&out, single);
			before = now;
		}
	}
	if (before == LETTER)
		strbuf_add_byte(&out, '>');
	return strbuf_detach(&out);
}

static bool
scan(const char *text, const char *query, bool prefix)
{
	char *hay = canonical(text);
	char *needle = canonical(query);
	size_t length = strlen(needle);
	bool found;

	if (prefix && length && needle[length - 1] == '>')
		needle[length - 1] = '\0';
	found = *needle && strstr(hay, needle + (*needle == '['));
	free(hay);
	free(needle);
	return found;
}

// --- the archive

static struct archive *
open_archive(enum archive_mode mode)
{
	struct archive *archive = archive_open(directory, mode, &err);

	if (!archive)
		BUG("%s", err.text);
	return archive;
}

static void
store_day(date_day day, struct item *of_day, size_t count)
{
	struct archive *archive = open_archive(ARCHIVE_IMPORT);
	struct digest digest = {.date = day, .source = "test", .lang = "ja", .entry_count = count};
	struct store_raw raw = {"x", 1, "test", "test", 1, NULL};
	enum store_outcome outcome;

	digest.entries = arena_alloc(&arena, count * sizeof(*digest.entries));
	for (size_t i = 0; i < count; i++) {
		struct entry *entry = &digest.entries[i];
		static const enum section_role roles[] = {SECTION_REASON, SECTION_SHORT,
							  SECTION_DETAIL, SECTION_ABSTRACT};

		entry->paper.title = of_day[i].texts[0];
		entry->paper.authors = arena_alloc(&arena, sizeof(char *));
		entry->paper.authors[0] = of_day[i].texts[1];
		entry->paper.author_count = 1;
		entry->paper.key = key_of_paper(&arena, &entry->paper);
		entry->sections = arena_alloc(&arena, 4 * sizeof(*entry->sections));
		entry->section_count = 4;
		for (size_t j = 0; j < 4; j++)
			entry->sections[j] = (struct section){roles[j], "l", of_day[i].texts[2 + j],
							      SECTION_FROM_SOURCE};
	}
	if (store_digest(archive, &digest, &raw, &outcome, &err))
		BUG("%s", err.text);
	for (size_t i = 0; i < count; i++) {
		of_day[i].id = digest.entries[i].id;
		of_day[i].day = day;
	}
	archive_close(archive);
}

static void
fill(void)
{
	for (size_t i = 0; i < ENTRIES; i++) {
		struct strbuf title;

		strbuf_init(&title);
		items[i].texts[0] = random_text(6);
		strbuf_addf(&title, "%s nr%zu", items[i].texts[0], i); // no two papers are one
		free(items[i].texts[0]);
		items[i].texts[0] = strbuf_detach(&title);
		items[i].texts[1] = random_text(4);
		for (size_t j = 2; j < 6; j++)
			items[i].texts[j] = random_text(j == 4 ? 60 : 12);
	}
	for (size_t day = 0; day < DAYS; day++)
		store_day(first_day + (date_day)day, &items[day * ENTRIES / DAYS], ENTRIES / DAYS);
}

typedef VEC(int64_t) id_list;

static void
find(struct archive *archive, const char *text, id_list *ids)
{
	struct query query;
	struct search *search;
	size_t offset;
	int64_t id;
	int next;

	vec_clear(ids);
	if (query_parse(&arena, text, first_day, false, &query, &offset, &err))
		BUG("%s: %s", text, err.text);
	search = search_open(archive, &query, &err);
	if (!search)
		BUG("%s", err.text);
	while ((next = search_next(search, &id, &err)) > 0)
		*vec_push(ids) = id;
	if (next < 0)
		BUG("%s: %s", text, err.text);
	search_close(search);
}

// Whether exactly the items for which `wanted` is true were found, newest first.
static bool
same(const id_list *ids, bool (*wanted)(const struct item *item, void *context), void *context)
{
	size_t count = 0;

	for (size_t i = 0; i < ENTRIES; i++) {
		bool found = false;

		for (size_t j = 0; j < ids->count; j++)
			found |= ids->items[j] == items[i].id;
		if (found != wanted(&items[i], context)) {
			tap_note("%s: item %zu of %zu", found ? "too much" : "missing", i,
				 ids->count);
			return false;
		}
		count += found;
	}
	for (size_t j = 1; j < ids->count; j++) {
		if (ids->items[j] >= ids->items[j - 1])
			return false;
	}
	return count == ids->count;
}

// --- one piece of text, anywhere or in a field

struct piece {
	const char *text;
	int field; // −1: anywhere
	bool prefix;
};

static bool
holds(const struct item *item, void *context)
{
	const struct piece *piece = context;

	for (int i = 0; i < 6; i++) {
		if ((piece->field < 0 || piece->field == i) &&
		    scan(item->texts[i], piece->text, piece->prefix))
			return true;
	}
	return false;
}

// A part of a random text, cut between characters.
static char *
random_piece(int field)
{
	const char *text = items[draw(ENTRIES)].texts[field < 0 ? (int)draw(6) : field];
	size_t length = strlen(text);
	size_t start = draw((unsigned)length);
	size_t bytes = 1 + draw(20);
	char *piece;

	while (start && ((unsigned char)text[start] & 0xC0) == 0x80)
		start--;
	while (start + bytes < length && ((unsigned char)text[start + bytes] & 0xC0) == 0x80)
		bytes++;
	piece = memory_strndup(text + start, start + bytes > length ? length - start : bytes);
	return piece;
}

static int
wanted_queries(void)
{
	const char *wanted = getenv("SHOROKU_QUERIES");

	return wanted ? atoi(wanted) : QUERIES;
}

static void
test_pieces(struct archive *archive)
{
	static const char *const fields[] = {"title", "author", "reason",
					     "short", "detail", "abstract"};
	int queries = wanted_queries();
	id_list ids = {0};
	int wrong = 0;
	int with_hits = 0;

	for (int i = 0; i < queries; i++) {
		struct piece piece = {.field = i % 3 ? -1 : (int)draw(6), .prefix = i % 5 == 0};
		char *text = i % 7 ? random_piece(piece.field) : random_text(1 + draw(3));
		char *canon = canonical(text);
		struct strbuf query;

		piece.text = text;
		strbuf_init(&query);
		if (piece.field >= 0)
			strbuf_addf(&query, "%s:", fields[piece.field]);
		strbuf_addf(&query, "\"%s\"%s", text, piece.prefix ? "*" : "");
		if (*canon) {
			find(archive, query.data, &ids);
			with_hits += ids.count > 0;
			if (!same(&ids, holds, &piece) && wrong++ < 5)
				tap_note("%s: %zu hits", query.data, ids.count);
		}
		strbuf_release(&query);
		free(canon);
		free(text);
	}
	tap_ok(!wrong, "%d pieces of text: hits are exactly the entries that hold them", queries);
	tap_ok(with_hits > queries / 2, "most of them (%d) hit something", with_hits);
	vec_release(&ids);
}

// --- combinations

static bool
combined(const struct item *item, void *context)
{
	struct piece sam = {"sam", -1, false};
	struct piece deep = {"deep", -1, false};
	struct piece science = {"科学", -1, false};
	struct piece title = {"術", 0, false};

	switch (*(int *)context) {
	case 0:
		return holds(item, &sam) && holds(item, &science);
	case 1:
		return holds(item, &deep) || holds(item, &science);
	case 2:
		return holds(item, &deep) && !holds(item, &science);
	case 3:
		return (holds(item, &deep) || holds(item, &title)) && !item->read;
	case 4:
		return item->day >= first_day + 3 && item->day <= first_day + 5 &&
		       holds(item, &sam);
	case 5:
		return !(holds(item, &deep) && holds(item, &science));
	case 6:
		return item->read && (holds(item, &science) || holds(item, &sam));
	default:
		return true;
	}
}

static void
test_combinations(struct archive *archive)
{
	static const char *const queries[] = {
	    "sam 科学",
	    "deep or 科学",
	    "deep -科学",
	    "(deep or title:術) is:unread",
	    "sam date:2025-09-04..2025-09-06",
	    "-(deep 科学)",
	    "is:read (科学 or sam)",
	    "source:test lang:ja",
	};
	id_list ids = {0};

	for (int i = 0; i < 8; i++) {
		find(archive, queries[i], &ids);
		tap_ok(ids.count > 0 && same(&ids, combined, &i), "%s: %zu", queries[i], ids.count);
	}
	vec_release(&ids);
}

static void
mark(size_t item, const char *field)
{
	struct archive *archive = open_archive(ARCHIVE_MARK);
	struct journal_change change = {.field = field, .value = "1"};
	struct journal_report report;

	if (load_key(archive, &arena, items[item].id, &change.key, &err) ||
	    journal_apply(archive, &arena, &change, 1, JOURNAL_USER, &report, &err))
		BUG("%s", err.text);
	archive_close(archive);
}

static void
test_changes(struct archive *archive)
{
	id_list ids = {0};
	struct query query;
	struct hits hits;
	size_t offset;

	mark(7, "tag:銀河 団");
	find(archive, "銀河", &ids);
	tap_ok(ids.count == 1 && ids.items[0] == items[7].id, "a word of a tag is found");
	find(archive, "tag:\"銀河 団\" 銀河", &ids);
	tap_is_int((long long)ids.count, 1, "so is the tag");
	find(archive, "tag:銀河", &ids);
	tap_is_int((long long)ids.count, 0, "by its whole name");

	find(archive, "\"quite new\"", &ids);
	tap_is_int((long long)ids.count, 0, "not there yet");
	free(items[0].texts[4]);
	items[0].texts[4] = memory_strdup("quite new 新しい本文");
	store_day(first_day, items, ENTRIES / DAYS);
	find(archive, "\"quite new\"", &ids);
	tap_ok(ids.count == 1 && ids.items[0] == items[0].id, "another revision is found at once");
	test_pieces(archive);

	if (query_parse(&arena, "科学 sort:relevance limit:5", first_day, false, &query, &offset,
			&err) ||
	    hits_find(archive, &arena, &query, 50, &hits, &err))
		BUG("%s", err.text);
	tap_ok(hits.count == 5 && hits.more && !hits.partial, "the five that fit best");
	if (query_parse(&arena, "科学 sort:title", first_day, false, &query, &offset, &err) ||
	    hits_find(archive, &arena, &query, 1000, &hits, &err))
		BUG("%s", err.text);
	find(archive, "科学", &ids);
	tap_ok(hits.count == ids.count && !hits.more, "sorted, all of them");
	search_interrupt(archive);
	tap_ok(hits_find(archive, &arena, &query, 1000, &hits, &err), "interrupted, none");
	search_allow(archive);
	tap_ok(!hits_find(archive, &arena, &query, 1000, &hits, &err) && hits.count == ids.count,
	       "and again all");
	vec_release(&ids);
}

int
main(void)
{
	struct archive *archive;

	arena_init(&arena);
	first_day = date_from_civil(2025, 9, 1);
	if (!mkdtemp(directory) || archive_prepare(directory, &err))
		return EXIT_FAILURE;
	fill();
	for (size_t i = 0; i < ENTRIES; i += 3) {
		mark(i, "read");
		items[i].read = true;
	}
	archive = open_archive(ARCHIVE_READ);
	test_pieces(archive);
	test_combinations(archive);
	test_changes(archive);
	archive_close(archive);
	for (size_t i = 0; i < ENTRIES * 6; i++)
		free(items[i / 6].texts[i % 6]);
	arena_release(&arena);
	scratch_remove(directory);
	return tap_done();
}
