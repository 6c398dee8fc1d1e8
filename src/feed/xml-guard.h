// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at XML before the parser does, so that nothing has to be undone: tags too long or with too many
// attributes, elements too deep, a DOCTYPE with declarations of its own.
#ifndef FEED_XML_GUARD_H
#define FEED_XML_GUARD_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/error.h"

struct xml_guard {
	int state;
	char quote;	 // that is open inside a tag; 0: none
	char last[2];	 // bytes before this one, newest first
	size_t tag;	 // bytes of the tag so far
	int attributes;	 // of it
	int depth;	 // of elements
	bool closing;	 // the tag is an end tag
	size_t declared; // bytes of "<!…" so far that may open a comment or a CDATA section
};

// Passes over the next bytes of the document. −1 with a sentence where a cap is exceeded.
int xml_guard_pass(struct xml_guard *guard, const char *name, const char *bytes, size_t length,
		   struct error *err) ERROR_CHECKED;

#endif
