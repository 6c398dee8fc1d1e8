// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "feed/markdown-blocks.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <md4c.h>

#include "feed/entity.h"
#include "feed/html-blocks.h"
#include "feed/markdown-prepare.h"
#include "feed/guard.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/i18n.h"

// Beyond so many pieces of HTML in one document, tags are dropped instead of read.
#define MOST_HTML_PIECES 2000
#define MOST_DEPTH 32 // of lists in lists

struct document {
	struct block_builder *builder;
	const char *name;
	const char *text; // all of it, for line numbers
	size_t length;
	struct strbuf html;
	size_t pieces;
	size_t counted; // the text up to here is counted in the builder's line
	int lists;
	int numbers[MOST_DEPTH]; // of the lists' items so far; −1: not numbered
	int column;
	bool in_html;
	bool hidden; // the text has signs that stand for others
	struct error *err;
};

static int *
list_number(struct document *document)
{
	int at = document->lists - 1;

	return &document->numbers[at < 0 ? 0 : at < MOST_DEPTH ? at : MOST_DEPTH - 1];
}

static void
begin_list(struct document *document, int first)
{
	document->lists++;
	*list_number(document) = first;
}

static void
begin_item(struct document *document)
{
	int *number = list_number(document);

	builder_begin(document->builder, BLOCK_LIST_ITEM, document->lists ? document->lists : 1);
	if (*number >= 0)
		document->builder->next.number = ++*number;
}

// A paragraph that begins an item is the item.
static void
begin_paragraph(struct document *document)
{
	struct block_builder *builder = document->builder;

	if (builder->next.kind != BLOCK_LIST_ITEM || builder->text.length)
		builder_begin(builder, BLOCK_PARAGRAPH, 0);
}

static int
enter_block(MD_BLOCKTYPE type, void *detail, void *context)
{
	struct document *document = context;
	struct block_builder *builder = document->builder;

	switch (type) {
	case MD_BLOCK_DOC:
		break;
	case MD_BLOCK_QUOTE:
		builder_end(builder);
		builder->next.quoted = true;
		break;
	case MD_BLOCK_UL:
		begin_list(document, -1);
		break;
	case MD_BLOCK_OL:
		begin_list(document, (int)((MD_BLOCK_OL_DETAIL *)detail)->start - 1);
		break;
	case MD_BLOCK_LI:
		begin_item(document);
		break;
	case MD_BLOCK_HR:
		builder_end(builder);
		if (!builder->full)
			blocks_add(builder->blocks, BLOCK_RULE, 0, "", 0, 0);
		break;
	case MD_BLOCK_H:
		builder_begin(builder, BLOCK_HEADING, (int)((MD_BLOCK_H_DETAIL *)detail)->level);
		break;
	case MD_BLOCK_CODE:
		builder_begin(builder, BLOCK_CODE, 0);
		builder->preformatted = true;
		break;
	case MD_BLOCK_HTML:
		builder_end(builder);
		strbuf_clear(&document->html);
		document->in_html = true;
		break;
	case MD_BLOCK_P:
		begin_paragraph(document);
		break;
	case MD_BLOCK_TR:
		builder_end(builder);
		document->column = 0;
		break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		builder_begin(builder, BLOCK_CELL, document->column++);
		builder->next.head = type == MD_BLOCK_TH;
		break;
	case MD_BLOCK_TABLE:
	case MD_BLOCK_THEAD:
	case MD_BLOCK_TBODY:
		builder_end(builder);
		break;
	}
	return builder->full;
}

// The text without its tags.
static void
add_without_tags(struct document *document)
{
	const char *at = document->html.data;

	builder_begin(document->builder, BLOCK_PARAGRAPH, 0);
	while (*at) {
		size_t text = strcspn(at, "<");

		builder_text(document->builder, at, text);
		at += text;
		at += strcspn(at, ">");
		at += *at == '>';
	}
	builder_end(document->builder);
}

static int
add_html(struct document *document)
{
	if (++document->pieces > MOST_HTML_PIECES) {
		add_without_tags(document);
		return 0;
	}
	return html_blocks_read(document->builder, document->name, document->html.data,
				document->html.length, document->err);
}

static int
leave_block(MD_BLOCKTYPE type, void *detail, void *context)
{
	struct document *document = context;
	struct block_builder *builder = document->builder;
	int result = 0;

	(void)detail;
	switch (type) {
	case MD_BLOCK_QUOTE:
		builder_end(builder);
		builder->next.quoted = false;
		break;
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
		builder_end(builder);
		document->lists--;
		break;
	case MD_BLOCK_HTML:
		document->in_html = false;
		result = add_html(document);
		break;
	case MD_BLOCK_CODE:
		builder_end(builder);
		builder->preformatted = false;
		break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		// An empty cell is a cell too.
		if (!builder->text.length && !builder->full) {
			blocks_add(builder->blocks, BLOCK_CELL, builder->next.level, "", 0, 0)
			    ->head = type == MD_BLOCK_TH;
		}
		builder_end(builder);
		break;
	case MD_BLOCK_LI:
	case MD_BLOCK_H:
	case MD_BLOCK_P:
		builder_end(builder);
		break;
	case MD_BLOCK_DOC:
	case MD_BLOCK_HR:
	case MD_BLOCK_TABLE:
	case MD_BLOCK_THEAD:
	case MD_BLOCK_TBODY:
	case MD_BLOCK_TR:
		break;
	}
	return result || builder->full;
}

// An attribute's text, with its entities resolved.
static void
add_attribute(struct strbuf *out, const MD_ATTRIBUTE *attribute)
{
	for (unsigned i = 0; attribute->text && attribute->substr_offsets[i] < attribute->size;
	     i++) {
		const char *text = attribute->text + attribute->substr_offsets[i];
		size_t length = attribute->substr_offsets[i + 1] - attribute->substr_offsets[i];

		if (attribute->substr_types[i] == MD_TEXT_ENTITY)
			entity_append(out, text, length);
		else
			strbuf_add(out, text, length);
	}
}

static int
enter_span(MD_SPANTYPE type, void *detail, void *context)
{
	struct document *document = context;
	struct strbuf href;

	switch (type) {
	case MD_SPAN_EM:
	case MD_SPAN_STRONG:
		builder_bold(document->builder, true);
		break;
	case MD_SPAN_A:
		strbuf_init(&href);
		add_attribute(&href, &((MD_SPAN_A_DETAIL *)detail)->href);
		builder_link(document->builder, href.data, href.length);
		strbuf_release(&href);
		break;
	case MD_SPAN_LATEXMATH:
		builder_text(document->builder, "$", 1);
		break;
	case MD_SPAN_LATEXMATH_DISPLAY:
		builder_text(document->builder, "$$", 2);
		break;
	case MD_SPAN_CODE:
		builder_code(document->builder, true);
		break;
	case MD_SPAN_IMG:
	case MD_SPAN_DEL:
	case MD_SPAN_WIKILINK:
	case MD_SPAN_U:
		break;
	}
	return 0;
}

static int
leave_span(MD_SPANTYPE type, void *detail, void *context)
{
	struct document *document = context;

	(void)detail;
	switch (type) {
	case MD_SPAN_EM:
	case MD_SPAN_STRONG:
		builder_bold(document->builder, false);
		break;
	case MD_SPAN_A:
		builder_link_end(document->builder);
		break;
	case MD_SPAN_LATEXMATH:
		builder_text(document->builder, "$", 1);
		break;
	case MD_SPAN_LATEXMATH_DISPLAY:
		builder_text(document->builder, "$$", 2);
		break;
	case MD_SPAN_CODE:
		builder_code(document->builder, false);
		break;
	case MD_SPAN_IMG:
	case MD_SPAN_DEL:
	case MD_SPAN_WIKILINK:
	case MD_SPAN_U:
		break;
	}
	return 0;
}

// A tag within a paragraph: what ends a line there does so here, an address is kept.
static void
add_tag(struct document *document, const char *tag, size_t length)
{
	static const char *const breaks[] = {"<br", "<p", "</p", "<div", "</div", "<li", "<tr"};
	const char *href = memmem(tag, length, "href=\"", 6);

	for (size_t i = 0; i < ARRAY_LENGTH(breaks); i++) {
		size_t size = strlen(breaks[i]);

		if (length > size && !strncasecmp(tag, breaks[i], size) &&
		    strchr(" />\t\n", tag[size])) {
			builder_break(document->builder);
			return;
		}
	}
	if (length > 2 && !strncasecmp(tag, "<a", 2) && href) {
		size_t left = length - (size_t)(href + 6 - tag);
		const char *end = memchr(href + 6, '"', left);

		if (end)
			builder_link(document->builder, href + 6, (size_t)(end - href - 6));
	} else if (length > 3 && !strncasecmp(tag, "</a>", 4)) {
		builder_link_end(document->builder);
	}
}

static void
add_entity(struct document *document, const char *text, size_t length)
{
	struct strbuf resolved;

	strbuf_init(&resolved);
	entity_append(&resolved, text, length);
	builder_text(document->builder, resolved.data, resolved.length);
	strbuf_release(&resolved);
}

static void
show_hidden(struct document *document, const char *text, size_t length)
{
	static const char shown[] = {
	    [MARKDOWN_STAR] = '*', [MARKDOWN_LINE] = '_', [MARKDOWN_BACKSLASH] = '\\'};
	size_t start = 0;

	for (size_t i = 0; document->hidden && i < length; i++) {
		if (text[i] < MARKDOWN_STAR || text[i] > MARKDOWN_BACKSLASH)
			continue;
		builder_text(document->builder, text + start, i - start);
		builder_text(document->builder, &shown[(unsigned char)text[i]], 1);
		start = i + 1;
	}
	builder_text(document->builder, text + start, length - start);
}

// The line where the text stands; md4c hands out pieces of the document itself.
static void
note_line(struct document *document, const char *text)
{
	const char *from = document->text + document->counted;

	if (text < from || text > document->text + document->length)
		return;
	while ((from = memchr(from, '\n', (size_t)(text - from)))) {
		document->builder->line++;
		from++;
	}
	document->counted = (size_t)(text - document->text);
}

static int
on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE length, void *context)
{
	struct document *document = context;
	struct block_builder *builder = document->builder;

	note_line(document, text);
	switch (type) {
	case MD_TEXT_NULLCHAR:
		break;
	case MD_TEXT_BR:
	case MD_TEXT_SOFTBR:
		builder_break(builder);
		break;
	case MD_TEXT_ENTITY:
		add_entity(document, text, length);
		break;
	case MD_TEXT_HTML:
		if (document->in_html)
			strbuf_add(&document->html, text, length);
		else
			add_tag(document, text, length);
		break;
	case MD_TEXT_NORMAL:
	case MD_TEXT_CODE:
	case MD_TEXT_LATEXMATH:
		show_hidden(document, text, length);
		break;
	}
	return builder->full;
}

int
markdown_blocks_read(struct block_builder *builder, const char *name, const char *text,
		     size_t length, struct error *err)
{
	struct document document = {.builder = builder, .name = name, .err = err};
	const MD_PARSER parser = {
	    .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_LATEXMATHSPANS |
		     MD_FLAG_PERMISSIVEURLAUTOLINKS,
	    .enter_block = enter_block,
	    .leave_block = leave_block,
	    .enter_span = enter_span,
	    .leave_span = leave_span,
	    .text = on_text,
	};
	struct strbuf copy;
	int failed;

	if (guard_markdown(name, text, length, err))
		return -1;
	strbuf_init(&copy);
	document.text = markdown_prepare(&copy, text, &length);
	document.length = length;
	document.hidden = document.text != text;
	strbuf_init(&document.html);
	*err = (struct error){0};
	failed = md_parse(document.text, (MD_SIZE)length, &parser, &document);
	builder_end(builder);
	strbuf_release(&copy);
	strbuf_release(&document.html);
	if (builder->full)
		return error_set(err, ERROR_DATA, _("%s has more than %zu paragraphs"), name,
				 BLOCKS_MOST);
	if (failed && !err->text[0])
		error_out_of_memory();
	return failed ? -1 : 0;
}
