// SPDX-License-Identifier: GPL-3.0-or-later
// TeX as it stands in titles, names and abstracts, to Unicode: accents (Fr\'echet), formulas
// ($\mathbb{R}^2$, $10^{-3}$, $M_\odot$), text in \emph{…} and its kin, dashes.
#ifndef SHOROKU_TEXT_TEX_H
#define SHOROKU_TEXT_TEX_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/strbuf.h"

// Whether there is anything in the text that tex_append() would look at. Most texts have nothing.
bool tex_likely(const char *text);

// Appends the text with its TeX as Unicode. A formula or command that is not known as a whole stays as
// written, and so does what only looks like TeX: prices ("$5 and $10"), paths ("C:\new"). The result
// may need composing (text/clean.h).
void tex_append(struct strbuf *out, const char *text, size_t length);

#endif
