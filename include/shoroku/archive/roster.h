// SPDX-License-Identifier: GPL-3.0-or-later
// The entries of a set of papers in an order, without loading any: what a list of a hundred thousand
// needs to know before it shows the rows of one screen.
#ifndef SHOROKU_ARCHIVE_ROSTER_H
#define SHOROKU_ARCHIVE_ROSTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/archive/archive.h"
#include "shoroku/query/query.h"

enum roster_order {
	ROSTER_BY_DATE,	     // newest first, each day as printed
	ROSTER_BY_TITLE,     // folded
	ROSTER_BY_AUTHOR,    // the family name of the first one; papers without authors last
	ROSTER_BY_RATING,    // the best first, those without a rating last
	ROSTER_BY_UNREAD,    // unread first
	ROSTER_BY_RELEVANCE, // to the words of the query that found them
	ROSTER_ORDERS
};

enum roster_flag { ROSTER_READ = 1, ROSTER_FAVOURITE = 2 };

// Within what an order holds equal the entries stand by date. Arrays of `count`.
struct roster {
	int64_t *ids;
	unsigned char *flags; // enum roster_flag
	uint32_t *by_id;      // places in `ids`, the greatest id's first
	size_t count;
	enum roster_order order;
};

void roster_release(struct roster *roster); // after {0} too

// What the query finds, as many as its own limit says; an order of its own goes before `order`.
int roster_of_query(struct archive *archive, const struct query *query, enum roster_order order,
		    struct roster *roster, struct error *err) ERROR_CHECKED;

int roster_of_days(struct archive *archive, struct date_range range, enum roster_order order,
		   struct roster *roster, struct error *err) ERROR_CHECKED;

// The same entries of a query in another order, which is not that by relevance. `ids` may be the roster's
// own, which is another one.
int roster_of_ids(struct archive *archive, const int64_t *ids, size_t count,
		  enum roster_order order, struct roster *roster, struct error *err) ERROR_CHECKED;

// Reads the flags again. As soon as the reading of so many marks.
int roster_read_flags(struct archive *archive, struct roster *roster, struct error *err)
    ERROR_CHECKED;

// The place of an entry, or `count`.
size_t roster_find(const struct roster *roster, int64_t id);

// "date", "title" …: what is typed and kept. roster_order_find() gives ROSTER_ORDERS for other names.
const char *roster_order_name(enum roster_order order);
enum roster_order roster_order_find(const char *name);

#endif
