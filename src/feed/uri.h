// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses in pages, by libxml2.
#ifndef FEED_URI_H
#define FEED_URI_H

#include "shoroku/base/arena.h"

// The reference as a page writes it, resolved against `base` (RFC 3986, 5.2), without its fragment, what
// no URI may hold escaped; NULL where that makes none.
const char *uri_resolve(struct arena *arena, const char *reference, const char *base);

#endif
