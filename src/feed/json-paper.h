// SPDX-License-Identifier: GPL-3.0-or-later
// One object of digest JSON into one entry, by the names in json-field.h.
#ifndef FEED_JSON_PAPER_H
#define FEED_JSON_PAPER_H

#include <stdbool.h>

#include <jansson.h>

#include "feed/listing.h"

bool json_paper_is(json_t *value); // an object with a title, or with a paper that has one

// The date its fields give the digest it is from; DATE_NONE: none.
date_day json_paper_date(json_t *object);

// Its `date` is json_paper_date() or, where there is none, `day`. `name` is the object's in what holds it,
// which may be the paper's id; NULL: it has none.
void json_paper_read(struct listing *listing, const char *name, json_t *object, date_day day);

#endif
