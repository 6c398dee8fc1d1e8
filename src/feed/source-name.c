// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/source-name.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "shoroku/base/strbuf.h"

#define LONGEST 48 // bytes of the name itself

const char *
source_name_make(struct arena *arena, const char *prefix, const char *name, size_t length)
{
	struct strbuf made;
	const char *result;

	if (!length)
		return NULL;
	strbuf_init(&made);
	strbuf_add_string(&made, prefix);
	for (size_t i = 0; i < length && i < LONGEST; i++) {
		unsigned char byte = (unsigned char)name[i];
		bool fits = byte < 0x80 && (isalnum(byte) || strchr("._+-", byte));

		strbuf_add_byte(&made, (char)(byte && fits ? byte : '-'));
	}
	result = arena_strndup(arena, made.data, made.length);
	strbuf_release(&made);
	return result;
}

const char *
source_name_of_host(struct arena *arena, const char *url)
{
	const char *host = url ? strstr(url, "://") : NULL;

	if (!host)
		return NULL;
	host += 3;
	if (!strncmp(host, "www.", 4))
		host += 4;
	return source_name_make(arena, "", host, strcspn(host, "/:?# \n\t"));
}
