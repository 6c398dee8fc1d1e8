// SPDX-License-Identifier: GPL-3.0-or-later
// Real Japanese digests: 2,000 random parts of their runs, one to eight characters long, each found in
// exactly the entries that hold it. Reads $SHOROKU_SHARED_DATA or ../shared/data; skips without.
#include <unistd.h>

#include <jansson.h>
#include <zlib.h>

#include "shoroku/archive/records.h"
#include "shoroku/archive/search.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/paths.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"
#include "shoroku/model/key.h"
#include "shoroku/text/clean.h"
#include "shoroku/text/fold.h"
#include "scratch.h"
#include "tap.h"

#define SUBSTRINGS 2000
#define SECTIONS 3

static char directory[] = "corpus-test-XXXXXX";
static struct error err;
static struct arena arena;

struct text {
	char *folded; // title, authors and sections, apart from each other
	int64_t id;
};
static VEC(struct text) texts;
static VEC(struct entry) entries;

static uint64_t
draw(void)
{
	static uint64_t state = 0x53484F52;

	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return state * 2685821657736338717u >> 33;
}

static gzFile
open_corpus(void)
{
	const char *shared = getenv("SHOROKU_SHARED_DATA");
	const char *top = getenv("top_srcdir");
	struct strbuf path;
	gzFile file;

	strbuf_init(&path);
	if (shared && *shared)
		strbuf_addf(&path, "%s/corpus-ja.jsonl.gz", shared);
	else
		strbuf_addf(&path, "%s/../shared/data/corpus-ja.jsonl.gz", top ? top : ".");
	file = gzopen(path.data, "rb");
	strbuf_release(&path);
	return file;
}

static const char *
keep(const json_t *value, enum clean_form form, struct strbuf *all)
{
	char *clean;
	const char *kept;

	if (!json_is_string(value) || !json_string_length(value))
		return NULL;
	clean = clean_string(json_string_value(value), json_string_length(value), form);
	kept = arena_strdup(&arena, clean);
	fold_append(all, clean, strlen(clean));
	strbuf_add_byte(all, '\n');
	free(clean);
	return kept;
}

static void
add_paper(const json_t *object)
{
	static const char *const names[SECTIONS] = {"reason", "short", "detail"};
	static const enum section_role roles[SECTIONS] = {SECTION_REASON, SECTION_SHORT,
							  SECTION_DETAIL};
	const char *date = json_string_value(json_object_get(object, "date"));
	struct entry entry = {.source = "corpus", .lang = "ja"};
	struct strbuf all;

	strbuf_init(&all);
	entry.date = date ? date_parse_iso(date, strlen(date)) : DATE_NONE;
	entry.paper.title = keep(json_object_get(object, "title"), CLEAN_LINE, &all);
	entry.sections = arena_alloc(&arena, SECTIONS * sizeof(*entry.sections));
	for (size_t i = 0; i < SECTIONS; i++) {
		const char *text = keep(json_object_get(object, names[i]), CLEAN_TEXT, &all);

		if (text)
			entry.sections[entry.section_count++] =
			    (struct section){roles[i], names[i], text, SECTION_FROM_SOURCE};
	}
	if (entry.date != DATE_NONE && entry.paper.title) {
		entry.paper.key = key_of_paper(&arena, &entry.paper);
		*vec_push(&entries) = entry;
		*vec_push(&texts) = (struct text){.folded = strbuf_detach(&all)};
	}
	strbuf_release(&all);
}

static size_t
read_corpus(gzFile file)
{
	static char line[1 << 20];
	size_t lines = 0;

	while (gzgets(file, line, sizeof(line))) {
		json_t *object = json_loads(line, 0, NULL);

		if (json_is_object(object))
			add_paper(object);
		json_decref(object);
		lines++;
	}
	gzclose(file);
	return lines;
}

static void
store_corpus(void)
{
	struct records_totals totals = {0};
	struct archive *archive;

	if (archive_prepare(directory, &err) ||
	    !(archive = archive_open(directory, ARCHIVE_IMPORT, &err)) ||
	    records_store(archive, entries.items, entries.count, NULL, &totals, &err))
		BUG("%s", err.text);
	archive_close(archive);
	for (size_t i = 0; i < entries.count; i++)
		texts.items[i].id = entries.items[i].id;
}

// Kana and common Han: what surely stands in runs. Three bytes each.
static bool
is_run_character(const char *at)
{
	const unsigned char *b = (const unsigned char *)at;
	unsigned code;

	if (b[0] < 0xE3 || b[0] > 0xE9 || !b[1] || !b[2])
		return false;
	code = (b[0] & 0x0Fu) << 12 | (b[1] & 0x3Fu) << 6 | (b[2] & 0x3Fu);
	return (code >= 0x3041 && code <= 0x3096) || (code >= 0x30A1 && code <= 0x30FA) ||
	       code == 0x30FC || code == 0x3005 || (code >= 0x4E00 && code <= 0x9FFF);
}

static bool
draw_substring(struct strbuf *out)
{
	const char *text = texts.items[draw() % texts.count].folded;
	size_t start = draw() % (strlen(text) + 1);
	size_t wanted = 1 + draw() % 8;

	while (start && ((unsigned char)text[start] & 0xC0) == 0x80)
		start--;
	strbuf_clear(out);
	for (size_t i = 0; i < wanted; i++) {
		if (!is_run_character(text + start + 3 * i))
			return false;
		strbuf_add(out, text + start + 3 * i, 3);
	}
	return true;
}

// Whether the hits are exactly the entries whose folded text holds the bytes.
static bool
agrees(struct archive *archive, const char *substring, size_t *hits)
{
	struct arena questions;
	struct query query;
	struct search *search;
	struct strbuf typed;
	size_t expected = 0;
	size_t offset;
	int64_t id;
	bool same = true;

	arena_init(&questions);
	strbuf_init(&typed);
	strbuf_addf(&typed, "\"%s\"", substring);
	if (query_parse(&questions, typed.data, 0, false, &query, &offset, &err) ||
	    !(search = search_open(archive, &query, &err)))
		BUG("%s", err.text);
	for (*hits = 0; search_next(search, &id, &err) > 0; ++*hits) {
		size_t at = 0;

		while (at < texts.count && texts.items[at].id != id)
			at++;
		same = same && at < texts.count && strstr(texts.items[at].folded, substring);
	}
	search_close(search);
	for (size_t i = 0; i < texts.count; i++)
		expected += strstr(texts.items[i].folded, substring) != NULL;
	strbuf_release(&typed);
	arena_release(&questions);
	return same && *hits == expected;
}

static void
test_substrings(void)
{
	struct archive *archive = archive_open(directory, ARCHIVE_READ, &err);
	struct strbuf substring;
	int wrong = 0;
	size_t all = 0;

	if (!archive)
		BUG("%s", err.text);
	strbuf_init(&substring);
	for (int i = 0; i < SUBSTRINGS;) {
		size_t hits;

		if (!draw_substring(&substring))
			continue;
		i++;
		if (!agrees(archive, substring.data, &hits) && wrong++ < 5)
			tap_note("%s: %zu hits", substring.data, hits);
		all += hits;
	}
	tap_note("%zu papers, %d substrings, %zu hits", texts.count, SUBSTRINGS, all);
	tap_is_int(wrong, 0, "each is found where it stands and nowhere else");
	strbuf_release(&substring);
	archive_close(archive);
}

int
main(void)
{
	gzFile file = open_corpus();

	if (!file)
		return tap_skip_all("shared data is not here");
	if (!mkdtemp(directory))
		return EXIT_FAILURE;
	arena_init(&arena);
	tap_ok(read_corpus(file) > 2000 && texts.count > 2000, "the corpus is read");
	store_corpus();
	test_substrings();
	scratch_remove(directory);
	for (size_t i = 0; i < texts.count; i++)
		free(texts.items[i].folded);
	vec_release(&texts);
	vec_release(&entries);
	arena_release(&arena);
	return tap_done();
}
