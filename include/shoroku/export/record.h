// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON record: one object a paper entry, the same wherever entries are printed as JSON. Members
// stand in a fixed order; fields are added, never renamed; what is not known is left out.
#ifndef SHOROKU_EXPORT_RECORD_H
#define SHOROKU_EXPORT_RECORD_H

#include "shoroku/base/strbuf.h"
#include "shoroku/model/day-state.h"
#include "shoroku/model/paper.h"

// Appends one object without a line feed, neither inside nor after it. Text that is not clean is
// cleaned. `sections` is left out where the entry was loaded without them.
void record_append(struct strbuf *out, const struct entry *entry, const struct marks *marks);

// Where a search found it: a line of a section, and code points [start, end) in that line.
struct record_hit {
	size_t start;
	size_t end;
};
struct record_snippet {
	enum section_role role;
	const char *text;
	const struct record_hit *hits;
	size_t hit_count;
};

// As record_append(), with where it was found; NULL is fine.
void record_append_found(struct strbuf *out, const struct entry *entry, const struct marks *marks,
			 const struct record_snippet *snippet);

// One digest of `list --days`.
struct record_day {
	date_day date;
	const char *source;
	enum day_state state;
	const char *reason; // of trouble there is with fetching it, or NULL
	int papers;
	int unread;
	int favourites;
	int revision;
};

void record_append_day(struct strbuf *out, const struct record_day *day);

#endif
