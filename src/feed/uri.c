// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/uri.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include <libxml/uri.h>

#include "shoroku/base/strbuf.h"

#define LONGEST ((size_t)4096) // bytes

// Browsers drop blanks at the ends and line ends within, and escape what is no ASCII.
static void
add_escaped(struct strbuf *out, const char *reference)
{
	size_t length = strcspn(reference, "#");

	while (length && isspace((unsigned char)*reference))
		reference++, length--;
	while (length && isspace((unsigned char)reference[length - 1]))
		length--;
	for (size_t i = 0; i < length; i++) {
		unsigned char byte = (unsigned char)reference[i];

		if (byte <= ' ' && byte != ' ')
			continue;
		if (byte == ' ' || byte >= 0x7F || strchr("\"<>\\^`{|}[]", byte))
			strbuf_addf(out, "%%%02X", (unsigned int)byte);
		else
			strbuf_add_byte(out, (char)byte);
	}
}

// Schemes are the same in either case (RFC 3986, 3.1).
static void
lower_scheme(char *uri)
{
	for (char *at = uri; isalpha((unsigned char)*at); at++)
		*at = (char)tolower((unsigned char)*at);
}

// libxml2 writes a host's name with what was escaped in it as it is: %20 becomes a blank.
static bool
is_clean(const char *uri)
{
	for (; *uri; uri++) {
		if ((unsigned char)*uri <= ' ' || (unsigned char)*uri >= 0x7F ||
		    strchr("\"<>\\^`{|}", *uri))
			return false;
	}
	return true;
}

const char *
uri_resolve(struct arena *arena, const char *reference, const char *base)
{
	char *result = NULL;
	struct strbuf escaped;
	xmlChar *resolved;

	if (strnlen(reference, LONGEST) >= LONGEST)
		return NULL;
	strbuf_init(&escaped);
	add_escaped(&escaped, reference);
	resolved = xmlBuildURI((const xmlChar *)escaped.data, (const xmlChar *)base);
	if (resolved && is_clean((const char *)resolved))
		result = arena_strndup(arena, (const char *)resolved,
				       strcspn((const char *)resolved, "#"));
	if (result)
		lower_scheme(result);
	xmlFree(resolved);
	strbuf_release(&escaped);
	return result;
}
