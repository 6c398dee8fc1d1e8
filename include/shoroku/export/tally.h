// SPDX-License-Identifier: GPL-3.0-or-later
// One row of statistics, for programs.
#ifndef SHOROKU_EXPORT_TALLY_H
#define SHOROKU_EXPORT_TALLY_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/strbuf.h"

struct tally {
	const char *group; // "month", "author", …: what is counted by
	const char *name;
	size_t papers;
	size_t read;
	bool has_read; // `read` means something
};

// An object without a line feed: {"month": "2025-09", "papers": 63, "read": 40}.
void tally_append_json(struct strbuf *out, const struct tally *tally);

// A line without its line feed.
void tally_append_tsv(struct strbuf *out, const struct tally *tally);
void tally_append_tsv_header(struct strbuf *out, bool has_read); // a whole line

#endif
