// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/quoted-printable.h"

#include <ctype.h>
#include <string.h>

static int
digit(char byte)
{
	static const char digits[] = "0123456789ABCDEF";
	const char *found = strchr(digits, toupper((unsigned char)byte));

	return byte && found ? (int)(found - digits) : -1;
}

// Bytes of a line end at `text`, blanks before it included; 0 where there is none.
static size_t
line_end(const char *text, size_t length)
{
	size_t at = 0;

	while (at < length && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r'))
		at++;
	return at < length && text[at] == '\n' ? at + 1 : 0;
}

void
quoted_printable_append(struct strbuf *out, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		size_t end = text[i] == '=' ? line_end(text + i + 1, length - i - 1) : 0;

		if (end) {
			i += end;
		} else if (text[i] == '=' && length - i > 2 && digit(text[i + 1]) >= 0 &&
			   digit(text[i + 2]) >= 0) {
			strbuf_add_byte(out, (char)(digit(text[i + 1]) * 16 + digit(text[i + 2])));
			i += 2;
		} else {
			strbuf_add_byte(out, text[i]);
		}
	}
}
