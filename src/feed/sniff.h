// SPDX-License-Identifier: GPL-3.0-or-later
// What readers ask of the beginning of an input to see whether it is theirs.
#ifndef FEED_SNIFF_H
#define FEED_SNIFF_H

#include <stdbool.h>
#include <stddef.h>

#include "feed/reader.h"

#define SNIFF_BYTES ((size_t)16 << 10)

// Whether the first `bytes` of the input hold the text.
bool sniff_has(const struct reader_input *input, size_t bytes, const char *text);

// The first byte that is no blank; 0 where there is none.
char sniff_first(const struct reader_input *input);

// Whether it begins like a JSON object or array, and not like a link in Markdown.
bool sniff_is_json(const struct reader_input *input);

// Whether it begins like an XML document whose root is called so, whatever its prefix.
bool sniff_xml_root(const struct reader_input *input, const char *local_name);

#endif
