// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON record: one object a paper entry, the same wherever entries are printed as JSON. Members
// stand in a fixed order; fields are added, never renamed; what is not known is left out.
#ifndef SHOROKU_EXPORT_RECORD_H
#define SHOROKU_EXPORT_RECORD_H

#include "shoroku/base/strbuf.h"
#include "shoroku/model/paper.h"

// Appends one object without a line feed, neither inside nor after it. Text that is not clean is
// cleaned. `sections` is left out where the entry was loaded without them.
void record_append(struct strbuf *out, const struct entry *entry, const struct marks *marks);

// One digest of `list --days`.
struct record_day {
	date_day date;
	const char *source;
	enum digest_state state;
	int papers;
	int unread;
	int favourites;
	int revision;
};

void record_append_day(struct strbuf *out, const struct record_day *day);

#endif
