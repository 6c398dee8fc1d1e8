// SPDX-License-Identifier: GPL-3.0-or-later
// How good related papers are: `similar [--digests DATA_DIR] CORPUS.jsonl.gz …`, run where it may make
// directories. Everything is put into an archive without titles (similar-papers.h) and asked for:
//  - halves: Japanese papers whose reason and short summary are one paper and whose detailed one another,
//    among all others: is the other half the first found?
//  - languages: papers told of in Japanese and in English: is the other the first found?
//  - topics by the titles' words, which the archive has not: have the first five one in common with the
//    paper, and how often would five drawn at random?
//  - categories, of the papers of an archive that have some: likewise by the first one.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "similar-papers.h"
#include "shoroku/archive/similar.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/memory.h"

#define ASKED 500 // papers a measure
#define TOP 5
#define LEAST_HALF 60 // bytes

static const char directory[] = "similar-archive";

static bool
are_twins(const struct bench_papers *papers, size_t one, size_t other)
{
	return one != other && papers->list.items[one].twin == other;
}

static bool
share_topic(const struct bench_papers *papers, size_t one, size_t other)
{
	return one != other && (papers->list.items[one].topics & papers->list.items[other].topics);
}

static bool
share_category(const struct bench_papers *papers, size_t one, size_t other)
{
	const struct bench_paper *list = papers->list.items;

	return one != other && list[one].category && list[other].category &&
	       !strcmp(list[one].category, list[other].category);
}

typedef bool relation(const struct bench_papers *papers, size_t one, size_t other);

static size_t
count_related(const struct bench_papers *papers, size_t one, relation *related)
{
	size_t count = 0;

	for (size_t i = 0; i < papers->list.count; i++)
		count += related(papers, one, i);
	return count;
}

struct found {
	double asked; // papers
	double given; // all that were found
	double first; // of the first ones, how many are related
	double five;  // of all first fives
	double chance;
};

static void
ask(struct archive *archive, const struct bench_papers *papers, size_t number, relation *related,
    struct found *found)
{
	struct similar *list;
	struct arena arena;
	struct error err;
	size_t count;

	arena_init(&arena);
	if (similar_find(archive, &arena, bench_papers_entry(number), TOP, &list, &count, &err))
		BUG("%s", err.text);
	for (size_t i = 0; i < count; i++) {
		bool is = related(papers, number, bench_papers_number(list[i].entry));

		found->five += is;
		found->first += is && !i;
	}
	found->asked++;
	found->given += (double)count;
	found->chance +=
	    (double)count_related(papers, number, related) / (double)(papers->list.count - 1);
	arena_release(&arena);
}

static void
print(const char *name, const struct found *found, bool twins)
{
	double chance = found->chance / found->asked;
	double five = found->five / found->given;

	if (twins)
		printf("%s: first of %.0f of %.0f, %.1f %%; among the first five of %.0f\n", name,
		       found->first, found->asked, 100 * found->first / found->asked, found->five);
	else
		printf("%s: %.0f papers, %.1f %% of their first five, %.1f %% of all: %.1f times\n",
		       name, found->asked, 100 * five, 100 * chance, five / chance);
	fflush(stdout);
}

// Of those that have a related one at all, every so-manieth.
static void
measure(const char *name, const struct bench_papers *papers, bool with_authors, relation *related)
{
	const char *only = getenv("BENCH_ONLY"); // a name that begins so
	struct archive *archive;
	struct found found = {0};
	size_t some = 0;
	size_t seen = 0;

	if (only && strncmp(name, only, strlen(only)))
		return;
	if (system("rm -rf similar-archive")) // of a run that was broken off
		exit(EXIT_FAILURE);
	archive = bench_papers_store(papers, directory, with_authors);
	if (only && strncmp(name, only, strlen(only)) != 0)
		return;
	if (system("rm -rf similar-archive")) // of a run that was broken off
		exit(EXIT_FAILURE);
	archive = bench_papers_store(papers, directory, with_authors);
	for (size_t i = 0; i < papers->list.count; i++)
		some += count_related(papers, i, related) > 0;
	for (size_t i = 0; i < papers->list.count; i++) {
		if (!count_related(papers, i, related))
			continue;
		// The paper is asked where its share of ASKED comes to the next whole number.
		if (some <= ASKED || (seen + 1) * ASKED / some != seen * ASKED / some)
			ask(archive, papers, i, related, &found);
		seen++;
	}
	archive_close(archive);
	if (system("rm -rf similar-archive"))
		exit(EXIT_FAILURE);
	if (found.asked > 0)
		print(name, &found, related == are_twins);
}

static bool
is_long(const char *text)
{
	return text && strlen(text) >= LEAST_HALF;
}

static void
add_halves(struct bench_papers *papers, const struct corpus *corpus)
{
	const unsigned detail = 1u << SECTION_DETAIL;

	for (size_t i = 0; i < corpus->count; i++) {
		const struct corpus_paper *from = &corpus->papers[i];
		struct bench_paper *paper = bench_papers_add(papers, from, ~detail);
		size_t number = papers->list.count - 1;
		bool whole =
		    strcmp(from->lang, "ja") || (!is_long(paper->sections[SECTION_REASON]) &&
						 !is_long(paper->sections[SECTION_SHORT]));

		paper = bench_papers_add(papers, from, detail);
		if (whole || !is_long(paper->sections[SECTION_DETAIL])) {
			papers->list.count -= 2;
			bench_papers_add(papers, from, ~0u);
			continue;
		}
		paper->twin = number;
		papers->list.items[number].twin = number + 1;
	}
}

static void
add_whole(struct bench_papers *papers, const struct corpus *corpus)
{
	for (size_t i = 0; i < corpus->count; i++) {
		struct bench_paper *paper = bench_papers_add(papers, &corpus->papers[i], ~0u);
		size_t number = papers->list.count - 1;

		for (size_t k = 0; k < number && paper->twin == number; k++) {
			struct bench_paper *other = &papers->list.items[k];

			if (strcmp(other->lang, paper->lang) && !strcmp(other->name, paper->name)) {
				other->twin = number;
				paper->twin = k;
			}
		}
	}
}

int
main(int argc, char **argv)
{
	int first = argc > 2 && !strcmp(argv[1], "--digests") ? 3 : 1;
	struct bench_papers halves = {0};
	struct bench_papers whole = {0};
	struct bench_papers digests = {0};
	struct corpus corpus = {0};

	for (int i = first; i < argc; i++)
		corpus_read(&corpus, argv[i]);
	if (first > 1)
		bench_papers_add_archive(&digests, argv[2]);
	add_halves(&halves, &corpus);
	add_whole(&whole, &corpus);
	measure("halves", &halves, false, are_twins);
	measure("halves, with authors", &halves, true, are_twins);
	measure("languages", &whole, false, are_twins);
	measure("languages, with authors", &whole, true, are_twins);
	measure("topics by titles", &whole, false, share_topic);
	measure("categories", &digests, false, share_category);
	bench_papers_release(&digests);
	bench_papers_release(&whole);
	bench_papers_release(&halves);
	corpus_release(&corpus);
	return EXIT_SUCCESS;
}
