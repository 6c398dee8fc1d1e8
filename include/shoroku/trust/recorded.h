// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a title or an author list as a digest prints it is another than in the paper's own
// record. Case, accents, punctuation, what is in brackets at the end and whatever model/match.h
// takes for the same make no other title, nor does one in another script; a list cut short at its
// end, initials for given names and another order of given and family name no other authors. What
// is not known differs from nothing.
#ifndef SHOROKU_TRUST_RECORDED_H
#define SHOROKU_TRUST_RECORDED_H

#include <stdbool.h>

#include "shoroku/model/paper.h"

bool recorded_title_differs(const char *printed, const char *recorded);
bool recorded_authors_differ(const struct paper *printed, const struct paper *recorded);

#endif
