// SPDX-License-Identifier: GPL-3.0-or-later
// What tells two contents of a day apart.
#ifndef ARCHIVE_STORE_CONTENT_H
#define ARCHIVE_STORE_CONTENT_H

#include "shoroku/model/paper.h"

#define STORE_CONTENT_HASH 33 // bytes of a hash as text, its NUL included

// A hash of everything a digest says but its day and its source.
void store_content_hash(const struct digest *digest, char text[STORE_CONTENT_HASH]);

#endif
