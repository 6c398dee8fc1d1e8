// SPDX-License-Identifier: GPL-3.0-or-later
// Base64 (RFC 4648, 4), padded, without line ends.
#ifndef SHOROKU_BASE_BASE64_H
#define SHOROKU_BASE_BASE64_H

#include <stddef.h>

#include "shoroku/base/strbuf.h"

void base64_append(struct strbuf *out, const char *bytes, size_t length);

#endif
