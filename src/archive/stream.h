// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of entry ids in descending order that can be asked for "the greatest id not above X". An AND
// leaps from one set to the next, so that its cost follows the rarest, not the largest.
#ifndef ARCHIVE_STREAM_H
#define ARCHIVE_STREAM_H

#include <stdint.h>

#include "archive/handle.h"
#include "archive/occurrence.h"
#include "shoroku/base/vec.h"
#include "shoroku/text/phrase.h"

#define STREAM_END INT64_MIN

enum stream_kind { STREAM_ROWS, STREAM_OCCURRENCE, STREAM_AND, STREAM_OR };

// What the index cannot say for sure is looked up in the text of some columns.
struct stream_check {
	struct phrase phrase;
	unsigned fields; // enum query_text
};

struct stream {
	enum stream_kind kind;
	// Rows of one statement with parameters :match and :from.
	sqlite3_stmt *rows;
	struct occurrence *occurrence; // owned
	bool started;
	int64_t at; // its current id
	// Of an AND: members of `with`, within [least, greatest], not of `without`. Of an OR: `with`.
	VEC(struct stream *) with;
	VEC(struct stream *) without;
	VEC(struct stream_check *) checks;
	int64_t least;
	int64_t greatest;
};

struct stream *stream_new(enum stream_kind kind); // an AND without bounds, an empty OR (no member)
void stream_free(struct stream *stream);	  // its members too

// The rows of a statement; `match` may be NULL. NULL with `err` on failure.
struct stream *stream_rows(struct archive *archive, enum statement_id id, const char *match,
			   struct error *err) ERROR_CHECKED;

// Takes the occurrence over.
struct stream *stream_occurrence(struct occurrence *occurrence);

// Adds to an AND that the text is to stand in one of the fields (enum query_text).
void stream_add_check(struct stream *stream, const char *text, bool prefix, unsigned fields);

// The greatest member not above `at_most` into *id, or STREAM_END.
int stream_seek(struct archive *archive, struct stream *stream, int64_t at_most, int64_t *id,
		struct error *err) ERROR_CHECKED;

#endif
