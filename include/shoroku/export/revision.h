// SPDX-License-Identifier: GPL-3.0-or-later
// A revision of a day for programs: a JSON object, or a line of tab-separated fields. As with records,
// members and columns are added, never renamed.
#ifndef SHOROKU_EXPORT_REVISION_H
#define SHOROKU_EXPORT_REVISION_H

#include "shoroku/base/strbuf.h"
#include "shoroku/model/difference.h"

// What became of a revision.
enum revision_state {
	REVISION_SHOWN,	   // the day's text is of it
	REVISION_REPLACED, // was, until a later one came
	REVISION_POORER,   // never was
};

struct revision {
	date_day date;
	const char *source;
	int part;
	int number; // 1 for the first of the part
	enum revision_state state;
	int64_t stored_at; // milliseconds since the epoch
	const char *reader;
	int reader_version;
	size_t size; // of the input, unpacked
	const char *name;
	const struct differences *changes; // from the one before; NULL: there is none
	const char *error;		   // why the changes are not known, or NULL
};

const char *revision_state_name(enum revision_state state); // "shown", "replaced", "poorer"

// Each appends one object without a line feed, or one whole line.
void revision_append_json(struct strbuf *out, const struct revision *revision);
void revision_append_tsv_header(struct strbuf *out);
void revision_append_tsv(struct strbuf *out, const struct revision *revision);

#endif
