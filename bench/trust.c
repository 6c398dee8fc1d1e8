// SPDX-License-Identifier: GPL-3.0-or-later
// How well foreign reasons are told from a paper's own: each day's reasons are swapped, the score at
// which the wanted rate of own reasons is warned of is chosen on one half of the days, and what it does is
// counted on the other half. usage: trust CORPUS.jsonl.gz …
//
// Each paper's reason is judged twice: where it is, and under another paper of its day, all else of the
// day as it was. What is not judged is never warned of: it counts as missed, or as no false alarm.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "corpus.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/vec.h"

#define SEED 0x53484F52u
#define WANTED 0.003 // false alarms, on the days the score is chosen on

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
	double share;
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
	int half;
};

static void
judge(struct bench *bench, const struct corpus_paper *day, size_t count, size_t paper,
      const char *reason, struct scores *scores)
{
	struct trust_verdict verdict;

	crowd_clear(bench->crowd);
	for (size_t i = 0; i < count; i++)
		corpus_crowd(bench->crowd, &day[i], i == paper ? reason : NULL);
	crowd_judge(bench->crowd, paper, SECTION_REASON, &bench->statistics, &verdict);
	if (getenv("DBG"))
		printf("DBG %s %d %.3f %.3f %.3f %s %s | %s | %.100s\n",
		       scores == &bench->own ? "own" : "for", verdict.judged, verdict.score,
		       verdict.share, verdict.other, day[paper].source, day[paper].date,
		       day[paper].title, reason ? reason : day[paper].sections[0]);
	*vec_push(&scores->list) = (struct score){verdict.judged ? verdict.score : 2,
						  verdict.judged ? verdict.share : 2, bench->half};
}

static void
judge_day(struct bench *bench, const struct corpus_paper *day, size_t count)
{
	size_t with_reason = 0;

	for (size_t i = 0; i < count; i++)
		with_reason += *day[i].sections[SECTION_REASON] != '\0';
	if (with_reason < 2)
		return;
	bench->half = (int)draw(2);
	for (size_t i = 0; i < count; i++) {
		size_t other;

		if (!*day[i].sections[SECTION_REASON])
			continue;
		do
			other = draw((uint32_t)count);
		while (other == i || !*day[other].sections[SECTION_REASON]);
		judge(bench, day, count, i, NULL, &bench->own);
		judge(bench, day, count, other, day[i].sections[SECTION_REASON], &bench->foreign);
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

static double
value(const struct score *score, bool share)
{
	return share ? score->share : score->score;
}

static size_t
count_below(const struct scores *scores, int half, double bound, bool share, size_t *all)
{
	size_t below = 0;

	*all = 0;
	for (size_t i = 0; i < scores->list.count; i++) {
		const struct score *score = &scores->list.items[i];

		if (half >= 0 && score->half != half)
			continue;
		++*all;
		below += value(score, share) < bound;
	}
	return below;
}

// The greatest bound, of thousandths, that warns of no more than a rate of a half's own reasons.
static double
choose(const struct scores *own, int half, double rate, bool share)
{
	double best = -1;

	for (int i = -1000; i < 1000; i++) {
		size_t all;
		size_t below = count_below(own, half, i / 1000.0, share, &all);

		if ((double)below <= rate * (double)all)
			best = i / 1000.0;
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

	printf(" %6.2f %% (%.2f–%.2f; %zu of %zu)", p * 100, (middle - reach) * 100,
	       (middle + reach) * 100, some, all);
}

// What a bound does on one half of the days.
static void
print_half(const struct bench *bench, int chosen_on, double bound, bool share)
{
	size_t all;
	size_t below = count_below(&bench->foreign, !chosen_on, bound, share, &all);

	printf("half %d, score < %.3f: found", !chosen_on + 1, bound);
	print_rate(below, all);
	printf(", false");
	below = count_below(&bench->own, !chosen_on, bound, share, &all);
	print_rate(below, all);
	printf("\n");
}

static double
area(const struct scores *own, const struct scores *foreign, bool share)
{
	double sum = 0;

	for (size_t i = 0; i < own->list.count; i++) {
		for (size_t k = 0; k < foreign->list.count; k++) {
			double o = value(&own->list.items[i], share);
			double f = value(&foreign->list.items[k], share);

			sum += f < o ? 1 : f > o ? 0 : 0.5;
		}
	}
	return sum / (double)own->list.count / (double)foreign->list.count;
}

static void
print_curve(const struct bench *bench, bool share)
{
	static const double bounds[] = {0.0,  0.05, 0.08, 0.10, 0.12, 0.14, 0.15,
					0.16, 0.17, 0.18, 0.20, 0.22, 0.25, 0.30};
	size_t all;

	printf(
	    "\n%s, all days, area under the curve %.4f\n| below | found | false |\n|---|---|---|\n",
	    share ? "share alone" : "score", area(&bench->own, &bench->foreign, share));
	for (size_t i = 0; i < sizeof(bounds) / sizeof(*bounds); i++) {
		size_t found = count_below(&bench->foreign, -1, bounds[i], share, &all);
		double rate = (double)found / (double)all;
		size_t wrong = count_below(&bench->own, -1, bounds[i], share, &all);

		printf("| %.2f | %.2f %% | %.2f %% |\n", bounds[i], rate * 100,
		       100 * (double)wrong / (double)all);
	}
}

int
main(int argc, char **argv)
{
	struct corpus corpus = {0};
	struct tally *counts = tally_new();
	struct bench bench = {.crowd = crowd_new()};
	size_t all;
	size_t judged;

	for (int i = 1; i < argc; i++)
		corpus_read(&corpus, argv[i]);
	for (size_t i = 0; i < corpus.count; i++)
		tally_add(counts, &corpus.papers[i]);
	bench.statistics = tally_statistics(counts);
	judge_all(&bench, &corpus);
	judged = count_below(&bench.own, -1, 1.5, false, &all);
	printf("%zu papers, %zu reasons, %zu of them judged\n", corpus.count, all, judged);
	for (int share = 0; share < 2; share++) {
		printf("%s\n", share ? "share alone:" : "score:");
		print_half(&bench, 0, choose(&bench.own, 0, WANTED, share), share);
		print_half(&bench, 1, choose(&bench.own, 1, WANTED, share), share);
		print_half(&bench, 0, TRUST_THRESHOLD, share);
		print_half(&bench, 1, TRUST_THRESHOLD, share);
	}
	print_curve(&bench, false);
	print_curve(&bench, true);
	vec_release(&bench.own.list);
	vec_release(&bench.foreign.list);
	crowd_free(bench.crowd);
	tally_free(counts);
	corpus_release(&corpus);
	return 0;
}
