// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/html-blocks.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>

#include "feed/html-element.h"
#include "feed/html-piece.h"
#include "feed/identifiers.h"
#include "feed/guard.h"
#include "shoroku/base/i18n.h"

struct page {
	struct block_builder *builder;
	htmlParserCtxtPtr parser;
	int depth;
	int dropped; // depth of what is left out, 0: nothing is
	int lists;
	int column;
	int tag;	 // depth of an element that is a tag of the paper, 0: none is open
	int item_number; // of the list's items so far; only where it is numbered
	bool too_deep;
	bool in_title;
	struct strbuf title;
};

// The value of an attribute; NULL where there is none. libxml2 gives name and value by turns.
static const char *
attribute(const xmlChar **attributes, const char *name)
{
	for (; attributes && attributes[0]; attributes += 2) {
		if (!strcmp((const char *)attributes[0], name))
			return attributes[1] ? (const char *)attributes[1] : "";
	}
	return NULL;
}

// What begins is said about the page or the paper; it has no line, as front matter has.
static void
begin_meta(struct page *page, const char *name)
{
	builder_begin(page->builder, BLOCK_META, 0);
	page->builder->next.name = name;
}

static void
add_meta(struct page *page, const xmlChar **attributes)
{
	const char *name = attribute(attributes, "name");
	const char *content = attribute(attributes, "content");

	if (!name)
		name = attribute(attributes, "property");
	if (!name || !content)
		return;
	begin_meta(page, name);
	builder_text(page->builder, content, strlen(content));
	builder_end(page->builder);
}

static void
begin_part(struct page *page, const char *element, const xmlChar **attributes)
{
	const char *class = attribute(attributes, "class");
	struct strbuf name;

	strbuf_init(&name);
	strbuf_addf(&name, "%s.%s", element, class ? class : "");
	builder_part(page->builder, name.data);
	strbuf_release(&name);
}

static void
begin_cell(struct page *page, bool head)
{
	builder_begin(page->builder, BLOCK_CELL, page->column++);
	page->builder->next.head = head;
}

static void
begin_item(struct page *page)
{
	builder_begin(page->builder, BLOCK_LIST_ITEM, page->lists ? page->lists : 1);
	if (page->item_number >= 0)
		page->builder->next.number = ++page->item_number;
}

// Whether a class says that the element is a tag or keyword: <span class="tag domain">.
static bool
is_tag(const xmlChar **attributes)
{
	const char *class = attribute(attributes, "class");

	while (class && *(class += strspn(class, " "))) {
		size_t length = strcspn(class, " ");

		if ((length >= 3 && !strncmp(class + length - 3, "tag", 3)) ||
		    (length == 7 && !strncmp(class, "keyword", 7)))
			return true;
		class += length;
	}
	return false;
}

// Ids in attributes that no text shows, as of buttons: <button data-arxiv-id="2512.14620v1">.
static void
take_ids(struct page *page, const xmlChar **attributes)
{
	for (; attributes && attributes[0]; attributes += 2) {
		const char *name = (const char *)attributes[0];
		const char *value = (const char *)attributes[1];

		if (value && !strncmp(name, "data-", 5) && identifiers_is_arxiv(value))
			builder_address(page->builder, value);
	}
}

// What begins in a cell stays in it; what begins an item is the item.
static bool
stays_in_block(const struct page *page)
{
	const struct block_builder *builder = page->builder;

	return builder->next.kind == BLOCK_CELL ||
	       (builder->next.kind == BLOCK_LIST_ITEM && !builder->text.length);
}

static void
begin_container(struct page *page, const char *name, const xmlChar **attributes)
{
	if (page->builder->next.kind == BLOCK_CELL)
		builder_break(page->builder);
	else if (html_element_meaning(name) == HTML_PART)
		begin_part(page, name, attributes);
	else
		begin_item(page);
}

// What begins a block, whatever it is called; false for the rest.
static bool
begin_block(struct page *page, const char *name, const xmlChar **attributes)
{
	struct block_builder *builder = page->builder;
	enum html_meaning meaning = html_element_meaning(name);

	switch (meaning) {
	case HTML_HEADING:
		builder_begin(builder, BLOCK_HEADING, name[1] - '0');
		return true;
	case HTML_SUMMARY:
		builder_begin(builder, BLOCK_HEADING, 6);
		return true;
	case HTML_CELL:
	case HTML_HEAD_CELL:
		begin_cell(page, meaning == HTML_HEAD_CELL);
		return true;
	case HTML_QUOTE:
		builder_begin(builder, BLOCK_PARAGRAPH, 0);
		builder->next.quoted = true;
		return true;
	case HTML_PREFORMATTED:
		builder_begin(builder, BLOCK_CODE, 0);
		builder->preformatted = true;
		return true;
	case HTML_BLOCK:
		if (stays_in_block(page))
			builder_break(builder);
		else
			builder_begin(builder, BLOCK_PARAGRAPH, 0);
		return true;
	case HTML_PART:
	case HTML_ITEM:
		begin_container(page, name, attributes);
		return true;
	case HTML_INLINE:
	case HTML_LIST:
	case HTML_ROW:
	case HTML_RULE:
	case HTML_BREAK:
	case HTML_BOLD:
	case HTML_ANCHOR:
	case HTML_META:
	case HTML_TITLE:
	case HTML_TIME:
	case HTML_DROPPED:
	case HTML_MEANINGS:
		break;
	}
	return false;
}

static void
begin_list(struct page *page, const char *name)
{
	page->lists++;
	page->item_number = name[0] == 'o' ? 0 : -1;
}

static void
add_rule(struct block_builder *builder)
{
	builder_end(builder);
	if (!builder->full)
		blocks_add(builder->blocks, BLOCK_RULE, 0, "", 0, 0);
}

static void
begin_anchor(struct page *page, const xmlChar **attributes)
{
	const char *href = attribute(attributes, "href");

	if (href)
		builder_link(page->builder, href, strlen(href));
}

static void
begin_inline(struct page *page, const xmlChar **attributes)
{
	struct block_builder *builder = page->builder;

	if (page->tag || builder->next.kind == BLOCK_CELL || !is_tag(attributes))
		return;
	begin_meta(page, "tags");
	page->tag = page->depth;
}

static void
begin_element(struct page *page, const char *name, const xmlChar **attributes)
{
	struct block_builder *builder = page->builder;

	take_ids(page, attributes);
	if (begin_block(page, name, attributes))
		return;
	switch (html_element_meaning(name)) {
	case HTML_LIST:
		begin_list(page, name);
		break;
	case HTML_ROW:
		builder_end(builder);
		page->column = 0;
		break;
	case HTML_RULE:
		add_rule(builder);
		break;
	case HTML_BREAK:
		builder_break(builder);
		break;
	case HTML_BOLD:
		builder_bold(builder, true);
		break;
	case HTML_ANCHOR:
		begin_anchor(page, attributes);
		break;
	case HTML_META:
		add_meta(page, attributes);
		break;
	case HTML_TITLE:
		page->in_title = true;
		break;
	case HTML_INLINE:
		begin_inline(page, attributes);
		break;
	case HTML_BLOCK:
	case HTML_PART:
	case HTML_HEADING:
	case HTML_SUMMARY:
	case HTML_ITEM:
	case HTML_CELL:
	case HTML_HEAD_CELL:
	case HTML_QUOTE:
	case HTML_PREFORMATTED:
	case HTML_TIME:
	case HTML_DROPPED:
	case HTML_MEANINGS:
		break;
	}
}

static void
end_list(struct page *page)
{
	builder_end(page->builder);
	page->lists -= page->lists > 0;
	page->item_number = -1;
}

static void
end_title(struct page *page)
{
	page->in_title = false;
	builder_end(page->builder);
	if (page->title.length)
		blocks_add_meta(page->builder->blocks, "title", page->title.data, 0);
}

static void
end_element(struct page *page, const char *name)
{
	struct block_builder *builder = page->builder;

	switch (html_element_meaning(name)) {
	case HTML_PART:
		if (builder->next.kind == BLOCK_CELL)
			builder_break(builder);
		else
			builder_part(builder, NULL);
		break;
	case HTML_BLOCK:
	case HTML_ITEM:
		if (stays_in_block(page))
			builder_break(builder);
		else
			builder_end(builder);
		break;
	case HTML_HEADING:
	case HTML_SUMMARY:
	case HTML_ROW:
	case HTML_CELL:
	case HTML_HEAD_CELL:
		builder_end(builder);
		break;
	case HTML_LIST:
		end_list(page);
		break;
	case HTML_QUOTE:
		builder_end(builder);
		builder->next.quoted = false;
		break;
	case HTML_PREFORMATTED:
		builder_end(builder);
		builder->preformatted = false;
		break;
	case HTML_BOLD:
		builder_bold(builder, false);
		break;
	case HTML_ANCHOR:
		builder_link_end(builder);
		break;
	case HTML_TITLE:
		end_title(page);
		break;
	case HTML_RULE:
	case HTML_BREAK:
	case HTML_META:
	case HTML_TIME:
	case HTML_INLINE:
	case HTML_DROPPED:
	case HTML_MEANINGS:
		break;
	}
}

static void
on_start(void *context, const xmlChar *name, const xmlChar **attributes)
{
	struct page *page = context;

	page->builder->elements++;
	if (++page->depth > GUARD_MOST_DEPTH) {
		page->too_deep = true;
		xmlStopParser(page->parser);
		return;
	}
	if (page->dropped)
		return;
	if (html_element_meaning((const char *)name) == HTML_DROPPED) {
		take_ids(page, attributes);
		page->dropped = page->depth;
		return;
	}
	begin_element(page, (const char *)name, attributes);
}

static void
on_end(void *context, const xmlChar *name)
{
	struct page *page = context;

	if (page->tag && page->tag == page->depth) {
		builder_end(page->builder);
		page->tag = 0;
	} else if (!page->dropped)
		end_element(page, (const char *)name);
	else if (page->dropped == page->depth)
		page->dropped = 0;
	page->depth -= page->depth > 0;
}

static void
on_text(void *context, const xmlChar *text, int length)
{
	struct page *page = context;

	if (page->in_title)
		strbuf_add(&page->title, (const char *)text, (size_t)length);
	else if (!page->dropped)
		builder_text(page->builder, (const char *)text, (size_t)length);
}

static void
count_lines(struct page *page, const char *text, size_t length)
{
	for (const char *at = text; (at = memchr(at, '\n', length - (size_t)(at - text))); at++)
		page->builder->line++;
}

// Gives the parser the page without its scripts and comments, which it would only copy about.
static void
push(struct page *page, const char *html, size_t length)
{
	size_t at = 0;

	while (at < length && !page->too_deep && !page->builder->full) {
		size_t next = length;
		size_t end = html_piece_end(html, length, at, &next);

		if (end > at)
			htmlParseChunk(page->parser, html + at, (int)(end - at), 0);
		page->builder->parsed += end - at;
		count_lines(page, html + at, next - at);
		at = next;
	}
}

static int
refuse(const struct page *page, const char *name, struct error *err)
{
	if (page->too_deep)
		return error_set(err, ERROR_DATA, _("%s: elements more than %d deep are not read"),
				 name, GUARD_MOST_DEPTH);
	if (page->builder->full)
		return error_set(err, ERROR_DATA, _("%s has more than %zu paragraphs"), name,
				 BLOCKS_MOST);
	return 0;
}

int
html_blocks_read(struct block_builder *builder, const char *name, const char *html, size_t length,
		 struct error *err)
{
	struct page page = {.builder = builder, .item_number = -1};
	xmlSAXHandler handler = {
	    .startElement = on_start,
	    .endElement = on_end,
	    .characters = on_text,
	    .cdataBlock = on_text,
	    .ignorableWhitespace = on_text,
	};
	int result;

	if (guard_markup(name, html, length, err))
		return -1;
	strbuf_init(&page.title);
	page.parser =
	    htmlCreatePushParserCtxt(&handler, &page, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
	if (!page.parser)
		error_out_of_memory();
	htmlCtxtUseOptions(page.parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
					    HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
					    HTML_PARSE_IGNORE_ENC);
	push(&page, html, length);
	if (!page.too_deep && !builder->full)
		htmlParseChunk(page.parser, NULL, 0, 1);
	builder_end(builder);
	htmlFreeParserCtxt(page.parser);
	strbuf_release(&page.title);
	result = refuse(&page, name, err);
	return result;
}
