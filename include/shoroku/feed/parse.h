// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes in, a digest out.
#ifndef SHOROKU_FEED_PARSE_H
#define SHOROKU_FEED_PARSE_H

#include <stddef.h>

#include "shoroku/base/arena.h"
#include "shoroku/base/error.h"
#include "shoroku/model/paper.h"

#define PARSE_MAX_BYTES ((size_t)8 << 20) // of one document

// Which reader understood the input, kept with the raw bytes.
struct parse_reader {
	const char *name; // "summarxiv-text"
	int version;
};

struct parse_result {
	struct digest digest; // in the arena given to parse_digest()
	struct parse_reader reader;
};

// `name` is how messages call the input (a file's name, "standard input"). Everything in the result
// lives in `arena`. Input that holds no digest is ERROR_DATA, with a sentence that names the input
// and what was looked for.
int parse_digest(struct arena *arena, const char *name, const char *bytes, size_t length,
		 struct parse_result *result, struct error *err) ERROR_CHECKED;

#endif
