// SPDX-License-Identifier: GPL-3.0-or-later
// Which of a paper's blocks is its title.
#ifndef FEED_TITLE_H
#define FEED_TITLE_H

#include <stdbool.h>

#include "feed/outline.h"

struct title {
	size_t block;	     // SIZE_MAX: none of the blocks
	const char *text;    // NULL: not found
	const char *other;   // in the other language, or NULL
	const char *authors; // printed beside it in parentheses, or NULL
};

// Headings, else front matter, else the first line that can be one.
void title_find(struct arena *arena, const struct blocks *blocks, const struct labels *labels,
		const struct outline_paper *paper, struct title *title);
void title_use(struct arena *arena, const struct title *title, struct paper *paper);

// For a paper whose file prints no title: the name of the file, else its id, else how its text begins.
void title_make(struct arena *arena, const char *path, struct entry *entry);

// One line without numbering, emoji and where it was taken from ("(from hep-ph)").
const char *title_clean(struct arena *arena, const char *text);

// A label as printed, without marks and colons around it.
const char *title_label(struct arena *arena, const char *text, size_t length);

// Whether a line under a title in an East Asian script is that title in Latin letters.
bool title_is_other(const char *title, const char *text);

#endif
