// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/html-piece.h"

#include <string.h>

#include "feed/guard.h"

#define FIRST_CHUNK ((size_t)1 << 12) // bytes given to the parser at a time,
#define CHUNK ((size_t)1 << 16)	      // more as long as all is well

size_t
html_piece_end(const char *html, size_t length, size_t at, size_t *skipped)
{
	size_t chunk = at < CHUNK ? FIRST_CHUNK : CHUNK;
	size_t limit = length - at > chunk ? at + chunk : length;
	size_t end = at;

	while (end < limit) {
		const char *next;

		*skipped = guard_skip(html, length, end);
		if (*skipped > end)
			return end;
		next = memchr(html + end + 1, '<', limit - end - 1);
		end = next ? (size_t)(next - html) : limit;
	}
	// Never within a character.
	while (end < length && end > at + 1 && ((unsigned char)html[end] & 0xC0) == 0x80)
		end--;
	*skipped = end;
	return end;
}
