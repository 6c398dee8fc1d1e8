// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the index that begin alike.
#ifndef ARCHIVE_SEGMENT_WORDS_H
#define ARCHIVE_SEGMENT_WORDS_H

#include "archive/index.h"

#define SEGMENT_WORDS_MOST 64

struct segment_words {
	VEC(char *) list; // without repetitions, in no order
	bool too_many;	  // more than SEGMENT_WORDS_MOST: the list is of no use
};

int segment_words_find(struct archive *archive, const char *beginning, size_t length,
		       struct segment_words *words, struct error *err) ERROR_CHECKED;
void segment_words_release(struct segment_words *words);

#endif
