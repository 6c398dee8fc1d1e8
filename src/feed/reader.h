// SPDX-License-Identifier: GPL-3.0-or-later
// One row an input format. Adding a format is adding a file with its reader and a row in reader-table.c.
#ifndef FEED_READER_H
#define FEED_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/arena.h"
#include "shoroku/base/error.h"
#include "shoroku/base/vec.h"
#include "shoroku/feed/parse.h"

// An input as a reader gets it.
struct reader_input {
	const struct parse_input *from;
	const char
	    *text; // all of it as UTF-8 without a byte order mark, whatever the bytes were in
	size_t length;
};

// What a reader fills. The digests and all they point to live in `arena`. Left to the caller: keys,
// sources, dates that only the path or the user knows (DATE_NONE until then), positions where 0.
struct reader_output {
	struct arena *arena;
	VEC(struct digest) digests;
};

struct reader {
	const char *name;	 // as in --format and in messages: "arxiv-atom"
	const char *description; // N_("…")
	const char *source;	 // a digest's source where the user names none
	int version;
	// Whether the input is in this form. Rows are asked in the table's order, the special ones before
	// the general; looks at the beginning, not at megabytes.
	bool (*likes)(const struct reader_input *input);
	int (*read)(const struct reader_input *input, struct reader_output *output,
		    struct error *err);
};

#endif
