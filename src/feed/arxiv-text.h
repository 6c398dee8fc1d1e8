// SPDX-License-Identifier: GPL-3.0-or-later
// arXiv's own text form of a paper, as in its mails, listings and .abs files: "\\", fields whose long
// values go on behind two blanks, "\\", the abstract, "\\".
#ifndef FEED_ARXIV_TEXT_H
#define FEED_ARXIV_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "feed/listing.h"

// What is left of a text.
struct arxiv_text {
	const char *at;
	const char *end;
};

// The next line without its end and without blanks behind; false where there is none.
bool arxiv_text_next(struct arxiv_text *lines, const char **line, size_t *length);

bool arxiv_text_is_frame(const char *line, size_t length); // "\\", or "\\ ( https://…"
bool arxiv_text_is_rule(const char *line, size_t length);  // a line of dashes, or of dashes and %

// Reads on from a line that was a frame into a new entry of the listing, up to the end of the paper.
// Its `date` is that of its first version. Nothing is added for what has no title.
void arxiv_text_read(struct arxiv_text *lines, struct listing *listing);

#endif
