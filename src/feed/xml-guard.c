// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/xml-guard.h"

#include <string.h>

#include "feed/xml.h"
#include "shoroku/base/i18n.h"

enum { IN_TEXT, AT_OPEN, IN_TAG, IN_DECLARATION, IN_COMMENT, IN_CDATA, IN_INSTRUCTION };

static int
refuse_doctype(const char *name, struct error *err)
{
	return error_set(err, ERROR_DATA,
			 _("%s is refused: its DOCTYPE holds declarations of its own"), name);
}

static int
refuse_tag(const char *name, struct error *err)
{
	return error_set(err, ERROR_DATA,
			 _("%s is refused: a tag of more than %zu bytes or %d attributes"), name,
			 XML_TAG_BYTES, XML_TAG_ATTRIBUTES);
}

static int
close_tag(struct xml_guard *guard, const char *name, struct error *err)
{
	bool empty = guard->last[0] == '/';

	guard->state = IN_TEXT;
	if (guard->closing) {
		guard->depth--;
		return 0;
	}
	if (!empty && ++guard->depth > XML_DEPTH)
		return error_set(err, ERROR_DATA, _("%s is refused: elements more than %d deep"),
				 name, XML_DEPTH);
	return 0;
}

static int
pass_tag(struct xml_guard *guard, char byte, const char *name, struct error *err)
{
	if (++guard->tag > XML_TAG_BYTES)
		return refuse_tag(name, err);
	if (guard->quote) {
		if (byte == guard->quote)
			guard->quote = 0;
	} else if (byte == '"' || byte == '\'') {
		guard->quote = byte;
	} else if (byte == '=' && ++guard->attributes > XML_TAG_ATTRIBUTES) {
		return refuse_tag(name, err);
	} else if (byte == '>') {
		return close_tag(guard, name, err);
	}
	return 0;
}

// "<!" may open a comment, a CDATA section, or a DOCTYPE: of that only a subset in brackets is wrong.
static int
pass_declaration(struct xml_guard *guard, char byte, const char *name, struct error *err)
{
	guard->declared++;
	if (guard->declared == 2 && byte == '-' && guard->last[0] == '-') {
		guard->state = IN_COMMENT;
		guard->declared = 0;
	} else if (guard->declared == 1 && byte == '[') {
		guard->state = IN_CDATA;
		guard->declared = 0;
	} else if (guard->quote) {
		if (byte == guard->quote)
			guard->quote = 0;
	} else if (byte == '"' || byte == '\'') {
		guard->quote = byte;
	} else if (byte == '[') {
		return refuse_doctype(name, err);
	} else if (byte == '>') {
		guard->state = IN_TEXT;
	} else if (guard->declared > XML_TAG_BYTES) {
		return refuse_tag(name, err);
	}
	return 0;
}

// Neither "<!-->" nor "<!--->" is a whole comment: its end is not made of its beginning.
static void
pass_comment(struct xml_guard *guard, char byte)
{
	if (guard->declared < 2)
		guard->declared++;
	else if (byte == '>' && guard->last[0] == '-' && guard->last[1] == '-')
		guard->state = IN_TEXT;
}

static int
pass_byte(struct xml_guard *guard, char byte, const char *name, struct error *err)
{
	switch (guard->state) {
	case IN_TEXT:
		if (byte == '<')
			guard->state = AT_OPEN;
		break;
	case AT_OPEN:
		guard->quote = 0;
		guard->tag = guard->declared = 0;
		guard->attributes = 0;
		guard->closing = byte == '/';
		guard->state = byte == '!' ? IN_DECLARATION : byte == '?' ? IN_INSTRUCTION : IN_TAG;
		return guard->state == IN_TAG ? pass_tag(guard, byte, name, err) : 0;
	case IN_TAG:
		return pass_tag(guard, byte, name, err);
	case IN_DECLARATION:
		return pass_declaration(guard, byte, name, err);
	case IN_COMMENT:
		pass_comment(guard, byte);
		break;
	case IN_CDATA:
		if (byte == '>' && guard->last[0] == ']' && guard->last[1] == ']')
			guard->state = IN_TEXT;
		break;
	case IN_INSTRUCTION:
		if (byte == '>' && guard->last[0] == '?')
			guard->state = IN_TEXT;
		break;
	}
	return 0;
}

int
xml_guard_pass(struct xml_guard *guard, const char *name, const char *bytes, size_t length,
	       struct error *err)
{
	for (size_t i = 0; i < length; i++) {
		// Most bytes are text.
		if (guard->state == IN_TEXT) {
			const char *open = memchr(bytes + i, '<', length - i);

			if (!open)
				return 0;
			i = (size_t)(open - bytes);
		}
		if (pass_byte(guard, bytes[i], name, err))
			return -1;
		guard->last[1] = guard->last[0];
		guard->last[0] = bytes[i];
	}
	return 0;
}
