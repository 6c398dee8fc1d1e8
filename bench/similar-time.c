// SPDX-License-Identifier: GPL-3.0-or-later
// How long related papers take: `similar-time DATA_DIR…`, archives made by bench/generate. Entries drawn at
// random, a handle that is open and warm; beside it, as the yardstick, loading one of those entries with
// its sections and marks, and the hits of a search.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "pty.h"
#include "shoroku/archive/load.h"
#include "shoroku/archive/similar.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/memory.h"
#include "shoroku/model/entry-id.h"

#define ASKED 200
#define WARM 20
#define TOP 5

static uint64_t state = 0x53484F52;

static size_t
draw(size_t limit)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (size_t)(state * 2685821657736338717u >> 33) % limit;
}

// Milliseconds of this process, of which others take none.
static double
processor_now(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
	       (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static int64_t
draw_entry(const struct load_days *days)
{
	const struct load_day *day = &days->items[draw(days->count)];

	return entry_id_make(day->date, (int)draw((size_t)day->papers));
}

struct times {
	double wall[ASKED];
	double processor[ASKED];
	double load[ASKED];
};

static double
load(struct archive *archive, int64_t entry)
{
	struct load_entry loaded;
	struct arena arena;
	struct error err;
	double started = pty_now();

	arena_init(&arena);
	if (load_entry(archive, &arena, entry, &loaded, &err))
		BUG("%s", err.text);
	arena_release(&arena);
	return (pty_now() - started) * 1000;
}

static size_t
find(struct archive *archive, int64_t entry)
{
	struct similar *list;
	struct arena arena;
	struct error err;
	size_t count;

	arena_init(&arena);
	if (similar_find(archive, &arena, entry, TOP, &list, &count, &err))
		BUG("%s", err.text);
	arena_release(&arena);
	return count;
}

static void
print(const char *name, double *times)
{
	double median = pty_quantile(times, ASKED, 0.5);

	printf("  %-22s p50 %8.3f ms  p95 %8.3f  worst %8.3f\n", name, median,
	       pty_quantile(times, ASKED, 0.95), pty_quantile(times, ASKED, 1));
}

static void
run(const char *directory)
{
	struct date_range all = {DATE_MIN, DATE_MAX};
	struct times *times = memory_alloc(sizeof(*times));
	struct load_days days;
	struct archive *archive;
	struct arena arena;
	struct error err;
	size_t found = 0;
	size_t papers = 0;

	arena_init(&arena);
	archive = archive_open(directory, ARCHIVE_READ, &err);
	if (!archive || load_days(archive, &arena, all, &days, &err))
		BUG("%s: %s", directory, err.text);
	for (size_t i = 0; i < days.count; i++)
		papers += (size_t)days.items[i].papers;
	for (int i = -WARM; i < ASKED; i++) {
		int64_t entry = draw_entry(&days);
		double taken = load(archive, entry);
		double processor = processor_now();
		double started = pty_now();

		found += find(archive, entry);
		if (i < 0)
			continue;
		times->wall[i] = (pty_now() - started) * 1000;
		times->processor[i] = processor_now() - processor;
		times->load[i] = taken;
	}
	printf("%s: %zu papers, %.1f found of each\n", directory, papers,
	       (double)found / (ASKED + WARM));
	print("loading, the yardstick", times->load);
	print("related papers", times->wall);
	print("its processor time", times->processor);
	archive_close(archive);
	arena_release(&arena);
	free(times);
}

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		run(argv[i]);
	return EXIT_SUCCESS;
}
