// SPDX-License-Identifier: GPL-3.0-or-later
// Formulas to Unicode, for tex.c.
#ifndef TEXT_TEX_MATH_H
#define TEXT_TEX_MATH_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/strbuf.h"

// Appends the formula between the dollar signs. False, with `out` unchanged, where it holds something
// without a form in Unicode.
bool tex_math_append(struct strbuf *out, const char *formula, size_t length);

#endif
