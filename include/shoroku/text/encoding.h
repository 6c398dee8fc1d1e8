// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes in whatever encoding to UTF-8, by ICU's converters. A declaration is believed only as far as
// the bytes agree with it.
#ifndef SHOROKU_TEXT_ENCODING_H
#define SHOROKU_TEXT_ENCODING_H

#include <stddef.h>

#include "shoroku/base/error.h"
#include "shoroku/base/strbuf.h"

// Appends the text as UTF-8 without a byte order mark. A byte order mark decides; else `declared` (NULL:
// nothing), if the bytes are valid in it; else what the document itself declares (an XML declaration,
// <meta charset>); else UTF-8; else what it looks like: ISO-2022-JP, UTF-16, EUC-JP, Shift_JIS and what
// ICU's detector (unicode/ucsdet.h) proposes, as long as every byte is valid in it and the text has no
// control characters. Nothing fits: ERROR_DATA names the byte (from 1) where UTF-8 ends. `name` is the
// input's, for messages.
int encoding_decode(struct strbuf *out, const char *name, const char *bytes, size_t length,
		    const char *declared, struct error *err) ERROR_CHECKED;

#endif
