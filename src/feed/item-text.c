// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/item-text.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/feed/label.h"

static bool
is_block(const char *name, size_t length)
{
	static const char *const blocks[] = {
	    "p",  "div", "br",	  "li",	     "ul",	"ol",	   "tr",	"h1",
	    "h2", "h3",	 "h4",	  "h5",	     "h6",	"hr",	   "td",	"dt",
	    "dd", "pre", "table", "section", "summary", "details", "blockquote"};

	for (size_t i = 0; i < ARRAY_LENGTH(blocks); i++) {
		if (strlen(blocks[i]) == length && !strncasecmp(blocks[i], name, length))
			return true;
	}
	return false;
}

static const char *
skip_tag(struct strbuf *out, const char *html)
{
	const char *name = html + 1 + (html[1] == '/');
	size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ123456");
	const char *end = strchr(html, '>');

	if (is_block(name, length))
		strbuf_add_byte(out, '\n');
	return end ? end + 1 : html + strlen(html);
}

static const char *
take_reference(struct strbuf *out, const char *html)
{
	static const struct {
		const char *name;
		uint32_t code;
	} names[] = {{"&amp;", '&'},  {"&lt;", '<'},	{"&gt;", '>'},
		     {"&quot;", '"'}, {"&apos;", '\''}, {"&nbsp;", ' '}};
	char *end;
	long code;

	for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
		if (!strncmp(html, names[i].name, strlen(names[i].name))) {
			strbuf_add_utf8(out, names[i].code);
			return html + strlen(names[i].name);
		}
	}
	if (html[1] == '#') {
		bool hexadecimal = html[2] == 'x' || html[2] == 'X';

		code = strtol(html + 2 + hexadecimal, &end, hexadecimal ? 16 : 10);
		if (*end == ';' && code > 0 && code < 0x110000) {
			strbuf_add_utf8(out, (uint32_t)code);
			return end + 1;
		}
	}
	strbuf_add_byte(out, '&');
	return html + 1;
}

const char *
item_text_plain(struct arena *arena, const char *html)
{
	struct strbuf out;
	const char *result;

	strbuf_init(&out);
	while (*html) {
		if (*html == '<' && html[1] && !strchr(" =<0123456789", html[1])) {
			html = skip_tag(&out, html);
		} else if (*html == '&') {
			html = take_reference(&out, html);
		} else {
			strbuf_add_byte(&out, *html == '\n' ? ' ' : *html);
			html++;
		}
	}
	result = arena_strndup(arena, out.data, out.length);
	strbuf_release(&out);
	return result;
}

void
item_text_sections(struct listing *listing, const char *html, enum section_role role,
		   const char *label)
{
	const char *text = item_text_plain(listing->arena, html);
	struct strbuf part;

	strbuf_init(&part);
	while (*text) {
		size_t blanks = strspn(text, " \n");
		size_t length = strcspn(text + blanks, "\n");
		const struct label *found;

		text += blanks;
		found = label_find(text, length);
		if (found) {
			listing_section(listing, role, label, part.data);
			strbuf_clear(&part);
			role = found->role;
			label = arena_strndup(listing->arena, text, length);
		} else {
			strbuf_add(&part, text, length);
			strbuf_add_byte(&part, '\n');
		}
		text += length;
	}
	listing_section(listing, role, label, part.data);
	strbuf_release(&part);
}
