// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/builder.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/text/clean.h"

#define MOST_LINKS 1000 // of one block; what has more is no paper's text

void
builder_init(struct block_builder *builder, struct blocks *blocks)
{
	*builder = (struct block_builder){
	    .blocks = blocks, .lead_end = SIZE_MAX, .next = {.kind = BLOCK_PARAGRAPH}};
	strbuf_init(&builder->text);
	strbuf_init(&builder->addresses);
}

void
builder_release(struct block_builder *builder)
{
	strbuf_release(&builder->text);
	strbuf_release(&builder->addresses);
	vec_release(&builder->links);
}

static void
start_over(struct block_builder *builder)
{
	strbuf_clear(&builder->text);
	strbuf_clear(&builder->addresses);
	vec_clear(&builder->links);
	builder->lead_end = SIZE_MAX;
	builder->plain = false;
	builder->prose = false;
	builder->first_line = 0;
}

void
builder_begin(struct block_builder *builder, enum block_kind kind, int level)
{
	bool quoted = builder->next.quoted;

	builder_end(builder);
	builder->next = (struct block){.kind = kind, .level = level, .quoted = quoted};
}

static const char *
cleaned(struct block_builder *builder, size_t start, size_t end, enum clean_form form)
{
	char *text = clean_string(builder->text.data + start, end - start, form);
	const char *result = arena_strdup(&builder->blocks->arena, text);

	free(text);
	return result;
}

static void
add_links(struct block_builder *builder, struct block *block)
{
	block->link_count = builder->links.count;
	block->links =
	    arena_alloc(&builder->blocks->arena, (block->link_count + 1) * sizeof(*block->links));
	for (size_t i = 0; i < block->link_count; i++) {
		const struct builder_link *link = &builder->links.items[i];
		const char *href = builder->addresses.data + link->href;
		size_t end = link->end < builder->text.length ? link->end : builder->text.length;
		char *clean = clean_string(href, strlen(href), CLEAN_LINE);

		block->links[i].href = arena_strdup(&builder->blocks->arena, clean);
		block->links[i].text = cleaned(builder, link->start, end, CLEAN_LINE);
		free(clean);
	}
}

// A text on one line or on several, without blanks at its ends.
static char *
text_of(const struct block_builder *builder, size_t *length)
{
	char *text = clean_string(builder->text.data, builder->text.length, CLEAN_TEXT);
	size_t start = strspn(text, " \n");

	*length = strlen(text);
	while (*length > start && strchr(" \n", text[*length - 1]))
		--*length;
	if (start)
		memmove(text, text + start, *length - start);
	*length -= start;
	text[*length] = '\0';
	return text;
}

void
builder_end(struct block_builder *builder)
{
	size_t length;
	char *text;
	struct block *block;

	if (!builder->text.length && !builder->links.count) {
		builder->next.kind = BLOCK_PARAGRAPH;
		return;
	}
	text = text_of(builder, &length);
	builder->full = builder->full || builder->blocks->list.count >= BLOCKS_MOST;
	if (!builder->full && (length || builder->links.count)) {
		block = blocks_add(builder->blocks, builder->next.kind, builder->next.level, text,
				   length, builder->first_line);
		block->number = builder->next.number;
		block->name = arena_strdup(&builder->blocks->arena, builder->next.name);
		if (block->kind == BLOCK_META)
			block->line = 0;
		block->quoted = builder->next.quoted;
		block->head = builder->next.head;
		block->code = !builder->prose && length;
		if (builder->links.count)
			add_links(builder, block);
		if (builder->lead_end != SIZE_MAX && builder->lead_end)
			block->lead = cleaned(builder, 0, builder->lead_end, CLEAN_LINE);
	}
	free(text);
	start_over(builder);
	builder->next = (struct block){.kind = BLOCK_PARAGRAPH, .quoted = builder->next.quoted};
}

// Notes where emphasis that began the block ends.
static void
note_lead(struct block_builder *builder)
{
	if (!builder->text.length)
		builder->plain = !builder->bold;
	else if (!builder->plain && !builder->bold && builder->lead_end == SIZE_MAX)
		builder->lead_end = builder->text.length;
}

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

static void
add_collapsed(struct block_builder *builder, const char *text, size_t length)
{
	size_t i = 0;

	while (i < length) {
		size_t start = i;

		while (i < length && !is_blank(text[i]))
			i++;
		if (i > start) {
			note_lead(builder);
			builder->prose = builder->prose || !builder->code;
			strbuf_add(&builder->text, text + start, i - start);
		}
		start = i;
		while (i < length && is_blank(text[i]))
			i++;
		if (i > start && builder->text.length &&
		    !is_blank(builder->text.data[builder->text.length - 1]))
			strbuf_add_byte(&builder->text, ' ');
	}
}

void
builder_text(struct block_builder *builder, const char *text, size_t length)
{
	if (!builder->first_line)
		builder->first_line = builder->line;
	if (!builder->preformatted) {
		add_collapsed(builder, text, length);
		return;
	}
	note_lead(builder);
	builder->prose = true;
	strbuf_add(&builder->text, text, length);
}

// Words set as code side by side are a list.
void
builder_code(struct block_builder *builder, bool begins)
{
	size_t length = builder->text.length;

	if (begins && length && !builder->prose && builder->text.data[length - 1] == ' ') {
		strbuf_truncate(&builder->text, length - 1);
		strbuf_add(&builder->text, ", ", 2);
	} else if (begins && length > 1 && builder->after_code == length - 1 &&
		   builder->text.data[length - 1] == ' ') {
		strbuf_truncate(&builder->text, length - 1);
		strbuf_add(&builder->text, ", ", 2);
	}
	builder->code = begins;
	if (!begins)
		builder->after_code = length;
}

void
builder_break(struct block_builder *builder)
{
	if (builder->text.length)
		strbuf_add_byte(&builder->text, '\n');
}

void
builder_bold(struct block_builder *builder, bool begins)
{
	if (!begins && builder->bold == 1 && builder->text.length && !builder->plain &&
	    builder->lead_end == SIZE_MAX)
		builder->lead_end = builder->text.length;
	builder->bold += begins ? 1 : builder->bold > 0 ? -1 : 0;
}

void
builder_link(struct block_builder *builder, const char *href, size_t length)
{
	struct builder_link *link;

	builder_link_end(builder);
	if (builder->links.count >= MOST_LINKS)
		return;
	builder_bold(builder, true);
	link = vec_push(&builder->links);
	link->start = builder->text.length;
	link->end = SIZE_MAX;
	link->href = builder->addresses.length;
	strbuf_add(&builder->addresses, href, length);
	strbuf_add_byte(&builder->addresses, '\0');
}

void
builder_link_end(struct block_builder *builder)
{
	size_t count = builder->links.count;

	if (!count || builder->links.items[count - 1].end != SIZE_MAX)
		return;
	builder->links.items[count - 1].end = builder->text.length;
	builder_bold(builder, false);
}

void
builder_address(struct block_builder *builder, const char *href)
{
	struct builder_link *link;

	if (builder->links.count >= MOST_LINKS)
		return;
	link = vec_push(&builder->links);
	link->start = link->end = builder->text.length;
	link->href = builder->addresses.length;
	strbuf_add(&builder->addresses, href, strlen(href));
	strbuf_add_byte(&builder->addresses, '\0');
}

void
builder_part(struct block_builder *builder, const char *name)
{
	struct block *block;

	builder_end(builder);
	builder->full = builder->full || builder->blocks->list.count >= BLOCKS_MOST;
	if (builder->full)
		return;
	block = blocks_add(builder->blocks, name ? BLOCK_OPEN : BLOCK_CLOSE, 0, "", 0, 0);
	block->name = arena_strdup(&builder->blocks->arena, name);
}
