// SPDX-License-Identifier: GPL-3.0-or-later
// How a digest's source is called where the user names none: after who made it, so that two feeds of one
// day are not taken for one. A name is typed in DATE/SOURCE#N: no blanks, no signs but ". _ + -".
#ifndef FEED_SOURCE_NAME_H
#define FEED_SOURCE_NAME_H

#include <stddef.h>

#include "shoroku/base/arena.h"

// "arxiv-" and "cs.LG": "arxiv-cs.LG". Other signs become "-". NULL for an empty name.
const char *source_name_make(struct arena *arena, const char *prefix, const char *name,
			     size_t length);

// An address's host without "www."; NULL for what is no address.
const char *source_name_of_host(struct arena *arena, const char *url);

#endif
