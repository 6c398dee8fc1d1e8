// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks to digests, by labels. Knows no format: where the papers are is told by outline.h, what belongs
// to which field of a paper by entry-filler.h, a page of plain paragraphs by plain-days.h. The rest:
//
// * A digest's date is that of its heading; else front matter's; else the page's metadata's; else the
//   file's name's, the nearest directory's; else the day on which its papers say they were published.
// * A file that is one paper joins its day, unless its heading says that it is the day.
// * A page with several days is several digests. A page that says it has no papers is a digest without.
// * A page with nothing that can be called a paper is refused.
#ifndef FEED_EXTRACT_H
#define FEED_EXTRACT_H

#include "feed/reader.h"
#include "shoroku/feed/blocks.h"

// Adds to `output`. ERROR_DATA names what was looked for.
int extract_digests(const struct parse_input *from, const struct blocks *blocks,
		    struct reader_output *output, struct error *err) ERROR_CHECKED;

#endif
