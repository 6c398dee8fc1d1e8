// SPDX-License-Identifier: GPL-3.0-or-later
// How often words stand in papers of any field.
#ifndef TRUST_PRIOR_TABLE_H
#define TRUST_PRIOR_TABLE_H

#include <stddef.h>

struct trust_prior_class {
	double share;	    // of the papers
	const char *tokens; // folded, a space behind each; NULL ends the table
};

extern const struct trust_prior_class prior_table[];

#endif
