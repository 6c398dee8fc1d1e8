// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/match-names.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/text/atoms.h"
#include "shoroku/text/fold.h"

#define MOST_WORDS 12
#define LEAST_BEGINNING 3 // letters that are no initial and stand for a longer name

struct name {
	char *text; // folded, without hyphens and the e of ae, oe, ue
	struct {
		const char *text;
		size_t length;
	} words[MOST_WORDS];
	size_t count;
};

// Müller and Mueller, Jean-Pierre and Jean Pierre become the same letters.
static char *
simplify(const char *name)
{
	char *folded = fold_string(name);
	size_t kept = 0;

	for (size_t i = 0; folded[i]; i++) {
		char before = kept ? folded[kept - 1] : ' ';

		if (folded[i] == '-' && folded[i + 1] != ' ' && before != ' ' && before != '.')
			continue;
		if (folded[i] == 'e' && strchr("aou", before))
			continue;
		folded[kept++] = folded[i];
	}
	folded[kept] = '\0';
	return folded;
}

static void
split(struct name *name, const char *text)
{
	struct atoms atoms;
	struct atom atom;

	name->text = simplify(text);
	name->count = 0;
	atoms_init(&atoms, name->text, strlen(name->text));
	while (name->count < MOST_WORDS && atoms_next(&atoms, &atom)) {
		if (atom.joined) { // Han and kana: a run is a word
			name->words[name->count - 1].length +=
			    atom.end - name->words[name->count - 1].length -
			    (size_t)(name->words[name->count - 1].text - name->text);
			continue;
		}
		name->words[name->count].text = name->text + atom.start;
		name->words[name->count++].length = atom.end - atom.start;
	}
}

enum likeness { UNLIKE, BEGINNING, SAME };

static enum likeness
compare(const struct name *a, size_t i, const struct name *b, size_t j)
{
	size_t x = a->words[i].length;
	size_t y = b->words[j].length;
	size_t shorter = x < y ? x : y;

	if (strncmp(a->words[i].text, b->words[j].text, shorter) != 0)
		return UNLIKE;
	if (x == y)
		return SAME;
	return shorter == 1 || shorter >= LEAST_BEGINNING ? BEGINNING : UNLIKE;
}

// Finds each word of `a` a place of its own in `b`, whole words first.
static bool
fits(const struct name *a, const struct name *b)
{
	bool taken[MOST_WORDS] = {false};
	bool placed[MOST_WORDS] = {false};
	bool whole = false;
	size_t found = 0;

	for (int wanted = SAME; wanted >= BEGINNING; wanted--) {
		for (size_t i = 0; i < a->count; i++) {
			for (size_t j = 0; j < b->count && !placed[i]; j++) {
				if (taken[j] || (int)compare(a, i, b, j) < wanted)
					continue;
				placed[i] = taken[j] = true;
				found++;
				whole |= wanted == SAME && a->words[i].length > 1;
			}
		}
	}
	return whole && found == a->count;
}

// In Han letters a name may be printed with a blank in it or without.
static bool
same_letters(const struct name *a, const struct name *b)
{
	char *x = fold_letters(a->text, strlen(a->text));
	char *y = fold_letters(b->text, strlen(b->text));
	bool same = *x && !strcmp(x, y);

	free(x);
	free(y);
	return same;
}

bool
match_names(const char *a, const char *b)
{
	struct name x;
	struct name y;
	bool same;

	split(&x, a);
	split(&y, b);
	same = same_letters(&x, &y) || (x.count <= y.count ? fits(&x, &y) : fits(&y, &x));
	free(x.text);
	free(y.text);
	return same;
}
