// SPDX-License-Identifier: GPL-3.0-or-later
// How well foreign sections are told from a paper's own: each day's are swapped, the score at which the
// wanted rate of own ones is warned of is chosen on one half of the days, and what it does is counted on
// the other half; each role by itself. usage: trust [--prior] CORPUS.jsonl.gz …
//
// Each section is judged twice: where it is, and under another paper of its day, all else of the day as it
// was. What is not judged is never warned of: it counts as missed, or as no false alarm. Words are counted
// of the corpus, as of an archive, or not at all with --prior.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "corpus.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/trust/counts.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/vec.h"

#define SEED 0x53484F52u
#define WANTED 0.0 // false alarms, on the days the score is chosen on

static uint64_t state = SEED;

static uint32_t
draw(uint32_t below)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (uint32_t)((state * 2685821657736338717u) >> 33) % below;
}

// One judgement; what was not judged scores 2.
struct score {
	double score;
	int half;
};
struct scores {
	VEC(struct score) list;
};

struct bench {
	struct trust_crowd *crowd;
	struct trust_statistics statistics;
	struct scores own;
	struct scores foreign;
	VEC(struct trust_verdicts) verdicts; // of the day
	enum section_role role;
	int half;
};

// Judges the day with a text in the place of a paper's own.
static void
judge_with(struct bench *bench, const struct corpus_paper *day, size_t count, size_t paper,
	   const char *text)
{
	crowd_clear(bench->crowd);
	for (size_t i = 0; i < count; i++) {
		struct corpus_paper copy = day[i];

		if (i == paper)
			copy.sections[bench->role] = text;
		corpus_crowd(bench->crowd, &copy);
	}
	vec_reserve(&bench->verdicts, count);
	crowd_judge(bench->crowd, 0, count, &bench->statistics, bench->verdicts.items);
}

static void
add_score(const struct bench *bench, size_t paper, struct scores *scores)
{
	const struct trust_verdict *verdict = &bench->verdicts.items[paper].roles[bench->role];

	*vec_push(&scores->list) =
	    (struct score){verdict->judged ? verdict->score : 2, bench->half};
}

static bool
has(const struct bench *bench, const struct corpus_paper *paper)
{
	return *paper->sections[bench->role] != '\0';
}

static void
judge_day(struct bench *bench, const struct corpus_paper *day, size_t count)
{
	size_t sections = 0;

	for (size_t i = 0; i < count; i++)
		sections += has(bench, &day[i]);
	bench->half = (int)draw(2);
	judge_with(bench, day, count, count, NULL);
	for (size_t i = 0; i < count; i++) {
		if (has(bench, &day[i]))
			add_score(bench, i, &bench->own);
	}
	for (size_t i = 0; sections > 1 && i < count; i++) {
		size_t other;

		if (!has(bench, &day[i]))
			continue;
		do
			other = draw((uint32_t)count);
		while (other == i || !has(bench, &day[other]));
		judge_with(bench, day, count, other, day[i].sections[bench->role]);
		add_score(bench, other, &bench->foreign);
	}
}

static int
by_date(const void *a, const void *b)
{
	const struct corpus_paper *x = a;
	const struct corpus_paper *y = b;
	int order = strcmp(x->date, y->date);

	order = order ? order : strcmp(x->source, y->source);
	return order ? order : strcmp(x->name, y->name);
}

static void
judge_all(struct bench *bench, const struct corpus *corpus)
{
	size_t end;

	qsort(corpus->papers, corpus->count, sizeof(*corpus->papers), by_date);
	for (size_t start = 0; start < corpus->count; start = end) {
		for (end = start + 1; end < corpus->count && !strcmp(corpus->papers[end].date,
								     corpus->papers[start].date);)
			end++;
		judge_day(bench, corpus->papers + start, end - start);
	}
}

static size_t
count_below(const struct scores *scores, int half, double bound, size_t *all)
{
	size_t below = 0;

	*all = 0;
	for (size_t i = 0; i < scores->list.count; i++) {
		const struct score *score = &scores->list.items[i];

		if (half >= 0 && score->half != half)
			continue;
		++*all;
		below += score->score < bound;
	}
	return below;
}

// The greatest bound, of hundredths, that warns of no more than a rate of a half's own sections.
static double
choose(const struct scores *own, int half, double rate)
{
	double best = 0;

	for (int i = 0; i < 100 * TRUST_KEPT; i++) {
		size_t all;
		size_t below = count_below(own, half, i / 100.0, &all);

		if ((double)below <= rate * (double)all)
			best = i / 100.0;
	}
	return best;
}

// Wilson's interval of 95 %.
static void
print_rate(size_t some, size_t all)
{
	double n = (double)all;
	double p = (double)some / n;
	double z = 1.96;
	double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
	double reach = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);

	printf(" %6.2f %% (%.2f–%.2f; %zu of %zu)", p * 100, fmax(0, middle - reach) * 100,
	       (middle + reach) * 100, some, all);
}

// What a bound does on one half of the days, or on all.
static void
print_half(const struct bench *bench, int half, double bound)
{
	size_t all;
	size_t below = count_below(&bench->foreign, half, bound, &all);

	printf("%s %d, score < %.2f: found", half < 0 ? "all days," : "half", half + 1, bound);
	print_rate(below, all);
	printf(", false");
	below = count_below(&bench->own, half, bound, &all);
	print_rate(below, all);
	printf("\n");
}

static void
print_curve(const struct bench *bench)
{
	size_t all;

	printf("| below | found | false |\n|---|---|---|\n");
	for (int i = 20; i < 100 * TRUST_KEPT; i += 5) {
		size_t found = count_below(&bench->foreign, -1, i / 100.0, &all);
		double rate = (double)found / (double)all;
		size_t wrong = count_below(&bench->own, -1, i / 100.0, &all);

		printf("| .%d | %.2f %% | %.2f %% |\n", i, rate * 100,
		       100 * (double)wrong / (double)all);
	}
}

static void
judge_role(struct bench *bench, const struct corpus *corpus, enum section_role role)
{
	vec_clear(&bench->own.list);
	vec_clear(&bench->foreign.list);
	bench->role = role;
	judge_all(bench, corpus);
	if (!bench->foreign.list.count)
		return;
	printf("\n%s\n", paper_role_name(role));
	for (int half = 0; half < 2; half++)
		print_half(bench, half, choose(&bench->own, !half, WANTED));
	for (int half = -1; half < 2; half++)
		print_half(bench, half, TRUST_THRESHOLD);
	print_curve(bench);
}

static struct trust_counts *
count_words(struct bench *bench, const struct corpus *corpus)
{
	struct trust_counts *counts = counts_new();
	struct strbuf packed;

	for (size_t i = 0; i < corpus->count; i++) {
		crowd_clear(bench->crowd);
		corpus_crowd(bench->crowd, &corpus->papers[i]);
		counts_add(counts, bench->crowd, 0);
	}
	strbuf_init(&packed);
	counts_pack(counts, &packed);
	strbuf_release(&packed);
	return counts;
}

int
main(int argc, char **argv)
{
	bool prior = argc > 1 && !strcmp(argv[1], "--prior");
	struct corpus corpus = {0};
	struct bench bench = {.crowd = crowd_new()};
	struct trust_counts *counts;

	for (int i = 1 + prior; i < argc; i++)
		corpus_read(&corpus, argv[i]);
	counts = prior ? counts_new() : count_words(&bench, &corpus);
	bench.statistics = counts_statistics(counts);
	for (int role = 0; role < SECTION_ABSTRACT; role++)
		judge_role(&bench, &corpus, (enum section_role)role);
	vec_release(&bench.own.list);
	vec_release(&bench.foreign.list);
	vec_release(&bench.verdicts);
	crowd_free(bench.crowd);
	counts_free(counts);
	corpus_release(&corpus);
	return 0;
}
