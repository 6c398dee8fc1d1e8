// SPDX-License-Identifier: GPL-3.0-or-later
// A page of HTML in pieces for a push parser, without its scripts and comments, which it would only
// copy about.
#ifndef FEED_HTML_PIECE_H
#define FEED_HTML_PIECE_H

#include <stddef.h>

// Where the piece that begins at `at` and may be parsed ends; *skipped is where the next one begins.
size_t html_piece_end(const char *html, size_t length, size_t at, size_t *skipped);

#endif
