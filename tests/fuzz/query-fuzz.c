// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a query: a mistake with its place inside, or a tree that prints to one that means the
// same, and an answer of the index that is no error.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "shoroku/archive/search.h"
#include "shoroku/archive/store.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/paths.h"
#include "shoroku/feed/parse.h"
#include "../unit/scratch.h"
#include "target.h"

#define REQUIRE(promise) ((promise) ? (void)0 : error_bug(__FILE__, __LINE__, "%s", #promise))
#define TODAY 20355 // 2025-09-24

static char directory[] = "query-fuzz-XXXXXX";
static struct archive *archive;

static void
clear(void)
{
	archive_close(archive);
	scratch_remove(directory);
}

static void
open_archive(void)
{
	static const char day[] =
	    "2025-09-24 の注目論文\n\nDeep SAM手法\n\nAnn Bell\n\n選定理由\n\n"
	    "科学技術 z=4-7 [Si/O] β M⊙ log(M*/M⊙)。\n";
	struct store_raw raw = {day, strlen(day), "fuzz", "fuzz", 1, NULL};
	struct parse_input input = {
	    .name = "fuzz", .bytes = day, .length = strlen(day), .date = DATE_NONE};
	struct archive *importing;
	struct parse_result parsed;
	enum store_outcome outcome;
	struct arena arena;
	struct error err;

	arena_init(&arena);
	REQUIRE(mkdtemp(directory) && !archive_prepare(directory, &err));
	importing = archive_open(directory, ARCHIVE_IMPORT, &err);
	REQUIRE(importing);
	REQUIRE(!parse_digests(&arena, &input, &parsed, &err));
	REQUIRE(!store_digest(importing, parsed.digests, &raw, &outcome, &err));
	archive_close(importing);
	arena_release(&arena);
	archive = archive_open(directory, ARCHIVE_READ, &err);
	REQUIRE(archive);
	atexit(clear);
}

static void
ask(const struct query *query)
{
	struct error err;
	struct search *search = search_open(archive, query, &err);
	int64_t id;
	int more = 1;

	REQUIRE(search);
	for (int i = 0; more > 0 && i < 3; i++)
		more = search_next(search, &id, &err);
	REQUIRE(more >= 0);
	search_close(search);
}

static void
check(const char *text, bool live)
{
	struct arena arena;
	struct strbuf printed;
	struct strbuf again;
	struct query query;
	struct error err = {0};
	size_t offset;

	arena_init(&arena);
	strbuf_init(&printed);
	strbuf_init(&again);
	if (query_parse(&arena, text, TODAY, live, &query, &offset, &err)) {
		REQUIRE(offset <= strlen(text) && err.text[0]);
	} else {
		ask(&query);
		query_print(&query, &printed);
		REQUIRE(!query_parse(&arena, printed.data, TODAY, false, &query, &offset, &err));
		query_print(&query, &again);
		REQUIRE(!strcmp(printed.data, again.data));
	}
	strbuf_release(&printed);
	strbuf_release(&again);
	arena_release(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	char *text = memory_strndup((const char *)bytes, size); // ends at a NUL, as typed text does

	if (!archive)
		open_archive();
	check(text, false);
	check(text, true);
	free(text);
	return 0;
}
