// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/strbuf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/error.h"
#include "shoroku/base/memory.h"

// What an empty buffer's `data` points to. Never written: capacity 0 says so.
static char empty[1];

void
strbuf_init(struct strbuf *sb)
{
	*sb = (struct strbuf){.data = empty};
}

void
strbuf_release(struct strbuf *sb)
{
	if (sb->capacity)
		free(sb->data);
	strbuf_init(sb);
}

void
strbuf_clear(struct strbuf *sb)
{
	strbuf_truncate(sb, 0);
}

char *
strbuf_detach(struct strbuf *sb)
{
	char *data;

	strbuf_reserve(sb, 0);
	data = sb->data;
	strbuf_init(sb);
	return data;
}

void
strbuf_reserve(struct strbuf *sb, size_t extra)
{
	size_t needed = sb->length + extra + 1;
	size_t capacity = sb->capacity ? sb->capacity : 32;

	if (needed < extra)
		error_out_of_memory();
	if (needed <= sb->capacity)
		return;
	while (capacity < needed)
		capacity = capacity > needed / 2 ? needed : capacity * 2;
	if (capacity < sb->capacity + sb->capacity / 2)
		capacity = sb->capacity + sb->capacity / 2;
	sb->data = memory_grow_array(sb->capacity ? sb->data : NULL, capacity, 1);
	sb->capacity = capacity;
	sb->data[sb->length] = '\0';
}

void
strbuf_truncate(struct strbuf *sb, size_t length)
{
	if (length > sb->length)
		BUG("truncating %zu bytes to %zu", sb->length, length);
	sb->length = length;
	if (sb->capacity)
		sb->data[length] = '\0';
}

void
strbuf_add(struct strbuf *sb, const char *bytes, size_t length)
{
	if (!length)
		return;
	strbuf_reserve(sb, length);
	memcpy(sb->data + sb->length, bytes, length);
	sb->length += length;
	sb->data[sb->length] = '\0';
}

void
strbuf_add_string(struct strbuf *sb, const char *s)
{
	strbuf_add(sb, s, strlen(s));
}

void
strbuf_add_byte(struct strbuf *sb, char byte)
{
	strbuf_add(sb, &byte, 1);
}

void
strbuf_add_utf8(struct strbuf *sb, uint32_t c)
{
	char bytes[4];
	size_t length;

	if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		c = 0xFFFD;
	if (c < 0x80) {
		bytes[0] = (char)c;
		length = 1;
	} else if (c < 0x800) {
		bytes[0] = (char)(0xC0 | c >> 6);
		length = 2;
	} else if (c < 0x10000) {
		bytes[0] = (char)(0xE0 | c >> 12);
		length = 3;
	} else {
		bytes[0] = (char)(0xF0 | c >> 18);
		length = 4;
	}
	for (size_t i = 1; i < length; i++)
		bytes[i] = (char)(0x80 | (c >> 6 * (length - 1 - i) & 0x3F));
	strbuf_add(sb, bytes, length);
}

void
strbuf_addf(struct strbuf *sb, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	strbuf_vaddf(sb, format, ap);
	va_end(ap);
}

void
strbuf_vaddf(struct strbuf *sb, const char *format, va_list ap)
{
	va_list again;
	int length;

	va_copy(again, ap);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (length < 0)
		BUG("format “%s”", format);
	strbuf_reserve(sb, (size_t)length);
	vsnprintf(sb->data + sb->length, (size_t)length + 1, format, ap);
	sb->length += (size_t)length;
}
