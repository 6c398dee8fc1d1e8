// SPDX-License-Identifier: GPL-3.0-or-later
// A day of one source may come in several parts: a file a paper, a feed beside a page. Each part is revised
// by itself; what was not there before joins the day.
#ifndef ARCHIVE_STORE_PART_H
#define ARCHIVE_STORE_PART_H

#include "archive/handle.h"
#include "shoroku/archive/store.h"

struct store_part {
	int number; // 1 for the first of a day
	bool joins; // is not there yet
};

// Which part of the digest (which is there) an input is: the one that came from the same place, or that
// shares most papers with it. A file of one paper that bears its own date is a part of its own, however
// many others tell of the paper. Nothing at all is no part, but a poorer form of the first.
int store_part_find(struct archive *archive, int64_t digest_id, const struct digest *digest,
		    const struct store_raw *raw, struct store_part *part, struct error *err)
    ERROR_CHECKED;

// Numbers the entries of all parts of a digest through.
int store_part_renumber(struct archive *archive, int64_t digest_id, struct error *err)
    ERROR_CHECKED;

#endif
