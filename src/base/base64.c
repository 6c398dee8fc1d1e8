// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/base64.h"

void
base64_append(struct strbuf *out, const char *bytes, size_t length)
{
	static const char signs[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < length; i += 3) {
		uint32_t group = (uint32_t)(unsigned char)bytes[i] << 16;

		if (i + 1 < length)
			group |= (uint32_t)(unsigned char)bytes[i + 1] << 8;
		if (i + 2 < length)
			group |= (unsigned char)bytes[i + 2];
		strbuf_add_byte(out, signs[group >> 18]);
		strbuf_add_byte(out, signs[group >> 12 & 63]);
		strbuf_add_byte(out, i + 1 < length ? signs[group >> 6 & 63] : '=');
		strbuf_add_byte(out, i + 2 < length ? signs[group & 63] : '=');
	}
}
