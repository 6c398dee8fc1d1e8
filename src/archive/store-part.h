// SPDX-License-Identifier: GPL-3.0-or-later
// A day of one source may come in several parts: a file a paper, a feed beside a page. Each part is
// revised by itself; what was not there before joins the day.
#ifndef ARCHIVE_STORE_PART_H
#define ARCHIVE_STORE_PART_H

#include "archive/handle.h"
#include "archive/store-former.h"
#include "shoroku/archive/store.h"

struct store_part {
	int number;   // 1 for the first of a day
	bool joins;   // is not there yet
	bool only;    // the day has no other, so that its places are the day's
	bool guessed; // by the papers, not by where it came from
	int next;     // the number it would have if it joined
};

// Which part of the digest (which is there) an input is: the one that came from the same place, or that
// shares most papers with it. A file of one paper that bears its own date is a part of its own, however
// many others tell of the paper. Nothing at all is no part, but a poorer form of the first.
int store_part_find(struct archive *archive, int64_t digest_id, const struct digest *digest,
		    const struct store_raw *raw, struct store_part *part, struct error *err)
    ERROR_CHECKED;

// A text of a day that has more papers than the part it was thought to be, but less of those, is
// neither its better nor its poorer form: it joins, so that nothing of either is hidden.
void store_part_reconsider(struct store_part *part, struct store_former *former,
			   const struct digest *digest);

// Puts the digest's entries in the place of the part's former ones, or behind all others where it
// joins. Papers that stood there before keep their ids. Left to the caller is index_flush().
int store_part_write(struct archive *archive, struct digest *digest, int64_t digest_id,
		     const struct store_part *part, struct store_former *former, int64_t change,
		     struct error *err) ERROR_CHECKED;

#endif
