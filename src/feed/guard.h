// SPDX-License-Identifier: GPL-3.0-or-later
// The door for markup: what no page of papers has, and a parser would spend minutes or gigabytes on,
// is refused by one pass over the bytes.
#ifndef FEED_GUARD_H
#define FEED_GUARD_H

#include <stddef.h>

#include "shoroku/base/error.h"

#define GUARD_MOST_TAG ((size_t)64 << 10) // bytes of one tag
#define GUARD_MOST_ATTRIBUTES 256	  // of one tag
#define GUARD_MOST_DEPTH 256		  // elements in each other

// HTML and XML: a tag too long or with too many attributes, a DOCTYPE with declarations of its own.
int guard_markup(const char *name, const char *text, size_t length, struct error *err)
    ERROR_CHECKED;

// Markdown: a paragraph of more than a megabyte, quotations and lists hundreds deep, tables of
// hundreds of columns.
int guard_markdown(const char *name, const char *text, size_t length, struct error *err)
    ERROR_CHECKED;

// Where the element ends that begins at text[at] and whose content is no markup (a comment, a script,
// a style sheet); `at` where it is none of them.
size_t guard_skip(const char *text, size_t length, size_t at);

#endif
