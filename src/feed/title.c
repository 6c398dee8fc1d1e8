// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/title.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "feed/authors.h"
#include "feed/entry-fields.h"
#include "feed/identifiers.h"
#include "feed/page-date.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/text/clean.h"
#include "shoroku/text/utf8.h"

#define LONGEST_LINE 300  // bytes of a line that may be a title
#define LEAST_LINK_TEXT 8 // bytes; shorter links are buttons

// Signs and symbols, but not mathematical ones, and no punctuation.
static bool
is_emoji(uint32_t c)
{
	return (c >= 0x2190 && c < 0x2200) || (c >= 0x2300 && c < 0x2E80) || c == 0xFE0F ||
	       c == 0x200D || c == 0x20E3 || c >= 0x1F000;
}

static const char *
skip_emoji(const char *text)
{
	size_t length = strlen(text);
	size_t at = 0;

	while (at < length) {
		size_t next = at;

		if (text[at] != ' ' && !is_emoji(utf8_next(text, length, &next)))
			break;
		at = text[at] == ' ' ? at + 1 : next;
	}
	return at < length ? text + at : text;
}

// Where it was listed first: "(from hep-ph, replaced)", "(hep-ph)".
static void
drop_origin(char *text)
{
	char *open = strrchr(text, '(');
	size_t length = strlen(text);

	if (!open || open == text || text[length - 1] != ')')
		return;
	text[length - 1] = '\0';
	if (!strncmp(open, "(from ", 6) || entry_fields_is_category(open + 1))
		*open = '\0';
	else
		text[length - 1] = ')';
}

const char *
title_clean(struct arena *arena, const char *text)
{
	char *line = clean_string(text, strlen(text), CLEAN_LINE);
	const char *start;
	char *result;
	size_t length;

	drop_origin(line);
	start = line + strspn(line, "# ");
	start = skip_emoji(outline_skip_number(skip_emoji(start)));
	length = strlen(start);
	while (length && strchr(" *", start[length - 1]))
		length--;
	while (length && strchr(" *", *start)) {
		start++;
		length--;
	}
	result = arena_strndup(arena, start, length);
	free(line);
	return result;
}

const char *
title_label(struct arena *arena, const char *text, size_t length)
{
	char *copy = memory_strndup(text, length);
	char *line = clean_string(copy, length, CLEAN_LINE);
	const char *start = skip_emoji(line + strspn(line, "# "));
	const char *result;

	length = strlen(start);
	while (length && strchr(" *:#", start[length - 1]))
		length--;
	if (length >= 3 && !strncmp(start + length - 3, "：", 3))
		length -= 3;
	result = length ? arena_strndup(arena, start, length) : arena_strdup(arena, line);
	free(line);
	free(copy);
	return result;
}

static bool
is_east_asian(const char *text)
{
	struct utf8_scripts scripts = {0};

	utf8_count_scripts(&scripts, text, strlen(text));
	return scripts.han + scripts.kana + scripts.hangul >= 2;
}

bool
title_is_other(const char *title, const char *text)
{
	struct utf8_scripts scripts = {0};
	size_t length = strlen(text);

	if (!title || !length || length > LONGEST_LINE || strchr(text, '\n') ||
	    !is_east_asian(title))
		return false;
	utf8_count_scripts(&scripts, text, length);
	return scripts.latin >= 8 && !scripts.han && !scripts.kana && !scripts.hangul &&
	       text[length - 1] != '.';
}

static void
find_in_part(const struct blocks *blocks, const struct outline_paper *paper, struct title *title)
{
	const struct block *list = blocks->list.items;

	for (size_t i = paper->first; i < paper->end; i++) {
		if (list[i].kind == BLOCK_HEADING && *list[i].text) {
			title->block = i;
			title->text = list[i].text;
			return;
		}
	}
	for (size_t i = paper->first; i < paper->end; i++) {
		if (list[i].link_count && list[i].kind != BLOCK_META &&
		    strlen(list[i].links[0].text) >= LEAST_LINK_TEXT) {
			title->block = i;
			title->text = list[i].links[0].text;
			return;
		}
	}
}

// "Title (A. Bell, B. Li)": the names in the last parentheses, which may hold parentheses themselves.
static bool
split_names(struct arena *arena, const char *line, struct title *title)
{
	size_t length = strlen(line);
	size_t at = length;
	int depth = 0;
	const char *names;

	if (!length || line[length - 1] != ')')
		return false;
	do {
		at--;
		depth += line[at] == ')' ? 1 : line[at] == '(' ? -1 : 0;
	} while (at && depth);
	if (!at || depth)
		return false;
	names = arena_strndup(arena, line + at + 1, length - at - 2);
	if (!authors_look_like(names))
		return false;
	title->text = arena_strndup(arena, line, at);
	title->authors = names;
	return true;
}

static bool
ends_like_sentence(const char *text)
{
	size_t length = strlen(text);

	return (length >= 3 && !strcmp(text + length - 3, "。")) ||
	       (length && text[length - 1] == '.');
}

// Without any heading: the first line, where it is short and more follows.
static void
find_in_lines(struct arena *arena, const struct blocks *blocks, struct title *title)
{
	const struct block *list = blocks->list.items;
	size_t i = 0;

	while (i < blocks->list.count &&
	       (list[i].kind != BLOCK_PARAGRAPH || identifiers_are_all(list[i].text) ||
		outline_is_links(&list[i])))
		i++;
	if (i == blocks->list.count || strchr(list[i].text, '\n') || list[i].link_count)
		return;
	if (split_names(arena, list[i].text, title)) {
		title->block = i;
	} else if (strlen(list[i].text) <= LONGEST_LINE && !ends_like_sentence(list[i].text) &&
		   i + 1 < blocks->list.count && page_date_in(list[i].text) == DATE_NONE) {
		title->block = i;
		title->text = list[i].text;
	}
}

// The front matter's or the page's title, and the front matter's in the other language.
static void
find_in_meta(const struct blocks *blocks, const struct labels *labels, const char **printed,
	     const char **other)
{
	for (size_t i = 0; i < blocks->list.count; i++) {
		const struct block *block = &blocks->list.items[i];
		const struct label *label;

		if (block->kind != BLOCK_META)
			continue;
		label = labels_find(labels, block->name, strlen(block->name));
		if (!*printed && !strcmp(block->name, "title") &&
		    page_date_in(block->text) == DATE_NONE)
			*printed = block->text;
		else if (!*other && label && label->kind == LABEL_TITLE)
			*other = block->text;
	}
}

static void
find_in_whole(struct arena *arena, const struct blocks *blocks, const struct labels *labels,
	      struct title *title)
{
	const char *printed = NULL;
	const char *other = NULL;

	for (size_t i = 0; i < blocks->list.count && !title->text; i++) {
		const struct block *block = &blocks->list.items[i];

		if (block->kind != BLOCK_HEADING || !*block->text)
			continue;
		if (page_date_in(block->text) != DATE_NONE)
			continue;
		if (block->level > 1 || labels_find(labels, block->text, strlen(block->text)))
			break;
		title->block = i;
		title->text = block->text;
	}
	find_in_meta(blocks, labels, &printed, &other);
	if (title->text) {
		if (other && strcmp(other, title->text) != 0)
			title->other = other;
		else if (printed && is_east_asian(printed) != is_east_asian(title->text))
			title->other = printed;
	} else if (printed && other && is_east_asian(other) && !is_east_asian(printed)) {
		title->text = other;
		title->other = printed;
	} else if (printed) {
		title->text = printed;
		title->other = other;
	} else {
		find_in_lines(arena, blocks, title);
	}
}

void
title_find(struct arena *arena, const struct blocks *blocks, const struct labels *labels,
	   const struct outline_paper *paper, struct title *title)
{
	const struct block *list = blocks->list.items;

	*title = (struct title){.block = SIZE_MAX};
	switch (paper->form) {
	case OUTLINE_HEADING:
	case OUTLINE_ROW:
		title->block = paper->title;
		title->text = list[paper->title].text;
		break;
	case OUTLINE_ITEM:
		title->block = paper->title;
		title->text = arena_strndup(arena, list[paper->title].text,
					    outline_item_name(&list[paper->title]));
		break;
	case OUTLINE_PART:
		find_in_part(blocks, paper, title);
		break;
	case OUTLINE_WHOLE:
		find_in_whole(arena, blocks, labels, title);
		break;
	}
}

void
title_use(struct arena *arena, const struct title *title, struct paper *paper)
{
	struct authors authors;

	if (!title->text)
		return;
	paper->title = title_clean(arena, title->text);
	if (!*paper->title)
		paper->title = NULL;
	if (title->other)
		paper->title_original = title_clean(arena, title->other);
	if (title->authors) {
		authors_split(arena, title->authors, &authors);
		paper->authors = authors.names;
		paper->author_count = authors.count;
		paper->authors_truncated = authors.truncated;
	}
}

// The file's name without date and ending, where words are left: "250515 AlphaEvolve.md".
static const char *
from_path(struct arena *arena, const char *path)
{
	static const char not_words[] = "0123456789 -_.年月日";
	const char *slash = path ? strrchr(path, '/') : NULL;
	const char *name = slash ? slash + 1 : path;
	const char *dot = name ? strrchr(name, '.') : NULL;
	char *stem;
	const char *result = NULL;

	if (!name || !dot)
		return NULL;
	stem = memory_strndup(name, (size_t)(dot - name));
	if (strchr(stem, ' ') && stem[strspn(stem, not_words)])
		result = title_clean(arena, stem + strspn(stem, not_words));
	free(stem);
	return result && *result ? result : NULL;
}

// Up to the first sentence's end, and not more than a title may have.
static const char *
from_text(struct arena *arena, const char *text)
{
	const char *end = strstr(text, "。");
	size_t length = strcspn(text, "\n");

	if (end && (size_t)(end - text) < length)
		length = (size_t)(end - text);
	if (length > LONGEST_LINE) {
		length = LONGEST_LINE;
		while (length && ((unsigned char)text[length] & 0xC0) == 0x80)
			length--;
	}
	return title_clean(arena, arena_strndup(arena, text, length));
}

void
title_make(struct arena *arena, const char *path, struct entry *entry)
{
	struct paper *paper = &entry->paper;
	struct strbuf id;

	paper->title = from_path(arena, path);
	if (paper->title)
		return;
	strbuf_init(&id);
	if (paper->arxiv_id) {
		strbuf_addf(&id, "arXiv:%s", paper->arxiv_id);
		paper->title = arena_strdup(arena, id.data);
	} else if (entry->section_count) {
		paper->title = from_text(arena, entry->sections[0].text);
	}
	if (paper->title && !*paper->title)
		paper->title = NULL;
	strbuf_release(&id);
}
