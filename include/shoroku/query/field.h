// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of the query language: one table for the parser, completion, help and the manual page.
#ifndef SHOROKU_QUERY_FIELD_H
#define SHOROKU_QUERY_FIELD_H

#include <stddef.h>

#include "shoroku/query/query.h"

enum field_value {
	FIELD_TEXT,   // words, or a phrase in quotes
	FIELD_NAME,   // one name, compared whole after folding
	FIELD_DATES,  // the grammar of dates
	FIELD_CHOICE, // one of `choices`
	FIELD_NUMBER,
};

struct query_field {
	const char *name;
	enum field_value value;
	enum query_kind kind;	    // of the node it makes
	unsigned texts;		    // of FIELD_TEXT
	const char *const *choices; // NULL-terminated
	const char *help;	    // one sentence, marked with N_()
};

extern const struct query_field field_table[];
extern const size_t field_table_size;

// NULL where there is no field of that name (`length` bytes).
const struct query_field *field_find(const char *name, size_t length);

#endif
