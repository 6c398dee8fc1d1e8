// SPDX-License-Identifier: GPL-3.0-or-later
// How alike papers are, and what terms are called in the other language.
#include "shoroku/trust/alike.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/text/fold.h"
#include "shoroku/trust/counts.h"
#include "shoroku/trust/glossary.h"
#include "tap.h"
#include "trust/glossary-table.h"

#define MOST 8

static double scores[MOST];

// Scores of texts by the first of them; a name each, the text's number unless it is another's.
static void
score(const char *const *texts, size_t count)
{
	struct trust_counts *counts = counts_new();
	struct trust_statistics statistics = counts_statistics(counts);
	struct trust_crowd *crowd = crowd_new();

	for (size_t i = 0; i < count; i++) {
		char name[2] = {(char)('a' + i), '\0'};

		crowd_add_paper(crowd, name);
		crowd_add_text(crowd, TRUST_TITLE, texts[i]);
	}
	alike_score(crowd, &statistics, scores);
	crowd_free(crowd);
	counts_free(counts);
}

// A text that is long enough not to be held for chance, of made-up words.
static char *
words(unsigned first, unsigned count)
{
	struct strbuf text;

	strbuf_init(&text);
	for (unsigned i = 0; i < count; i++)
		strbuf_addf(&text, "%sword%c%c", i ? " " : "", 'a' + (first + i) / 26 % 26,
			    'a' + (first + i) % 26);
	return strbuf_detach(&text);
}

static void
test_share(void)
{
	char *texts[5] = {words(0, 200), words(0, 200), words(100, 200), words(150, 200),
			  words(400, 200)};

	score((const char *const *)texts, 5);
	tap_ok(scores[0] > 0.9 && scores[0] <= 1, "a paper is like itself: %.3f", scores[0]);
	tap_ok(fabs(scores[1] - scores[0]) < 1e-9, "and like another of the same words");
	tap_ok(scores[2] < scores[1] && scores[3] < scores[2],
	       "the less, the fewer they share: %.3f, %.3f", scores[2], scores[3]);
	tap_ok(fabs(scores[2] / scores[1] - 0.5) < 0.01, "half of them, half as much");
	tap_ok(scores[4] == 0, "nothing in common is 0");
	for (size_t i = 0; i < 5; i++)
		free(texts[i]);
}

static void
test_order(void)
{
	const char *once[2] = {"plankton rotifer krill", "krill rotifer plankton"};
	const char *often[2] = {"plankton rotifer krill", "krill rotifer rotifer plankton krill"};
	double first;

	score(once, 2);
	first = scores[1];
	score(often, 2);
	tap_ok(fabs(scores[1] - first) < 1e-9, "neither order nor how often counts");
	tap_ok(first < 0.6, "a few words make nothing as good as the same: %.3f", first);
}

// A word that most papers have counts for nothing, a rare one for much.
static void
test_weight(void)
{
	const char *texts[3] = {"the model of the rotifer", "the model of the anvil",
				"a rotifer seen"};

	score(texts, 3);
	tap_ok(scores[1] == 0, "common words are none to share: %.3f", scores[1]);
	tap_ok(scores[2] > 0.05, "a rare one is: %.3f", scores[2]);
}

// What a paper has in the letters that the other one lacks does not count against it.
static void
test_languages(void)
{
	const char *texts[3] = {"rotifer plankton krill copepod",
				"rotifer plankton 深海魚類発光器官",
				"rotifer plankton anvil hammer"};

	score(texts, 3);
	tap_ok(scores[1] > scores[2],
	       "another language's words are left aside, one's own are not: %.3f, %.3f", scores[1],
	       scores[2]);
}

static void
test_nothing(void)
{
	char *same = memory_alloc((1 << 20) + 1);
	const char *texts[4] = {"rotifer plankton", "", same, "++ -- 12 345 !?"};

	memset(same, 'a', 1 << 20);
	score(texts, 4);
	tap_ok(scores[1] == 0 && scores[2] == 0 && scores[3] == 0,
	       "nothing is like no text, one letter, no letters");
	texts[0] = "";
	score(texts, 4);
	tap_ok(scores[0] == 0 && scores[1] == 0 && scores[2] == 0 && scores[3] == 0,
	       "and no text is like nothing, itself included");
	free(same);
}

// --- the glossary

static void
means(const char *text, const char *words_meant)
{
	char *folded = fold_string(text);
	struct strbuf out;

	strbuf_init(&out);
	glossary_translate(folded, strlen(folded), &out);
	tap_is_str(out.data ? out.data : "", words_meant, text);
	strbuf_release(&out);
	free(folded);
}

static void
test_glossary(void)
{
	const char *terms[GLOSSARY_MOST_TERMS];
	size_t sorted = 1;
	size_t folded = 0;

	means("深海の惑星", "planet planets planetary ");
	means("系外惑星", "exoplanet exoplanets ");
	means("惑星と惑星", "planet planets planetary planet planets planetary ");
	means("惑", "");
	means("planet, はなし", "");
	tap_is_int((long long)glossary_terms("exoplanets", 10, terms), 1, "a word's term");
	tap_is_str(terms[0], "系外惑星", "which it is");
	tap_is_int((long long)glossary_terms("exoplan", 7, terms), 0, "no part of a word");
	tap_is_int((long long)glossary_terms("model", 5, terms) <= GLOSSARY_MOST_TERMS, 1,
		   "no more than there is room for");
	for (size_t i = 0; i < glossary_table_count; i++) {
		char *term = fold_string(glossary_table[i].term);
		char *row_words = fold_string(glossary_table[i].words);

		sorted += i && strcmp(glossary_table[i - 1].term, glossary_table[i].term) < 0;
		folded += !strcmp(term, glossary_table[i].term) && strlen(term) >= 6 &&
			  (term[0] & 0xF0) == 0xE0 && !strcmp(row_words, glossary_table[i].words);
		free(term);
		free(row_words);
	}
	tap_is_int((long long)sorted, (long long)glossary_table_count, "its terms are in order");
	tap_is_int((long long)folded, (long long)glossary_table_count,
		   "folded, and of two characters at least");
}

int
main(void)
{
	test_share();
	test_order();
	test_weight();
	test_languages();
	test_nothing();
	test_glossary();
	return tap_done();
}
