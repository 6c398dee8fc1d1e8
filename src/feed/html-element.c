// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/html-element.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/compiler.h"

struct element {
	const char *name;
	enum html_meaning meaning;
};

// clang-format off
// In byte order of their names.
static const struct element elements[] = {
	{ "a",          HTML_ANCHOR },
	{ "address",    HTML_BLOCK },
	{ "article",    HTML_PART },
	{ "aside",      HTML_BLOCK },
	{ "b",          HTML_BOLD },
	{ "blockquote", HTML_QUOTE },
	{ "br",         HTML_BREAK },
	{ "button",     HTML_DROPPED },
	{ "caption",    HTML_BLOCK },
	{ "center",     HTML_BLOCK },
	{ "cite",       HTML_BOLD },
	{ "dd",         HTML_BLOCK },
	{ "details",    HTML_BLOCK },
	{ "div",        HTML_PART },
	{ "dl",         HTML_BLOCK },
	{ "dt",         HTML_BLOCK },
	{ "em",         HTML_BOLD },
	{ "fieldset",   HTML_BLOCK },
	{ "figcaption", HTML_BLOCK },
	{ "figure",     HTML_BLOCK },
	{ "footer",     HTML_BLOCK },
	{ "form",       HTML_BLOCK },
	{ "h1",         HTML_HEADING },
	{ "h2",         HTML_HEADING },
	{ "h3",         HTML_HEADING },
	{ "h4",         HTML_HEADING },
	{ "h5",         HTML_HEADING },
	{ "h6",         HTML_HEADING },
	{ "header",     HTML_BLOCK },
	{ "hr",         HTML_RULE },
	{ "i",          HTML_BOLD },
	{ "iframe",     HTML_DROPPED },
	{ "li",         HTML_ITEM },
	{ "main",       HTML_BLOCK },
	{ "math",       HTML_INLINE },
	{ "menu",       HTML_LIST },
	{ "meta",       HTML_META },
	{ "nav",        HTML_DROPPED },
	{ "noscript",   HTML_DROPPED },
	{ "object",     HTML_DROPPED },
	{ "ol",         HTML_LIST },
	{ "p",          HTML_BLOCK },
	{ "pre",        HTML_PREFORMATTED },
	{ "script",     HTML_DROPPED },
	{ "section",    HTML_PART },
	{ "select",     HTML_DROPPED },
	{ "strong",     HTML_BOLD },
	{ "style",      HTML_DROPPED },
	{ "summary",    HTML_SUMMARY },
	{ "svg",        HTML_DROPPED },
	{ "table",      HTML_BLOCK },
	{ "td",         HTML_CELL },
	{ "template",   HTML_DROPPED },
	{ "textarea",   HTML_DROPPED },
	{ "th",         HTML_HEAD_CELL },
	{ "time",       HTML_TIME },
	{ "title",      HTML_TITLE },
	{ "tr",         HTML_ROW },
	{ "ul",         HTML_LIST },
};
// clang-format on

static int
compare(const void *name, const void *element)
{
	return strcmp(name, ((const struct element *)element)->name);
}

enum html_meaning
html_element_meaning(const char *name)
{
	const struct element *found =
	    bsearch(name, elements, ARRAY_LENGTH(elements), sizeof(*elements), compare);

	return found ? found->meaning : HTML_INLINE;
}
