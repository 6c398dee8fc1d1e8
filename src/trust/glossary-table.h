// SPDX-License-Identifier: GPL-3.0-or-later
// Japanese terms and the English words that mean them.
#ifndef TRUST_GLOSSARY_TABLE_H
#define TRUST_GLOSSARY_TABLE_H

#include <stddef.h>

struct glossary_row {
	const char *term;  // folded (text/fold.h)
	const char *words; // folded, a space between two; any one of them means the term
};

extern const struct glossary_row glossary_table[];
extern const size_t glossary_table_count;

#endif
