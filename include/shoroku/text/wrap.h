// SPDX-License-Identifier: GPL-3.0-or-later
// Breaking text into lines of cells: UAX #14 with the tailoring ja@lb=strict (kinsoku), by ICU.
#ifndef SHOROKU_TEXT_WRAP_H
#define SHOROKU_TEXT_WRAP_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/error.h"
#include "shoroku/base/vec.h"
#include "shoroku/text/width.h"

// One line: bytes [start, end) of the text, blanks at the end of a line left out.
struct wrap_line {
	size_t start;
	size_t end;
	size_t cells;
	bool ends_paragraph; // a line feed or the text's end follows
};

struct wrap_lines {
	VEC(struct wrap_line) list;
};

// Holds ICU's break iterator, opened on first use. One thread at a time.
struct wrap;

// `locale` as ICU spells it; NULL means "ja@lb=strict".
struct wrap *wrap_new(const char *locale);
void wrap_free(struct wrap *wrap);

// Replaces `lines` by the lines of `text` (valid UTF-8, LF between paragraphs) of at most `columns`
// cells (≥ 1). A word longer than the line is cut between clusters with nothing inserted; an
// http(s) URL that does not fit behind its line's text stands on a row of its own and is cut at the cell edge. No cluster is lost or split; at
// columns 1 a wide cluster still takes a line of its own (and is not to be drawn).
// An empty text has no lines; an empty paragraph is one empty line.
int wrap_text(struct wrap *wrap, const char *text, size_t length, size_t columns,
	      enum width_ambiguous ambiguous, struct wrap_lines *lines, struct error *err)
    ERROR_CHECKED;

void wrap_lines_release(struct wrap_lines *lines);

#endif
