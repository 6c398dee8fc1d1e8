// SPDX-License-Identifier: GPL-3.0-or-later
// Finding entries, newest first, one at a time: nothing is sorted or counted that was not asked for,
// so that the first screen costs the same however large the archive is.
#ifndef SHOROKU_ARCHIVE_SEARCH_H
#define SHOROKU_ARCHIVE_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/archive/archive.h"
#include "shoroku/query/query.h"

struct search;

// Any handle will do. The query must outlive the search, as must the archive. NULL with `err` where
// the index cannot be asked. The caller closes it with search_close().
struct search *search_open(struct archive *archive, const struct query *query, struct error *err)
    ERROR_CHECKED;
void search_close(struct search *search); // NULL is fine

// The id of the next hit, newest first, into *id: 1, or 0 after the last one, or −1 with `err`.
// `sort` and `limit` of the query are for the caller.
int search_next(struct search *search, int64_t *id, struct error *err) ERROR_CHECKED;

// The number of hits, counted until `most` of them are found.
int search_count(struct search *search, size_t most, size_t *count, struct error *err)
    ERROR_CHECKED;

// How well each of the entries, in descending order, fits the words of the query: smaller is better, 0
// where none of them is a word of its text. The sum of BM25 without lengths: a word counts by how
// often it stands in the paper, in the title more than in the summary, and by how few of the entries
// have it.
int search_rank(struct search *search, const int64_t *ids, size_t count, double *ranks,
		struct error *err) ERROR_CHECKED;

// From another thread: whatever runs on the archive's handle ends soon with an error; asked for again
// it goes on failing until the searching thread allows it again.
void search_interrupt(struct archive *archive);
void search_allow(struct archive *archive); // clears an interruption

#endif
