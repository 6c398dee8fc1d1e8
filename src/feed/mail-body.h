// SPDX-License-Identifier: GPL-3.0-or-later
// Mails as they travel (RFC 2045, 2046): bodies in base64 or quoted-printable, alone or as parts.
#ifndef FEED_MAIL_BODY_H
#define FEED_MAIL_BODY_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/error.h"
#include "shoroku/base/strbuf.h"

// Whether the beginning of the text says that a body is encoded.
bool mail_body_is_encoded(const char *text, size_t length);

// Appends one mail or an mbox with the bodies decoded to UTF-8; the rest stays as it is. Parts that are
// not called text are left out. A body that is text in no encoding is ERROR_DATA.
int mail_body_decode(struct strbuf *out, const char *name, const char *text, size_t length,
		     struct error *err) ERROR_CHECKED;

// Appends what base64 stands for; what is no sign of it is passed over, and "=" ends it.
void mail_body_base64(struct strbuf *out, const char *text, size_t length);

#endif
