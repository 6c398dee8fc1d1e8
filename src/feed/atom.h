// SPDX-License-Identifier: GPL-3.0-or-later
// Atom 1.0 (RFC 4287), and 0.3 as far as it is still met.
#ifndef FEED_ATOM_H
#define FEED_ATOM_H

#include "feed/reader.h"

// One digest at the feed's own date, else at that of its newest entry. Contents are HTML: labelled
// sections are found in them.
extern const struct reader atom_reader;

#endif
