// SPDX-License-Identifier: GPL-3.0-or-later
// A growing byte string. `data` is always terminated by a NUL that `length` does not count, and is
// never NULL, so it can be handed to anything that takes a C string.
#ifndef SHOROKU_BASE_STRBUF_H
#define SHOROKU_BASE_STRBUF_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/base/compiler.h"

struct strbuf {
	char *data;
	size_t length;
	size_t capacity; // 0: `data` is the shared empty string
};

void strbuf_init(struct strbuf *sb);
void strbuf_release(struct strbuf *sb); // may be used again afterwards, as after init
void strbuf_clear(struct strbuf *sb);	// length 0, memory kept
char *strbuf_detach(struct strbuf *sb); // the caller frees the string; sb is as after init

void strbuf_reserve(struct strbuf *sb, size_t extra);
void strbuf_truncate(struct strbuf *sb, size_t length); // length must not exceed sb->length
void strbuf_add(struct strbuf *sb, const char *bytes, size_t length);
void strbuf_add_string(struct strbuf *sb, const char *s);
void strbuf_add_byte(struct strbuf *sb, char byte);
void strbuf_add_utf8(struct strbuf *sb, uint32_t code_point); // U+FFFD for what is no scalar value
void strbuf_addf(struct strbuf *sb, const char *format, ...) PRINTF_LIKE(2, 3);
void strbuf_vaddf(struct strbuf *sb, const char *format, va_list ap) PRINTF_LIKE(2, 0);

#endif
