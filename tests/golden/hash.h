// SPDX-License-Identifier: GPL-3.0-or-later
// What a golden summary keeps of a text: enough to compare it, nothing to read.
#ifndef TESTS_GOLDEN_HASH_H
#define TESTS_GOLDEN_HASH_H

#include <stddef.h>

#include "shoroku/base/strbuf.h"

#define HASH_SIZE 13 // twelve digits and their NUL

// Appends NFKC, case fold, NFD, all but letters and numbers dropped, NFC. Stricter than
// fold_skeleton(): voice marks and vowel signs go too, strokes (ø) stay.
void hash_skeleton(struct strbuf *out, const char *text);

// The first twelve hexadecimal digits of the bytes' SHA-256 (FIPS 180-4).
void hash_bytes(char hash[HASH_SIZE], const char *bytes, size_t length);

#endif
