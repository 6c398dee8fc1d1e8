// SPDX-License-Identifier: GPL-3.0-or-later
// Names of people as they are printed.
#ifndef SHOROKU_MODEL_NAME_H
#define SHOROKU_MODEL_NAME_H

#include <stddef.h>

// The part a list shows of a name: the family name. In Han letters, kana or Hangul it is the first
// word; elsewhere the last but for Jr. and its kin, with the small words before it ("van den
// Driessche"). A name of one word is itself. Points into `name`; *length is in bytes.
const char *name_family(const char *name, size_t *length);

#endif
