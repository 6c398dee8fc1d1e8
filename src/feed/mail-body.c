// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "feed/mail-body.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "feed/quoted-printable.h"
#include "shoroku/text/encoding.h"

#define LOOK_BYTES ((size_t)64 << 10)
#define VALUE_SIZE 128

enum transfer { TRANSFER_PLAIN, TRANSFER_BASE64, TRANSFER_QUOTED };

struct decoder {
	struct strbuf *out;
	const char *name;
	struct strbuf body; // of the part that is open, as long as it is encoded
	enum transfer transfer;
	bool in_header;
	bool in_part; // the header is a part's and not the mail's
	bool leave_out;
	bool blank; // the line before was empty
	char charset[VALUE_SIZE];
	char boundary[VALUE_SIZE];
	char field[VALUE_SIZE]; // of the header, for lines that go on
};

bool
mail_body_is_encoded(const char *text, size_t length)
{
	static const char field[] = "Transfer-Encoding:";
	size_t size = strlen(field);

	if (length > LOOK_BYTES)
		length = LOOK_BYTES;
	for (size_t at = 0; at + size < length; at++) {
		const char *colon = memchr(text + at, ':', length - at);
		const char *value;
		size_t left;

		if (!colon)
			break;
		at = (size_t)(colon - text);
		if (at + 1 < size || strncasecmp(colon + 1 - size, field, size) != 0)
			continue;
		for (value = colon + 1; value < text + length && *value == ' ';)
			value++;
		left = length - (size_t)(value - text);
		if ((left >= 6 && !strncasecmp(value, "base64", 6)) ||
		    (left >= 16 && !strncasecmp(value, "quoted-printable", 16)))
			return true;
	}
	return false;
}

void
mail_body_base64(struct strbuf *out, const char *text, size_t length)
{
	static const char signs[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	uint32_t bits = 0;
	int count = 0;

	for (size_t i = 0; i < length && text[i] != '='; i++) {
		const char *sign = text[i] ? strchr(signs, text[i]) : NULL;

		if (!sign)
			continue;
		bits = bits << 6 | (uint32_t)(sign - signs);
		count += 6;
		if (count >= 8) {
			count -= 8;
			strbuf_add_byte(out, (char)(bits >> count & 0xFF));
		}
	}
}

static int
close_body(struct decoder *decoder, struct error *err)
{
	struct strbuf bytes;
	int result = 0;

	strbuf_init(&bytes);
	if (decoder->transfer == TRANSFER_BASE64)
		mail_body_base64(&bytes, decoder->body.data, decoder->body.length);
	else if (decoder->transfer == TRANSFER_QUOTED)
		quoted_printable_append(&bytes, decoder->body.data, decoder->body.length);
	if (bytes.length && !decoder->leave_out)
		result = encoding_decode(decoder->out, decoder->name, bytes.data, bytes.length,
					 *decoder->charset ? decoder->charset : NULL, err);
	if (decoder->transfer != TRANSFER_PLAIN && decoder->out->length &&
	    decoder->out->data[decoder->out->length - 1] != '\n')
		strbuf_add_byte(decoder->out, '\n');
	strbuf_release(&bytes);
	strbuf_clear(&decoder->body);
	decoder->transfer = TRANSFER_PLAIN;
	decoder->leave_out = false;
	decoder->charset[0] = '\0';
	return result;
}

// The value of `name=` in a field, without its quotation marks.
static void
take_parameter(const char *field, const char *name, char value[VALUE_SIZE])
{
	const char *at = strcasestr(field, name);
	size_t length;

	if (!at)
		return;
	at += strlen(name);
	if (*at == '"')
		length = strcspn(++at, "\"");
	else
		length = strcspn(at, "; \t");
	memcpy(value, at, length);
	value[length] = '\0';
}

static void
take_field(struct decoder *decoder)
{
	static const char transfer[] = "Content-Transfer-Encoding:";
	static const char type[] = "Content-Type:";
	const char *field = decoder->field;

	if (!strncasecmp(field, transfer, strlen(transfer))) {
		field += strlen(transfer);
		decoder->transfer = strcasestr(field, "base64")		    ? TRANSFER_BASE64
				    : strcasestr(field, "quoted-printable") ? TRANSFER_QUOTED
									    : TRANSFER_PLAIN;
	} else if (!strncasecmp(field, type, strlen(type))) {
		take_parameter(field, "charset=", decoder->charset);
		take_parameter(field, "boundary=", decoder->boundary);
		field += strlen(type);
		field += strspn(field, " \t");
		decoder->leave_out = strncasecmp(field, "text/", 5) != 0 &&
				     strncasecmp(field, "multipart/", 10) != 0;
	}
	decoder->field[0] = '\0';
}

static void
pass_header(struct decoder *decoder, const char *line, size_t length, size_t whole)
{
	size_t used = strlen(decoder->field);

	if (length && (*line == ' ' || *line == '\t') && used) {
		length = length < VALUE_SIZE - used ? length : VALUE_SIZE - used - 1;
	} else {
		take_field(decoder);
		used = 0;
		length = length < VALUE_SIZE ? length : VALUE_SIZE - 1;
	}
	memcpy(decoder->field + used, line, length);
	decoder->field[used + length] = '\0';
	if (!length) {
		decoder->in_header = false;
		decoder->in_part = false;
	}
	if (!decoder->in_part)
		strbuf_add(decoder->out, line, whole);
}

static bool
is_boundary(const struct decoder *decoder, const char *line, size_t length)
{
	size_t size = strlen(decoder->boundary);

	return size && length >= size + 2 && !strncmp(line, "--", 2) &&
	       !strncmp(line + 2, decoder->boundary, size);
}

static int
pass_line(struct decoder *decoder, const char *line, size_t length, size_t whole, struct error *err)
{
	bool begins = decoder->blank && length >= 5 && !strncmp(line, "From ", 5);

	decoder->blank = !length;
	if (!decoder->in_header && (begins || is_boundary(decoder, line, length))) {
		if (close_body(decoder, err))
			return -1;
		decoder->in_header = true;
		decoder->in_part = !begins;
		if (begins) {
			decoder->boundary[0] = '\0';
			strbuf_add(decoder->out, line, whole);
		}
	} else if (decoder->in_header) {
		pass_header(decoder, line, length, whole);
	} else if (decoder->transfer != TRANSFER_PLAIN) {
		strbuf_add(&decoder->body, line, whole);
	} else if (!decoder->leave_out) {
		strbuf_add(decoder->out, line, whole);
	}
	return 0;
}

int
mail_body_decode(struct strbuf *out, const char *name, const char *text, size_t length,
		 struct error *err)
{
	struct decoder decoder = {.out = out, .name = name, .in_header = true, .blank = true};
	int result = 0;

	strbuf_init(&decoder.body);
	for (size_t at = 0; !result && at < length;) {
		const char *feed = memchr(text + at, '\n', length - at);
		size_t whole = feed ? (size_t)(feed - text) + 1 - at : length - at;
		size_t line = whole - (feed != NULL);

		line -= line && text[at + line - 1] == '\r';
		result = pass_line(&decoder, text + at, line, whole, err);
		at += whole;
	}
	if (!result)
		result = close_body(&decoder, err);
	strbuf_release(&decoder.body);
	return result;
}
