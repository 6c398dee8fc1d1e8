// SPDX-License-Identifier: GPL-3.0-or-later
// Many reads as one: all of them see the same archive, and its locks are taken once. Locking for each
// statement takes as long as the statement where hundreds of entries are loaded.
#ifndef SHOROKU_ARCHIVE_READING_H
#define SHOROKU_ARCHIVE_READING_H

#include "shoroku/archive/archive.h"

// After success reading_end() must follow soon, since the log cannot be written back meanwhile. Not
// nested, and not around anything that writes.
int reading_begin(struct archive *archive, struct error *err) ERROR_CHECKED;
void reading_end(struct archive *archive);

#endif
