// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "feed/entry-filler.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "feed/authors.h"
#include "feed/entry-fields.h"
#include "feed/filler.h"
#include "feed/identifiers.h"
#include "feed/outline-tables.h"
#include "feed/piece.h"
#include "feed/title.h"
#include "shoroku/base/strbuf.h"

#define LONGEST_NAME 40	   // bytes before a colon
#define LONGEST_MATTER 160 // bytes of a line that is no prose

static void
fill_field(struct filler *filler, const struct label *label, const char *text, size_t length,
	   const struct block *block)
{
	const char *value = arena_strndup(filler->arena, text, length);

	entry_fields_take(filler->arena, filler->entry, label, value);
	if (label->kind != LABEL_LINKS)
		return;
	for (size_t i = 0; i < block->link_count; i++)
		identifiers_take_word(filler->arena, block->links[i].href, &filler->entry->paper);
}

// Whether a value ends in a colon of either width: more of it follows.
static bool
goes_on(const char *value, size_t length)
{
	return value[length - 1] == ':' || (length >= 3 && !strncmp(value + length - 3, "：", 3));
}

static void
take_piece(struct filler *filler, const struct piece *piece, const char *line, size_t length,
	   const struct block *block)
{
	const char *value = line + piece->value;
	size_t left = length - piece->value;

	if (piece->label->kind != LABEL_SECTION) {
		if (left)
			fill_field(filler, piece->label, value, left, block);
		if (left && !goes_on(value, left))
			return;
		filler_close(filler);
		filler->field = piece->label;
		return;
	}
	filler_open(filler, piece->label->role, line, piece->label_length, FILLER_NO_LEVEL);
	filler->label = piece->label;
	if (left)
		filler_add_line(filler, "", value, left);
}

// Whether a label on this line opens something here: within a section of a heading, items of lists are
// its text unless they fill a field.
static bool
counts_here(const struct filler *filler, const struct piece *piece, const struct block *block)
{
	if (filler->open.label && filler->level < FILLER_NO_LEVEL && piece->label == filler->label)
		return false;
	if (piece->label->kind != LABEL_SECTION)
		return !(filler->open.label && filler->level < FILLER_NO_LEVEL &&
			 block->kind == BLOCK_LIST_ITEM && piece->label->kind == LABEL_MATTER);
	return block->kind != BLOCK_LIST_ITEM || !filler->open.label ||
	       filler->level >= FILLER_NO_LEVEL;
}

// "arXiv: 2602.1 | Categories: cs.IR": every part of the line has a label.
static bool
take_parts(struct filler *filler, const char *line, size_t length, const struct block *block)
{
	struct piece piece;
	size_t parts = 0;

	if (!memchr(line, '|', length))
		return false;
	for (int pass = 0; pass < 2; pass++) {
		for (size_t at = 0; at < length;) {
			const char *bar = memmem(line + at, length - at, " | ", 3);
			size_t size = bar ? (size_t)(bar - line) - at : length - at;

			if (!piece_find(filler->labels, line + at, size, &piece) ||
			    piece.label->kind == LABEL_SECTION || piece.value >= size)
				return false;
			if (pass)
				fill_field(filler, piece.label, line + at + piece.value,
					   size - piece.value, block);
			parts++;
			at += size + 3;
		}
		if (parts < 2)
			return false;
	}
	return true;
}

// "Score: 7.2 / 10", "**Venue**: ICLR 2026": a name and a few words are no prose where no section is open.
static bool
is_matter(const struct block *block, const char *line, size_t length)
{
	const char *colon = memchr(line, ':', length < LONGEST_NAME ? length : LONGEST_NAME);
	const char *wide = memmem(line, length < LONGEST_NAME ? length : LONGEST_NAME, "：", 3);

	if (length > LONGEST_MATTER && !memchr(line, '|', length))
		return false;
	if (wide && (!colon || wide < colon))
		colon = wide;
	if (length > 3 && !strncmp(line, "[!", 2))
		return true; // "[!NOTE]" before a quotation
	if (length && *line == '`' && length <= LONGEST_NAME)
		return true; // a keyword whose second mark is missing
	return colon && (length <= LONGEST_MATTER || memmem(line, length, " | ", 3)) &&
	       !memmem(line, length, "。", 3) && line[length - 1] != '.' &&
	       (block->kind == BLOCK_LIST_ITEM || block->lead || !strncmp(block->text, "[!", 2));
}

static void
take_line(struct filler *filler, const struct block *block, const char *line, size_t length,
	  bool first)
{
	struct piece piece;
	char mark[16] = "";

	if (take_parts(filler, line, length, block))
		return;
	if (piece_find(filler->labels, line, length, &piece) &&
	    counts_here(filler, &piece, block)) {
		take_piece(filler, &piece, line, length, block);
		return;
	}
	if (filler->field) {
		fill_field(filler, filler->field, line, length, block);
		return;
	}
	if (!filler->open.label && is_matter(block, line, length))
		return;
	if (first && block->kind == BLOCK_LIST_ITEM && block->number)
		snprintf(mark, sizeof(mark), "%d. ", block->number % 100000);
	else if (first && block->kind == BLOCK_LIST_ITEM)
		snprintf(mark, sizeof(mark), "%*s- ", 2 * ((block->level - 1) % 4), "");
	filler_add_line(filler, mark, line, length);
}

// What stands directly under the title and is no text: names, a title in the other script.
static bool
take_head(struct filler *filler, const struct block *block)
{
	struct paper *paper = &filler->entry->paper;
	struct authors authors;

	if (filler->field || filler->level < FILLER_NO_LEVEL)
		return false;
	if (!paper->author_count && !filler->began && !filler->open.label &&
	    !(block->quoted && title_is_other(paper->title, block->text)) &&
	    authors_look_like(block->text)) {
		authors_split(filler->arena, block->text, &authors);
		paper->authors = authors.names;
		paper->author_count = authors.count;
		paper->authors_truncated = authors.truncated;
		return true;
	}
	if (!paper->title_original && (block->quoted || !filler->began) &&
	    title_is_other(paper->title, block->text)) {
		paper->title_original = title_clean(filler->arena, block->text);
		return true;
	}
	return false;
}

static void
take_lines(struct filler *filler, const struct block *block)
{
	bool first = true;

	for (const char *line = block->text; *line;) {
		size_t length = strcspn(line, "\n");

		if (length)
			take_line(filler, block, line, length, first);
		first = false;
		line += length + (line[length] == '\n');
	}
}

static void
take_links(struct filler *filler, const struct block *block)
{
	for (size_t i = 0; i < block->link_count; i++) {
		const struct block_link *link = &block->links[i];

		if (entry_fields_is_category(link->text))
			entry_fields_add_category(filler->arena, &filler->entry->paper, link->text);
		else
			identifiers_take_word(filler->arena, link->href, &filler->entry->paper);
	}
}

static void
take_heading(struct filler *filler, const struct block *block)
{
	size_t length = strlen(block->text);
	bool parenthesis = *block->text == '(';
	const char *text = block->text + parenthesis;
	struct piece piece;

	length -= parenthesis;
	length -= parenthesis && length && text[length - 1] == ')';
	if (piece_find(filler->labels, text, length, &piece)) {
		if (piece.value < length && piece.label->kind != LABEL_SECTION) {
			fill_field(filler, piece.label, text + piece.value, length - piece.value,
				   block);
			return;
		}
		if (piece.label->kind == LABEL_SECTION) {
			filler_note_outer(filler, block->level);
			filler_open(filler, piece.label->role, text, piece.label_length,
				    block->level);
			filler->label = piece.label;
			if (piece.value < length)
				filler_add_line(filler, "", text + piece.value,
						length - piece.value);
			return;
		}
		filler_close(filler);
		filler->field = piece.label;
		filler->level = block->level;
		return;
	}
	if (filler->field && block->level > filler->level)
		return;
	if (filler->open.label && (filler->unlabelled || block->level > filler->level)) {
		filler_add_line(filler, "", block->text, strlen(block->text));
		return;
	}
	if (block->level > filler->outer_level) {
		filler_resume_outer(filler);
		filler_add_line(filler, "", block->text, strlen(block->text));
		return;
	}
	filler_open(filler, SECTION_DETAIL, block->text, strlen(block->text), block->level);
	filler->unlabelled = true;
}

// A row of two cells, the first a label; of more cells, a line of text.
static size_t
take_row(struct filler *filler, size_t first)
{
	size_t end = outline_tables_row_end(filler->all, first);
	const struct block *cell = &filler->blocks[first];
	const struct label *label = labels_find(filler->labels, cell->text, strlen(cell->text));
	struct strbuf row;

	if (end - first == 2 && cell->head && !label)
		return end;
	if (end - first == 2 && label && label->kind == LABEL_SECTION) {
		filler_open(filler, label->role, cell->text, strlen(cell->text), FILLER_NO_LEVEL);
		take_lines(filler, cell + 1);
		return end;
	}
	if (end - first == 2 && label) {
		fill_field(filler, label, cell[1].text, strlen(cell[1].text), cell + 1);
		return end;
	}
	strbuf_init(&row);
	for (size_t i = first; i < end; i++) {
		strbuf_add_string(&row, i > first ? " | " : "");
		strbuf_add_string(&row, filler->blocks[i].text);
	}
	if (filler->field)
		fill_field(filler, filler->field, row.data, row.length, cell);
	else if (row.length > 3 * (end - first - 1))
		filler_add_line(filler, "", row.data, row.length);
	strbuf_release(&row);
	return end;
}

static void
take_meta(struct filler *filler, const struct block *block)
{
	const struct label *label = labels_find(filler->labels, block->name, strlen(block->name));

	if (!label || filler->range->form == OUTLINE_ITEM)
		return;
	if (label->kind == LABEL_SECTION) {
		filler_open(filler, label->role, block->name, strlen(block->name), FILLER_NO_LEVEL);
		filler_add_line(filler, "", block->text, strlen(block->text));
		filler_close(filler);
		filler->began = false;
		return;
	}
	entry_fields_take(filler->arena, filler->entry, label, block->text);
}

// What is no prose: keywords set as code, code itself. Labels in it are none.
static bool
take_code(struct filler *filler, const struct block *block)
{
	static const struct label tags = {.kind = LABEL_TAGS};

	if (block->kind == BLOCK_CODE && !filler->field)
		filler_add_line(filler, "", block->text, strlen(block->text));
	else if (block->kind != BLOCK_CODE && block->code && !filler->field && !filler->open.label)
		entry_fields_take(filler->arena, filler->entry, &tags, block->text);
	else
		return block->kind == BLOCK_CODE;
	return true;
}

static void
take_block(struct filler *filler, const struct block *block)
{
	if (take_code(filler, block))
		return;
	loose_ids_note(&filler->loose, filler->arena, block);
	if (!filler->field && outline_is_links(block)) {
		take_links(filler, block);
		return;
	}
	if (identifiers_are_all(block->text)) {
		identifiers_take(filler->arena, block->text, &filler->entry->paper);
		return;
	}
	if (!take_head(filler, block))
		take_lines(filler, block);
}

// In a part of a page, counts and ids may stand before the title.
static bool
is_before_title(const struct filler *filler, size_t i)
{
	return filler->range->form == OUTLINE_PART && filler->title != SIZE_MAX &&
	       i < filler->title && filler->blocks[i].kind != BLOCK_META;
}

static void
walk(struct filler *filler)
{
	size_t i = filler->range->first;

	if (filler->range->form == OUTLINE_HEADING)
		take_links(filler, &filler->blocks[filler->title]);
	while (i < filler->range->end) {
		const struct block *block = &filler->blocks[i];

		if (i == filler->title || is_before_title(filler, i)) {
			filler_close(filler);
			take_links(filler, block);
			i++;
			continue;
		}
		switch (block->kind) {
		case BLOCK_HEADING:
			take_heading(filler, block);
			break;
		case BLOCK_CELL:
			loose_ids_note(&filler->loose, filler->arena, block);
			i = take_row(filler, i);
			continue;
		case BLOCK_META:
			take_meta(filler, block);
			break;
		case BLOCK_PARAGRAPH:
		case BLOCK_LIST_ITEM:
		case BLOCK_CODE:
			take_block(filler, block);
			break;
		case BLOCK_RULE:
		case BLOCK_OPEN:
		case BLOCK_CLOSE:
			break;
		}
		i++;
	}
	filler_close(filler);
}

// A paper in a row: the cells are what the table's head calls them.
static void
walk_row(struct filler *filler)
{
	const struct outline_paper *range = filler->range;

	for (size_t i = range->first; i < range->end; i++) {
		const struct block *head = &filler->blocks[range->head + i - range->first];
		const struct block *cell = &filler->blocks[i];
		const struct label *label =
		    labels_find(filler->labels, head->text, strlen(head->text));

		loose_ids_note(&filler->loose, filler->arena, cell);
		if (i == range->title || !*cell->text)
			take_links(filler, cell);
		else if (label && label->kind == LABEL_SECTION) {
			filler_open(filler, label->role, head->text, strlen(head->text),
				    FILLER_NO_LEVEL);
			filler_add_line(filler, "", cell->text, strlen(cell->text));
		} else if (label)
			fill_field(filler, label, cell->text, strlen(cell->text), cell);
	}
	filler_close(filler);
}

// An item's text after its name and the dash.
static void
walk_item(struct filler *filler)
{
	const struct block *item = &filler->blocks[filler->range->first];
	const char *text = item->text + outline_item_name(item);

	loose_ids_note(&filler->loose, filler->arena, item);
	take_links(filler, item);
	text += strspn(text, " ");
	text += !strncmp(text, "—", 3) || !strncmp(text, "–", 3) ? 3 : *text == '-';
	text += strspn(text, " ");
	if (*text)
		filler_add_line(filler, "", text, strlen(text));
	for (size_t i = filler->range->first + 1; i < filler->range->end; i++)
		take_block(filler, &filler->blocks[i]);
	filler_close(filler);
}

static void
finish(struct filler *filler)
{
	struct entry *entry = filler->entry;

	loose_ids_use(&filler->loose, filler->arena, &entry->paper);
	entry->section_count = filler->sections.count;
	entry->sections =
	    arena_alloc(filler->arena, (entry->section_count + 1) * sizeof(*entry->sections));
	if (entry->section_count)
		memcpy(entry->sections, filler->sections.items,
		       entry->section_count * sizeof(*entry->sections));
	entry_fields_finish(entry);
}

static enum filled
judge(const struct filler *filler)
{
	const struct paper *paper = &filler->entry->paper;

	if (!paper->title)
		return FILLED_NOTHING;
	if (filler->labelled || paper->arxiv_id || paper->doi || paper->url || paper->pdf_url ||
	    paper->author_count)
		return FILLED_PAPER;
	return filler->entry->section_count ? FILLED_PROSE : FILLED_NOTHING;
}

enum filled
entry_filler_fill(struct arena *arena, const struct blocks *blocks, const struct labels *labels,
		  const struct outline_paper *paper, const char *path, struct entry *entry)
{
	struct filler filler = {
	    .arena = arena,
	    .all = blocks,
	    .blocks = blocks->list.items,
	    .labels = labels,
	    .range = paper,
	    .entry = entry,
	    .level = FILLER_NO_LEVEL,
	    .outer_level = FILLER_NO_LEVEL,
	};
	struct title title;
	enum filled result;

	*entry = (struct entry){.date = DATE_NONE, .announcement = paper->announcement};
	strbuf_init(&filler.text);
	title_find(arena, blocks, labels, paper, &title);
	filler.title = title.block;
	title_use(arena, &title, &entry->paper);
	if (paper->form == OUTLINE_ROW)
		walk_row(&filler);
	else if (paper->form == OUTLINE_ITEM)
		walk_item(&filler);
	else
		walk(&filler);
	finish(&filler);
	if (!entry->paper.title)
		title_make(arena, path, entry);
	result = judge(&filler);
	strbuf_release(&filler.text);
	vec_release(&filler.sections);
	return result;
}
