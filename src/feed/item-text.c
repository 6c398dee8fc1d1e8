// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/item-text.h"

#include <string.h>

#include "feed/entity.h"
#include "feed/entry-filler.h"
#include "feed/html-blocks.h"
#include "shoroku/base/strbuf.h"

#define LONGEST_REFERENCE 32

static const char *
skip_tag(struct strbuf *out, const char *html)
{
	const char *end = strchr(html, '>');

	if (!strncmp(html, "<br", 3) || !strncmp(html, "<p", 2))
		strbuf_add_byte(out, '\n');
	return end ? end + 1 : html + strlen(html);
}

static const char *
take_reference(struct strbuf *out, const char *html)
{
	size_t length = strcspn(html, "; \n<");

	if (html[length] != ';' || length > LONGEST_REFERENCE) {
		strbuf_add_byte(out, '&');
		return html + 1;
	}
	entity_append(out, html, length + 1);
	return html + length + 1;
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
			strbuf_add_byte(&out, *html);
			html++;
		}
	}
	result = arena_strndup(arena, out.data, out.length);
	strbuf_release(&out);
	return result;
}

void
item_text_title(struct listing *listing, const char *html)
{
	const char *start;

	if (listing->entry.paper.title)
		return;
	start = listing_excerpt(listing->arena, item_text_plain(listing->arena, html));
	if (*start)
		listing->entry.paper.title = listing_line(listing->arena, start);
}

static const struct labels *
labels_of(struct listing *listing)
{
	if (listing->labels)
		return listing->labels;
	if (!listing->built_in)
		listing->built_in = labels_new();
	return listing->built_in;
}

// The title as a heading, and the item's HTML under it: what a page about the paper would be.
static int
make_blocks(struct listing *listing, const char *html, struct blocks *blocks)
{
	const char *title = listing->entry.paper.title;
	struct block_builder builder;
	struct error ignored;
	int failed;

	builder_init(&builder, blocks);
	builder_begin(&builder, BLOCK_HEADING, 1);
	builder_text(&builder, title, strlen(title));
	builder_end(&builder);
	failed = html_blocks_read(&builder, listing->name, html, strlen(html), &ignored);
	builder_release(&builder);
	return failed;
}

static void
take_fields(struct listing *listing, const struct entry *found)
{
	struct paper *paper = &listing->entry.paper;

	if (!paper->arxiv_id)
		paper->arxiv_id = found->paper.arxiv_id;
	if (!paper->doi)
		paper->doi = found->paper.doi;
	if (!paper->title_original)
		paper->title_original = found->paper.title_original;
	if (!listing->authors.count) {
		for (size_t i = 0; i < found->paper.author_count; i++)
			listing_author(listing, found->paper.authors[i]);
		paper->authors_truncated = found->paper.authors_truncated;
	}
	for (size_t i = 0; i < found->paper.category_count; i++)
		listing_category(listing, found->paper.categories[i]);
	if (!listing->entry.lang)
		listing->entry.lang = found->lang;
}

static void
take_entry(struct listing *listing, const struct entry *found, enum section_role role,
	   const char *label)
{
	const char *none = paper_role_name(SECTION_DETAIL);

	for (size_t i = 0; i < found->section_count; i++) {
		struct section section = found->sections[i];

		if (section.role == SECTION_DETAIL && !strcmp(section.label, none)) {
			section.role = role;
			section.label = label;
		}
		*vec_push(&listing->sections) = section;
	}
	take_fields(listing, found);
}

void
item_text_sections(struct listing *listing, const char *html, enum section_role role,
		   const char *label)
{
	struct outline_paper range = {
	    .form = OUTLINE_HEADING, .title = 0, .first = 1, .day = DATE_NONE};
	struct blocks blocks;
	struct entry found;

	// Without markup it is a text, however much it looks like a list of names.
	if (!listing->entry.paper.title || !strpbrk(html, "<&")) {
		listing_section(listing, role, label, html);
		return;
	}
	blocks_init(&blocks);
	if (make_blocks(listing, html, &blocks)) {
		listing_section(listing, role, label, item_text_plain(listing->arena, html));
	} else if (blocks.list.count > 1) {
		range.end = blocks.list.count;
		entry_filler_fill(listing->arena, &blocks, labels_of(listing), &range, NULL,
				  &found);
		take_entry(listing, &found, role, label);
	}
	blocks_release(&blocks);
}
