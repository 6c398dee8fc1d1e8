// SPDX-License-Identifier: GPL-3.0-or-later
// A list that holds several days, into a digest for each, and what speaks of one day into one.
#ifndef FEED_DIGEST_SPLIT_H
#define FEED_DIGEST_SPLIT_H

#include "feed/reader.h"

// Pushes a digest for each `date` of the entries, the earliest first, that otherwise is as `whole`. The
// entries keep their order. Readers leave in `date` when a paper of a bare list was published; the caller
// splits such a list where neither the list nor its path has a date of its own.
void digest_split(struct arena *arena, const struct digest *whole, struct reader_output *output);

// The other way round: all digests into the first, in their order.
void digest_split_undo(struct arena *arena, struct reader_output *output);

// Joins digests of one day and source into the first of them, which has all their entries in order. The
// number of digests that are left.
size_t digest_split_join_days(struct arena *arena, struct digest *digests, size_t count);

#endif
