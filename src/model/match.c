// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/model/match.h"

#include <stdlib.h>
#include <string.h>

#include "model/match-names.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"
#include "shoroku/text/atoms.h"
#include "shoroku/text/fold.h"
#include "shoroku/text/tex.h"

#define LONGEST_TITLE 1000  // bytes that are compared
#define LEAST_HEAD 16	    // letters of a title that stands without its subtitle
#define SUBTITLE_COST 60    // of a subtitle that only one title has
#define OTHER_WORD_COST 150 // of a word in another one's place
#define OTHER_MARK_COST 500 // of other numbers
#define LEAST_WORD 4	    // letters that make a word worth comparing

static size_t
lesser(size_t a, size_t b)
{
	return a < b ? a : b;
}

// The fewest bytes put in, taken out or replaced (Levenshtein), row by row.
static size_t
edits(const char *a, size_t a_length, const char *b, size_t b_length)
{
	size_t *row = memory_alloc((b_length + 1) * sizeof(*row));
	size_t result;

	for (size_t j = 0; j <= b_length; j++)
		row[j] = j;
	for (size_t i = 1; i <= a_length; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (size_t j = 1; j <= b_length; j++) {
			size_t replaced = diagonal + (a[i - 1] != b[j - 1]);

			diagonal = row[j];
			row[j] = lesser(replaced, lesser(row[j], row[j - 1]) + 1);
		}
	}
	result = row[b_length];
	free(row);
	return result;
}

struct title {
	char *folded;
	char *letters; // nothing but letters and digits
	VEC(struct atom) words;
};

static void
title_init(struct title *title, const char *text, size_t length)
{
	struct strbuf plain;
	struct atoms atoms;
	struct atom atom;

	strbuf_init(&plain);
	tex_append(&plain, text, lesser(length, LONGEST_TITLE));
	*title = (struct title){.folded = fold_string(plain.data)};
	title->letters = fold_letters(title->folded, strlen(title->folded));
	atoms_init(&atoms, title->folded, strlen(title->folded));
	while (atoms_next(&atoms, &atom))
		*vec_push(&title->words) = atom;
	strbuf_release(&plain);
}

static void
title_release(struct title *title)
{
	vec_release(&title->words);
	free(title->letters);
	free(title->folded);
}

static bool
is_roman(const char *word, size_t length)
{
	static const char *const numerals[] = {"ii",   "iii", "iv", "vi",  "vii",
					       "viii", "ix",  "xi", "xii", "xiii"};

	for (size_t i = 0; i < ARRAY_LENGTH(numerals); i++) {
		if (strlen(numerals[i]) == length && !strncmp(numerals[i], word, length))
			return true;
	}
	return false;
}

// What tells sisters apart: digits, Roman numerals, single letters but for the article; each with a
// blank behind it, in their order.
static void
add_marks(const struct title *title, struct strbuf *marks)
{
	for (size_t i = 0; i < title->words.count; i++) {
		const struct atom *atom = &title->words.items[i];
		const char *word = title->folded + atom->start;
		size_t length = atom->end - atom->start;
		bool digits = strcspn(word, "0123456789") < length;

		if (atom->character || (!digits && !is_roman(word, length) &&
					(length != 1 || *word == 'a' || *word < 'a')))
			continue;
		for (size_t j = 0; j < length; j++) {
			if (!digits || (word[j] >= '0' && word[j] <= '9'))
				strbuf_add_byte(marks, word[j]);
			else if (marks->length && marks->data[marks->length - 1] != ' ')
				strbuf_add_byte(marks, ' ');
		}
		strbuf_add_byte(marks, ' ');
	}
}

static bool
same_marks(const struct title *a, const struct title *b)
{
	struct strbuf x;
	struct strbuf y;
	bool same;

	strbuf_init(&x);
	strbuf_init(&y);
	add_marks(a, &x);
	add_marks(b, &y);
	same = !strcmp(x.data, y.data);
	strbuf_release(&x);
	strbuf_release(&y);
	return same;
}

// Spelt otherwise by a letter (colour, models), or joined otherwise (pretraining).
static bool
has_word(const struct title *title, const char *word, size_t length)
{
	char *copy = strndup(word, length);
	bool found = strstr(title->letters, copy) != NULL;

	free(copy);
	for (size_t i = 0; i < title->words.count && !found; i++) {
		const struct atom *atom = &title->words.items[i];
		size_t other = atom->end - atom->start;

		found = other + 1 >= length && length + 1 >= other &&
			edits(title->folded + atom->start, other, word, length) <= 1;
	}
	return found;
}

static size_t
words_not_in(const struct title *title, const struct title *other)
{
	size_t count = 0;

	for (size_t i = 0; i < title->words.count; i++) {
		const struct atom *atom = &title->words.items[i];
		size_t length = atom->end - atom->start;

		count += !atom->character && length >= LEAST_WORD &&
			 !has_word(other, title->folded + atom->start, length);
	}
	return count;
}

static int
compare(const struct title *a, const struct title *b)
{
	size_t x = strlen(a->letters);
	size_t y = strlen(b->letters);
	size_t longer = x > y ? x : y;
	int score;

	if (!x || !y)
		return 0;
	score = MATCH_CERTAIN - (int)(edits(a->letters, x, b->letters, y) * MATCH_CERTAIN / longer);
	score -= (int)lesser(words_not_in(a, b), words_not_in(b, a)) * OTHER_WORD_COST;
	return score > 0 ? score : 0;
}

// Where a subtitle begins behind `text`, or the end.
static size_t
head_length(const char *text)
{
	static const char *const signs[] = {": ", "：", " - ", " – ", " — "};
	size_t best = strlen(text);

	for (size_t i = 0; i < ARRAY_LENGTH(signs); i++) {
		const char *found = strstr(text, signs[i]);

		if (found && (size_t)(found - text) < best)
			best = (size_t)(found - text);
	}
	return best;
}

// `part` of one title against all of the other.
static int
compare_part(const char *part, size_t length, const struct title *whole)
{
	struct title title;
	int score = 0;

	title_init(&title, part, length);
	if (strlen(title.letters) >= LEAST_HEAD)
		score = compare(&title, whole) - SUBTITLE_COST;
	title_release(&title);
	return score > 0 ? score : 0;
}

static int
compare_parts(const char *text, const struct title *whole)
{
	size_t head = head_length(text);
	int with_head = text[head] ? compare_part(text, head, whole) : 0;
	int with_tail = text[head] ? compare_part(text + head, strlen(text + head), whole) : 0;

	return with_head > with_tail ? with_head : with_tail;
}

static int
greatest(int a, int b)
{
	return a > b ? a : b;
}

int
match_titles(const char *a, const char *b)
{
	struct title x;
	struct title y;
	int score;

	title_init(&x, a, strlen(a));
	title_init(&y, b, strlen(b));
	score = greatest(compare(&x, &y), greatest(compare_parts(a, &y), compare_parts(b, &x)));
	if (!same_marks(&x, &y))
		score = greatest(score - OTHER_MARK_COST, 0);
	title_release(&x);
	title_release(&y);
	return score;
}

static size_t
authors_found(const struct paper *few, const struct paper *many)
{
	bool *taken = memory_alloc((many->author_count + 1) * sizeof(*taken));
	size_t found = 0;

	for (size_t i = 0; i < few->author_count; i++) {
		for (size_t j = 0; j < many->author_count; j++) {
			if (taken[j] || !match_names(few->authors[i], many->authors[j]))
				continue;
			taken[j] = true;
			found++;
			break;
		}
	}
	free(taken);
	return found;
}

int
match_authors(const struct paper *a, const struct paper *b)
{
	const struct paper *few = a->author_count <= b->author_count ? a : b;
	const struct paper *many = few == a ? b : a;
	size_t found;
	int of_few;
	int of_many;

	if (!few->author_count)
		return MATCH_UNKNOWN;
	found = authors_found(few, many);
	of_few = (int)(found * MATCH_CERTAIN / few->author_count);
	of_many = (int)(found * MATCH_CERTAIN / many->author_count);
	return few->authors_truncated ? of_few : (7 * of_few + 3 * of_many) / 10;
}

static int
best_titles(const struct paper *a, const struct paper *b)
{
	int score = match_titles(a->title, b->title);

	if (a->title_original)
		score = greatest(score, match_titles(a->title_original, b->title));
	if (b->title_original)
		score = greatest(score, match_titles(a->title, b->title_original));
	return score;
}

int
match_papers(const struct paper *a, const struct paper *b)
{
	int authors = match_authors(a, b);
	int title = best_titles(a, b);

	if (authors == MATCH_UNKNOWN)
		return title * 8 / 10;
	return title * (600 + authors * 4 / 10) / MATCH_CERTAIN;
}
