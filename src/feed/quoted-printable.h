// SPDX-License-Identifier: GPL-3.0-or-later
// Quoted-printable (RFC 2045, 6.7), as mail programs save mails: "=E2=80=94", and "=" at the end of a
// line that goes on.
#ifndef FEED_QUOTED_PRINTABLE_H
#define FEED_QUOTED_PRINTABLE_H

#include "shoroku/base/strbuf.h"

// Appends the text decoded; what is no escape stays as it is.
void quoted_printable_append(struct strbuf *out, const char *text, size_t length);

#endif
