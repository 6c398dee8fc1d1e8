// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/outline.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "feed/authors.h"
#include "feed/identifiers.h"
#include "feed/outline-parts.h"
#include "feed/outline-tables.h"
#include "feed/page-date.h"
#include "feed/piece.h"
#include "shoroku/text/fold.h"
#include "shoroku/text/utf8.h"

#define EVIDENCE_BLOCKS 12 // further down nothing tells that a heading is a title
#define LEVELS 7

enum evidence { EVIDENCE_NONE, EVIDENCE_WEAK, EVIDENCE_STRONG };

struct finder {
	struct outline *outline;
	const struct blocks *all;
	const struct block *blocks;
	size_t count;
	const struct labels *labels;
	int level; // of the papers' headings; 0: there are none
	date_day day;
	bool day_directly; // the last heading was the day's
	enum announcement announcement;
	bool headings_have_papers;
};

const char *
outline_skip_number(const char *title)
{
	const char *start = title;

	for (;;) {
		const char *at = start + strspn(start, " ");
		bool bracket = *at == '[' || *at == '(';
		size_t digits;

		at += bracket;
		digits = strspn(at, "0123456789");
		if (!digits || digits > 4)
			break;
		at += digits;
		if (bracket ? !strchr("])", *at) || !*at : !strchr(".)", *at) || !*at)
			break;
		at++;
		if (*at != ' ' && *at != ',' && !bracket)
			break;
		at += strspn(at, ", ");
		if (!*at)
			break;
		start = at;
	}
	return start;
}

bool
outline_is_links(const struct block *block)
{
	const char *at = block->text;

	if (!block->link_count)
		return false;
	for (size_t i = 0; i < block->link_count; i++) {
		const char *text = block->links[i].text;
		const char *found = *text ? strstr(at, text) : at;

		if (!found || strspn(at, " |·/,;[]()-\n") < (size_t)(found - at))
			return false;
		at = found + strlen(text);
	}
	return !at[strspn(at, " |·/,;[]()-\n")];
}

static const struct label *
label_of(const struct finder *finder, const struct block *block)
{
	return labels_find(finder->labels, block->text, strlen(block->text));
}

static bool
has_id(const struct block *block)
{
	const char *id;

	for (size_t i = 0; i < block->link_count; i++) {
		if (identifiers_arxiv(block->links[i].href, &id) ||
		    strstr(block->links[i].href, "doi.org/10."))
			return true;
	}
	return false;
}

static enum evidence
evidence_of_label(const struct label *label)
{
	switch (label->kind) {
	case LABEL_AUTHORS:
	case LABEL_LINKS:
	case LABEL_PUBLISHED:
	case LABEL_TITLE:
		return EVIDENCE_STRONG;
	case LABEL_SECTION:
		return EVIDENCE_WEAK;
	case LABEL_DAY:
	case LABEL_TAGS:
	case LABEL_MATTER:
		break;
	}
	return EVIDENCE_NONE;
}

// The best that the lines of a block say.
static enum evidence
evidence_in(const struct finder *finder, const struct block *block)
{
	enum evidence best = EVIDENCE_NONE;

	for (const char *line = block->text; *line;) {
		size_t length = strcspn(line, "\n");
		struct piece piece;

		if (piece_find(finder->labels, line, length, &piece) &&
		    evidence_of_label(piece.label) > best)
			best = evidence_of_label(piece.label);
		line += length + (line[length] == '\n');
	}
	if (block->kind != BLOCK_CELL &&
	    (identifiers_are_all(block->text) || (outline_is_links(block) && has_id(block))))
		best = EVIDENCE_STRONG;
	return best;
}

static bool
may_be_title(const struct finder *finder, const struct block *block)
{
	return block->kind == BLOCK_HEADING && *block->text && !label_of(finder, block) &&
	       (page_date_in(block->text) == DATE_NONE || has_id(block));
}

static enum evidence
evidence_under(const struct finder *finder, size_t heading)
{
	const struct block *title = &finder->blocks[heading];
	bool numbered = outline_skip_number(title->text) > title->text;
	enum evidence best = *title->text == '[' && numbered ? EVIDENCE_WEAK : EVIDENCE_NONE;
	size_t end = heading + 1 + EVIDENCE_BLOCKS;

	if (has_id(title))
		return EVIDENCE_STRONG;
	for (size_t i = heading + 1; i < finder->count && i < end; i++) {
		const struct block *block = &finder->blocks[i];
		const struct label *label =
		    block->kind == BLOCK_HEADING ? label_of(finder, block) : NULL;
		enum evidence found;

		if (block->kind == BLOCK_HEADING && (!label || block->level <= title->level))
			break;
		// In a table only the first column holds labels of rows.
		if (block->kind == BLOCK_CELL && (block->level || block->head))
			continue;
		found = label ? evidence_of_label(label) : evidence_in(finder, block);
		if (i == heading + 1 && numbered && authors_look_like(block->text))
			found = EVIDENCE_STRONG;
		best = found > best ? found : best;
		if (best == EVIDENCE_STRONG)
			break;
	}
	return best;
}

// Decides at which level the papers' headings stand; the number of them, and in *sure of those with
// more than labels under them.
static size_t
find_level(struct finder *finder, size_t *sure)
{
	size_t strong[LEVELS] = {0};
	size_t any[LEVELS] = {0};
	int best = 0;

	for (size_t i = 0; i < finder->count; i++) {
		const struct block *block = &finder->blocks[i];
		enum evidence evidence;

		if (!may_be_title(finder, block))
			continue;
		evidence = evidence_under(finder, i);
		strong[block->level] += evidence == EVIDENCE_STRONG;
		any[block->level] += evidence != EVIDENCE_NONE;
	}
	for (int level = 1; level < LEVELS; level++) {
		if (strong[level] > strong[best] ||
		    (!strong[best] && !strong[level] && any[level] > any[best]))
			best = level;
	}
	finder->level = best;
	*sure = strong[best];
	return any[best];
}

static bool
front_matter_names_paper(const struct finder *finder)
{
	for (size_t i = 0; i < finder->count; i++) {
		const struct block *block = &finder->blocks[i];
		const struct label *label;
		const char *id;

		if (block->kind != BLOCK_META || !block->line)
			continue;
		label = labels_find(finder->labels, block->name, strlen(block->name));
		if (label && (label->kind == LABEL_AUTHORS ||
			      (label->kind == LABEL_LINKS && identifiers_arxiv(block->text, &id))))
			return true;
	}
	return false;
}

// Whether a heading can be nothing but a paper's title: a number in brackets, a link to a paper.
static bool
is_surely_title(const struct block *block)
{
	return has_id(block) ||
	       (*block->text == '[' && outline_skip_number(block->text) > block->text);
}

// Whether the first heading that could be a title has no other of its level or above beside it, and
// no sure one below.
static bool
has_one_title(const struct finder *finder)
{
	size_t titles = 0;
	int level = 0;

	for (size_t i = 0; i < finder->count; i++) {
		const struct block *block = &finder->blocks[i];

		if (block->kind != BLOCK_HEADING || !*block->text || label_of(finder, block))
			continue;
		if ((!level && !may_be_title(finder, block)) ||
		    (level && block->level > level && is_surely_title(block)))
			return false;
		if (!level)
			level = block->level;
		titles += block->level <= level;
	}
	return titles == 1;
}

static enum announcement
announcement_of(const char *heading)
{
	char *folded = fold_string(heading);
	enum announcement result = ANNOUNCED_NEW;

	if (strstr(folded, "replace"))
		result = ANNOUNCED_REPLACED;
	else if (strstr(folded, "cross-list") || strstr(folded, "cross list"))
		result = ANNOUNCED_CROSS;
	free(folded);
	return result;
}

static struct outline_paper *
add_paper(struct finder *finder, enum outline_form form, size_t first, size_t end)
{
	struct outline_paper *paper = vec_push(&finder->outline->papers);

	paper->form = form;
	paper->first = first;
	paper->end = end;
	paper->title = SIZE_MAX;
	paper->day = finder->day;
	paper->announcement = finder->announcement;
	return paper;
}

static size_t
end_of_paper(const struct finder *finder, size_t heading)
{
	size_t i = heading + 1;

	for (; i < finder->count; i++) {
		const struct block *block = &finder->blocks[i];

		if (block->kind == BLOCK_RULE ||
		    (block->kind == BLOCK_HEADING && block->level <= finder->level &&
		     !label_of(finder, block)))
			break;
	}
	return i;
}

static size_t
take_heading(struct finder *finder, size_t i)
{
	const struct block *block = &finder->blocks[i];
	date_day day;

	if (block->level == finder->level && may_be_title(finder, block) &&
	    evidence_under(finder, i) != EVIDENCE_NONE) {
		struct outline_paper *paper =
		    add_paper(finder, OUTLINE_HEADING, i + 1, end_of_paper(finder, i));

		paper->title = i;
		if (paper->announcement == ANNOUNCED_NEW)
			paper->announcement = announcement_of(block->text);
		return paper->end;
	}
	day = page_date_in(block->text);
	if (day != DATE_NONE)
		finder->day = day;
	if (finder->outline->day == DATE_NONE)
		finder->outline->day = day;
	finder->day_directly = day != DATE_NONE;
	finder->announcement = announcement_of(block->text);
	return i + 1;
}

static size_t
take_table(struct finder *finder, size_t i)
{
	size_t end = outline_tables_end(finder->all, i);
	size_t first = outline_tables_row_end(finder->all, i);
	int column = outline_tables_title_column(finder->all, i, first);

	while (column >= 0 && first < end) {
		size_t row = outline_tables_row_end(finder->all, first);
		bool id = false;

		for (size_t cell = first; cell < row; cell++)
			id = id || has_id(&finder->blocks[cell]);
		if (first + (size_t)column < row && *finder->blocks[first + (size_t)column].text &&
		    (id || !finder->headings_have_papers)) {
			struct outline_paper *paper = add_paper(finder, OUTLINE_ROW, first, row);

			paper->head = i;
			paper->title = first + (size_t)column;
		}
		first = row;
	}
	return end;
}

static bool
is_dash(const char *text)
{
	return !strncmp(text, "—", 3) || !strncmp(text, "–", 3) || !strncmp(text, "- ", 2);
}

// "[4] ", but not "[4], [5] ".
static bool
has_number(const char *text)
{
	size_t digits = *text == '[' ? strspn(text + 1, "0123456789") : 0;

	return digits && !strncmp(text + 1 + digits, "] ", 2);
}

size_t
outline_item_name(const struct block *item)
{
	const char *dash = strstr(item->text, " — ");
	size_t lead = item->lead ? strlen(item->lead) : 0;

	if (lead && !strncmp(item->text, item->lead, lead) &&
	    is_dash(item->text + lead + strspn(item->text + lead, " ")))
		return lead;
	return has_number(item->text) && dash ? (size_t)(dash - item->text) : 0;
}

static bool
is_item_paper(const struct finder *finder, const struct block *block)
{
	size_t name = outline_item_name(block);

	if (!name || labels_find(finder->labels, block->text, name))
		return false;
	return has_id(block) || finder->day_directly || has_number(block->text);
}

static size_t
take_item(struct finder *finder, size_t i)
{
	size_t end = i + 1;

	if (finder->blocks[i].level != 1 || !is_item_paper(finder, &finder->blocks[i]))
		return i + 1;
	while (end < finder->count && finder->blocks[end].kind == BLOCK_LIST_ITEM &&
	       finder->blocks[end].level > 1)
		end++;
	add_paper(finder, OUTLINE_ITEM, i, end)->title = i;
	return end;
}

static void
walk(struct finder *finder)
{
	for (size_t i = 0; i < finder->count;) {
		switch (finder->blocks[i].kind) {
		case BLOCK_HEADING:
			i = take_heading(finder, i);
			break;
		case BLOCK_CELL:
			i = take_table(finder, i);
			break;
		case BLOCK_LIST_ITEM:
			i = take_item(finder, i);
			break;
		case BLOCK_PARAGRAPH:
		case BLOCK_CODE:
		case BLOCK_RULE:
		case BLOCK_META:
		case BLOCK_OPEN:
		case BLOCK_CLOSE:
			i++;
			break;
		}
	}
}

// "0 篇论文", "論文数: 0 件", "no new papers".
static bool
says_none(const char *text)
{
	static const char *const units[] = {"篇",	 "件",	 "本",	 "편",	"paper",
					    "new paper", "論文", "论文", "논문"};
	char *folded = fold_string(text);
	bool found = strstr(folded, "no new papers") || strstr(folded, "no papers");

	for (const char *zero = folded; !found && (zero = strchr(zero, '0')); zero++) {
		const char *after = zero + 1 + strspn(zero + 1, " ");

		if (zero > folded && (isalnum((unsigned char)zero[-1]) || strchr(".-:", zero[-1])))
			continue;
		for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
			found = found || !strncmp(after, units[i], strlen(units[i]));
	}
	free(folded);
	return found;
}

static bool
page_says_none(const struct finder *finder)
{
	for (size_t i = 0; i < finder->count; i++) {
		if (says_none(finder->blocks[i].text))
			return true;
	}
	return false;
}

void
outline_find(struct outline *outline, const struct blocks *blocks, const struct labels *labels)
{
	struct finder finder = {
	    .outline = outline,
	    .all = blocks,
	    .blocks = blocks->list.items,
	    .count = blocks->list.count,
	    .labels = labels,
	    .day = DATE_NONE,
	};
	size_t titles;
	size_t sure;
	bool one;

	*outline = (struct outline){.day = DATE_NONE};
	if (outline_parts_find(outline, blocks))
		return;
	titles = find_level(&finder, &sure);
	finder.headings_have_papers = titles > 0;
	one = (front_matter_names_paper(&finder) && sure < 2) ||
	      (titles == 1 && has_one_title(&finder));
	if (!one)
		walk(&finder);
	if (outline->papers.count)
		return;
	finder.day = DATE_NONE;
	finder.announcement = ANNOUNCED_NEW;
	outline->empty = !one && outline->day != DATE_NONE && page_says_none(&finder);
	if (!outline->empty)
		add_paper(&finder, OUTLINE_WHOLE, 0, finder.count);
}

void
outline_release(struct outline *outline)
{
	vec_release(&outline->papers);
}
