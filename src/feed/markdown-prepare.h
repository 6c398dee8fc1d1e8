// SPDX-License-Identifier: GPL-3.0-or-later
// What md4c would misread in digests, put otherwise before it reads.
#ifndef FEED_MARKDOWN_PREPARE_H
#define FEED_MARKDOWN_PREPARE_H

#include <stddef.h>

#include "shoroku/base/strbuf.h"

// What stands for a star, a low line and a backslash that are TeX's and not Markdown's.
#define MARKDOWN_STAR '\1'
#define MARKDOWN_LINE '\2'
#define MARKDOWN_BACKSLASH '\3'

// The text for md4c: as it is where nothing is to be put otherwise, as nearly always; else a copy in `out`,
// which is empty before, with as many lines. The stars and low lines of formulas and the backslashes of accents
// are replaced by the above, lines under the heads of tables are made as long as md4c wants them.
const char *markdown_prepare(struct strbuf *out, const char *text, size_t *length);

#endif
