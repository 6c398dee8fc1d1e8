// SPDX-License-Identifier: GPL-3.0-or-later
// How long a first screen of hits takes: `search DATA_DIR…`. For each archive made by bench/generate, each
// shape of query, over queries drawn from the archive's own text: time from asking to the 50th hit or
// the last, warm. Then counting, ranking, and how soon a search stops when it is interrupted. The
// yardstick of each archive is one pass over its texts (SQLite reads and compares every paper, as grep
// would). Of an archive with the tag "bench" (bench/marks.sh) only the shapes with marks are asked.
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pty.h"
#include "shoroku/archive/hits.h"
#include "shoroku/archive/load.h"
#include "shoroku/archive/search.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/memory.h"
#include "shoroku/text/atoms.h"
#include "shoroku/text/fold.h"
#include "shoroku/text/utf8.h"

#define QUERIES 60
#define SCREEN 50
#define SAMPLES 400

struct source {
	struct archive *archive;
	struct arena arena;
	struct load_entry samples[SAMPLES];
	size_t count;
	date_day first;
	date_day last;
};

static uint64_t state;

static size_t
draw(size_t limit)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (size_t)(state * 2685821657736338717u >> 33) % limit;
}

static const char *
detail(const struct source *source)
{
	return source->samples[draw(source->count)].entry.sections[2].text;
}

// A run of `count` characters of a random paper, into `out`.
static void
characters(const struct source *source, size_t count, struct strbuf *out)
{
	for (;;) {
		const char *text = detail(source);
		struct atoms atoms;
		struct atom atom;
		size_t start = 0;
		size_t run = 0;
		size_t skip = draw(300);

		atoms_init(&atoms, text, strlen(text));
		while (atoms_next(&atoms, &atom)) {
			run = atom.joined ? run + 1 : atom.character;
			if (run == 1)
				start = atom.start;
			if (skip) {
				skip--;
				run = 0;
			} else if (run == count) {
				strbuf_add(out, text + start, atom.end - start);
				return;
			}
		}
	}
}

static void
word(const struct source *source, size_t letters, struct strbuf *out)
{
	for (;;) {
		char *text = fold_string(detail(source));
		struct atoms atoms;
		struct atom atom;
		size_t skip = draw(30);

		atoms_init(&atoms, text, strlen(text));
		while (atoms_next(&atoms, &atom)) {
			size_t length = atom.end - atom.start;

			if (atom.character || length < (letters ? letters : 3) || skip-- > 0)
				continue;
			strbuf_add(out, text + atom.start, letters ? letters : length);
			free(text);
			return;
		}
		free(text);
	}
}

static void
one_character(const struct source *s, struct strbuf *q)
{
	characters(s, 1, q);
}

static void
two_characters(const struct source *s, struct strbuf *q)
{
	characters(s, 2, q);
}

static void
four_characters(const struct source *s, struct strbuf *q)
{
	characters(s, 4, q);
}

static void
three_to_eight(const struct source *s, struct strbuf *q)
{
	characters(s, 3 + draw(6), q);
}

static void
eight_characters(const struct source *s, struct strbuf *q)
{
	characters(s, 8, q);
}

static void
latin_word(const struct source *s, struct strbuf *q)
{
	word(s, 0, q);
}

static void
short_prefix(const struct source *s, struct strbuf *q)
{
	word(s, 1 + draw(2), q);
	strbuf_add_byte(q, '*');
}

static void
long_prefix(const struct source *s, struct strbuf *q)
{
	word(s, 3 + draw(3), q);
	strbuf_add_byte(q, '*');
}

static void
two_words(const struct source *s, struct strbuf *q)
{
	characters(s, 2, q);
	strbuf_add_byte(q, ' ');
	characters(s, 2, q);
}

static void
title_word(const struct source *s, struct strbuf *q)
{
	strbuf_add_string(q, "title:");
	word(s, 0, q);
}

// Words of the texts, which the titles hardly have.
static void
field_without(const struct source *s, struct strbuf *q)
{
	strbuf_add_string(q, "title:");
	characters(s, 2, q);
}

static void
author(const struct source *s, struct strbuf *q)
{
	const struct paper *paper = &s->samples[draw(s->count)].entry.paper;

	strbuf_addf(q, "author:=\"%s\"", paper->authors[draw(paper->author_count)]);
}

static void
month(const struct source *s, struct strbuf *q)
{
	struct date_civil day = date_to_civil(s->samples[draw(s->count)].entry.date);

	characters(s, 2, q);
	strbuf_addf(q, " date:%04d-%02d", day.year, day.month);
}

static void
unread(const struct source *s, struct strbuf *q)
{
	characters(s, 2, q);
	strbuf_add_string(q, " is:unread");
}

static void
tagged(const struct source *s, struct strbuf *q)
{
	characters(s, 2, q);
	strbuf_add_string(q, " tag:bench");
}

static void
only_unread(const struct source *s, struct strbuf *q)
{
	(void)s;
	strbuf_add_string(q, "is:unread");
}

// Frequent pairs that hardly ever meet: particles and what may follow them, shuffled.
static void
no_hit(const struct source *s, struct strbuf *q)
{
	static const char *const particles[] = {"の", "を", "に", "は", "が", "で"};

	(void)s;
	for (int i = 0; i < 3; i++) {
		strbuf_add_string(q, particles[draw(ARRAY_LENGTH(particles))]);
		characters(s, 1, q);
	}
}

static const struct shape {
	const char *name;
	void (*make)(const struct source *source, struct strbuf *query);
} shapes[] = {
    {"1 character", one_character},
    {"2 characters", two_characters},
    {"3-8 characters", three_to_eight},
    {"4 characters", four_characters},
    {"8 characters", eight_characters},
    {"Latin word", latin_word},
    {"prefix of 1-2", short_prefix},
    {"prefix of 3-5", long_prefix},
    {"two words", two_words},
    {"word of a title", title_word},
    {"a field without the word", field_without},
    {"author", author},
    {"in a month", month},
    {"unread", unread},
    {"pairs that seldom meet", no_hit},
};
static const struct shape marked_shapes[] = {
    {"unread", unread},
    {"nothing but unread", only_unread},
    {"tagged", tagged},
};

// Milliseconds to the first screen.
static double
ask(struct source *source, const char *text, size_t *found)
{
	struct arena arena;
	struct query query;
	struct hits hits;
	struct error err;
	size_t offset;
	double started = pty_now();
	double taken;

	arena_init(&arena);
	if (query_parse(&arena, text, source->last, false, &query, &offset, &err) ||
	    hits_find(source->archive, &arena, &query, SCREEN, &hits, &err))
		BUG("%s: %s", text, err.text);
	taken = (pty_now() - started) * 1000;
	*found = hits.count;
	arena_release(&arena);
	return taken;
}

static void
measure(struct source *source, const struct shape *shape, double pass)
{
	double times[QUERIES];
	size_t hits = 0;
	double median;

	for (size_t i = 0; i < QUERIES; i++) {
		struct strbuf query;
		size_t found;

		strbuf_init(&query);
		shape->make(source, &query);
		ask(source, query.data, &found); // once to warm what it touches
		times[i] = ask(source, query.data, &found);
		hits += found;
		strbuf_release(&query);
	}
	median = pty_quantile(times, QUERIES, 0.5);
	printf("  %-24s p50 %8.3f ms  p95 %8.3f  worst %8.3f  (%5.1f hits, 1/%.0f of a pass)\n",
	       shape->name, median, pty_quantile(times, QUERIES, 0.95),
	       pty_quantile(times, QUERIES, 1), (double)hits / QUERIES, pass / median);
}

// Every paper read and looked through once for what is not there.
static double
pass_over(struct source *source)
{
	struct date_range all = {DATE_MIN, DATE_MAX};
	struct load_days days;
	struct arena arena;
	struct error err;
	double started = pty_now();
	size_t found = 0;

	arena_init(&arena);
	if (load_days(source->archive, &arena, all, &days, &err))
		BUG("%s", err.text);
	for (size_t i = 0; i < days.count; i++) {
		struct date_range day = {days.items[i].date, days.items[i].date};
		struct load_entries entries;
		struct arena texts;

		arena_init(&texts);
		if (load_entries(source->archive, &texts, day, true, &entries, &err))
			BUG("%s", err.text);
		for (size_t j = 0; j < entries.count; j++) {
			for (size_t k = 0; k < entries.items[j].entry.section_count; k++)
				found += strstr(entries.items[j].entry.sections[k].text,
						"not there") != NULL;
		}
		arena_release(&texts);
	}
	arena_release(&arena);
	if (found)
		printf("  found %zu\n", found);
	return (pty_now() - started) * 1000;
}

// --- what is asked for less often

static double
count(struct source *source, const char *text, size_t *found)
{
	struct arena arena;
	struct query query;
	struct search *search;
	struct error err;
	size_t offset;
	double started = pty_now();

	arena_init(&arena);
	if (query_parse(&arena, text, source->last, false, &query, &offset, &err) ||
	    !(search = search_open(source->archive, &query, &err)) ||
	    search_count(search, SIZE_MAX, found, &err))
		BUG("%s: %s", text, err.text);
	search_close(search);
	arena_release(&arena);
	return (pty_now() - started) * 1000;
}

static void *
interrupt_soon(void *archive)
{
	struct timespec wait = {.tv_nsec = 5000000};

	nanosleep(&wait, NULL);
	search_interrupt(archive);
	return NULL;
}

// From asking to the answer of a count that is interrupted after 5 ms.
static double
interrupted(struct source *source, const char *text)
{
	struct arena arena;
	struct query query;
	struct search *search;
	struct error err;
	size_t offset;
	size_t found;
	pthread_t thread;
	double started = pty_now();

	arena_init(&arena);
	pthread_create(&thread, NULL, interrupt_soon, source->archive);
	if (query_parse(&arena, text, source->last, false, &query, &offset, &err))
		BUG("%s: %s", text, err.text);
	search = search_open(source->archive, &query, &err);
	while (search && !search_count(search, SIZE_MAX, &found, &err)) {
		search_close(search);
		search = search_open(source->archive, &query, &err);
	}
	started = pty_now() - started;
	search_close(search);
	pthread_join(thread, NULL);
	search_allow(source->archive);
	arena_release(&arena);
	return started * 1000;
}

static void
measure_rest(struct source *source)
{
	double times[QUERIES];
	size_t found;
	double counted;

	count(source, "\xE3\x81\xAE", &found);
	counted = count(source, "\xE3\x81\xAE", &found);
	printf("  counting the most frequent character: %zu in %.1f ms\n", found, counted);
	for (size_t i = 0; i < QUERIES; i++) {
		struct strbuf query;

		strbuf_init(&query);
		latin_word(source, &query);
		strbuf_add_string(&query, " sort:relevance");
		times[i] = ask(source, query.data, &found);
		strbuf_release(&query);
	}
	printf("  by relevance             p50 %8.3f ms  p95 %8.3f  worst %8.3f\n",
	       pty_quantile(times, QUERIES, 0.5), pty_quantile(times, QUERIES, 0.95),
	       pty_quantile(times, QUERIES, 1));
	for (size_t i = 0; i < QUERIES; i++)
		times[i] = interrupted(source, "\xE3\x81\xAE \xE3\x82\x92 \xE3\x81\xAB") - 5;
	printf("  stopping when interrupted: worst %.3f ms\n", pty_quantile(times, QUERIES, 1));
}

static bool
is_marked(struct source *source)
{
	struct load_tags tags;
	struct error err;

	if (load_tags(source->archive, &source->arena, &tags, &err))
		BUG("%s", err.text);
	return tags.count > 0;
}

static void
run(const char *directory)
{
	struct source *source = memory_alloc(sizeof(*source));
	struct date_range all = {DATE_MIN, DATE_MAX};
	struct load_days days;
	struct error err;
	size_t papers = 0;
	double pass;

	state = 0x53484F52;
	arena_init(&source->arena);
	source->archive = archive_open(directory, ARCHIVE_READ, &err);
	if (!source->archive || load_days(source->archive, &source->arena, all, &days, &err))
		BUG("%s", err.text);
	source->last = days.items[0].date;
	for (size_t i = 0; i < days.count; i++)
		papers += (size_t)days.items[i].papers;
	while (source->count < SAMPLES) {
		date_day day = days.items[draw(days.count)].date;
		struct load_entries entries;

		if (load_entries(source->archive, &source->arena, (struct date_range){day, day},
				 true, &entries, &err))
			BUG("%s", err.text);
		source->samples[source->count++] = entries.items[draw(entries.count)];
	}
	pass = is_marked(source) ? 0 : pass_over(source);
	printf("%s: %zu papers, one pass over them %.0f ms\n", directory, papers, pass);
	if (is_marked(source)) {
		for (size_t i = 0; i < ARRAY_LENGTH(marked_shapes); i++)
			measure(source, &marked_shapes[i], pass);
	} else {
		for (size_t i = 0; i < ARRAY_LENGTH(shapes); i++)
			measure(source, &shapes[i], pass);
		measure_rest(source);
	}
	archive_close(source->archive);
	arena_release(&source->arena);
	free(source);
}

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		run(argv[i]);
	return EXIT_SUCCESS;
}
