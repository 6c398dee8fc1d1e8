// SPDX-License-Identifier: GPL-3.0-or-later
// arXiv's own text form of a paper, as in its mails, listings and .abs files: "\\", fields whose long
// values go on behind two blanks, "\\", the abstract, "\\".
#ifndef FEED_ARXIV_TEXT_H
#define FEED_ARXIV_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "feed/listing.h"

// What is left of a text.
struct text_lines {
	const char *at;
	const char *end;
};

// The next line without its end and without blanks behind; false where there is none.
bool text_lines_next(struct text_lines *lines, const char **line, size_t *length);

bool arxiv_text_is_frame(const char *line, size_t length); // "\\", or "\\ ( https://…"
bool arxiv_text_is_rule(const char *line, size_t length);  // a line of dashes, or of dashes and %

// Reads on from a line that was a frame into a new entry of the listing, up to the end of the paper.
// Its `date` is that of its first version. Nothing is added for what has no title.
void arxiv_text_read(struct text_lines *lines, struct listing *listing);

#endif
