// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/entity.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/HTMLparser.h>

#define LONGEST 32 // bytes of a reference

static uint32_t
code_point(const char *reference)
{
	const htmlEntityDesc *entity;

	if (reference[0] != '#') {
		entity = htmlEntityLookup((const xmlChar *)reference);
		return entity ? entity->value : 0;
	}
	if (reference[1] == 'x' || reference[1] == 'X')
		return (uint32_t)strtoul(reference + 2, NULL, 16);
	return (uint32_t)strtoul(reference + 1, NULL, 10);
}

void
entity_append(struct strbuf *out, const char *text, size_t length)
{
	char reference[LONGEST];
	uint32_t c = 0;

	if (length > 2 && length < LONGEST && text[0] == '&' && text[length - 1] == ';') {
		memcpy(reference, text + 1, length - 2);
		reference[length - 2] = '\0';
		c = code_point(reference);
	}
	if (c)
		strbuf_add_utf8(out, c);
	else
		strbuf_add(out, text, length);
}
