// SPDX-License-Identifier: GPL-3.0-or-later
// The inputs digests were read from, as they are kept: where each came from, its bytes, and storing what
// they say to a reader of today. Records leave no input.
#ifndef SHOROKU_ARCHIVE_RAW_H
#define SHOROKU_ARCHIVE_RAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/archive/archive.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/model/difference.h"
#include "shoroku/model/paper.h"

// One revision of one part of a digest. An input of several days is one of these for each of them.
struct raw {
	int64_t id; // grows in the order of storing
	int64_t digest_id;
	date_day date;
	const char *source;
	enum date_origin date_origin;
	int parts; // of the digest
	int part;
	int revision; // of the part
	bool poorer;  // than what was there: it did not become the day's text
	bool latest;  // no later one became the text: unless it is poorer, the part's text is of it
	const char *name;
	const char *origin; // as store_raw
	const char *reader;
	int reader_version;
	const char *hash; // of the bytes
	size_t length;
	int64_t stored_at; // milliseconds since the epoch
	const char *content_hash;
	int64_t change; // of the archive by which it became the text; 0: not known
};

struct raw_list {
	struct raw *items;
	size_t count;
};

// The input with the least id above `after`; raw->id is 0 where there is none. Texts live in `arena`.
int raw_next(struct archive *archive, struct arena *arena, int64_t after, struct raw *raw,
	     struct error *err) ERROR_CHECKED;

// How many ids there are at most, for telling how far raw_next() has come.
int raw_last(struct archive *archive, int64_t *id, struct error *err) ERROR_CHECKED;

// All inputs of the days, newest day first, each part's in the order of their revisions. `source` NULL:
// of every source.
int raw_of_days(struct archive *archive, struct arena *arena, struct date_range range,
		const char *source, struct raw_list *list, struct error *err) ERROR_CHECKED;

// The input an entry's text came from. ERROR_NOT_FOUND where there is none.
int raw_of_entry(struct archive *archive, struct arena *arena, int64_t entry, struct raw *raw,
		 struct error *err) ERROR_CHECKED;

// Appends the bytes as they were read; ERROR_DATA where they are not what they were.
int raw_read(struct archive *archive, const struct raw *raw, struct strbuf *bytes,
	     struct error *err) ERROR_CHECKED;

// Whether the digest is word for word what the input said of its day when it was read last.
bool raw_said(const struct raw *raw, const struct digest *digest);

enum raw_outcome {
	RAW_SAME,    // the archive says what the input says
	RAW_CHANGED, // the text was replaced
	RAW_POORER,  // the input says less now than the archive does, which stays
};

// What storing again came to.
struct raw_change {
	enum raw_outcome outcome;
	struct differences
	    differences; // from what the archive had to what the input says; in the arena
};

// Puts what the input says now, to this version of its reader, in the place of what the archive has of
// its part, where that differs and is no poorer; entries keep their ids by their papers' keys, and a
// paper whose key alone is another keeps its key. Poorer is what lacks a paper, or a section whose text
// does not stand under other labels now. A part in which a record has changed papers since is left as it
// is. Of an input that is not the text of its day only
// what was read is noted, unless it came after that text and is no poorer any more. `digest` has the
// day and the source of `raw`. In one transaction. A handle opened with ARCHIVE_IMPORT.
int raw_store(struct archive *archive, struct arena *arena, const struct raw *raw,
	      struct digest *digest, int reader_version, struct raw_change *change,
	      struct error *err) ERROR_CHECKED;

#endif
