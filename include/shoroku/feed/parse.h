// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes in, digests out: what an input is, is told by its content (src/feed/reader.h).
#ifndef SHOROKU_FEED_PARSE_H
#define SHOROKU_FEED_PARSE_H

#include <stddef.h>

#include "shoroku/base/arena.h"
#include "shoroku/base/error.h"
#include "shoroku/feed/labels.h"
#include "shoroku/model/paper.h"

#define PARSE_MAX_BYTES ((size_t)8 << 20) // of one document, unpacked

struct parse_input {
	const char *name; // how messages call it: a file's name, "standard input"
	const char *path; // may hold a date; NULL: there is none
	const char *bytes;
	size_t length;
	const char *format;	     // name of the reader to use; NULL: told by content
	const char *encoding;	     // as declared by who sent it; NULL: not declared
	date_day date;		     // as the user says; DATE_NONE: to be found
	const struct labels *labels; // rows of the user's own, asked first; NULL: none
};

// Which reader understood the input, kept with the raw bytes.
struct parse_reader {
	const char *name; // "summarxiv-text"
	int version;	  // raised whenever it reads the same bytes otherwise
};

// Nearly always one digest; several where an input holds several days or sources, one for each. A day without papers is a
// digest without entries.
struct parse_result {
	struct digest *digests; // in the arena given to parse_digests()
	size_t digest_count;
	struct parse_reader reader;
};

// Everything in the result lives in `arena`; entries have their paper's key, digests the reader's
// default source. Input that holds no digest is ERROR_DATA, with a sentence that names the input and
// what was looked for; a format nobody knows is ERROR_USAGE.
int parse_digests(struct arena *arena, const struct parse_input *input, struct parse_result *result,
		  struct error *err) ERROR_CHECKED;

// Files all digests under the user's source; those of one day become one. `arena` is the result's.
void parse_set_source(struct arena *arena, struct parse_result *result, const char *source);

// The readers' names, for help and completion: the first with index 0, NULL after the last.
const char *parse_format_name(size_t index);
const char *parse_format_description(size_t index); // one line, translated

#endif
