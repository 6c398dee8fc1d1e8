// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/plain-days.h"

#include <stdlib.h>
#include <string.h>

#include "feed/authors.h"
#include "feed/identifiers.h"
#include "feed/piece.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/text/clean.h"
#include "shoroku/text/fold.h"

#define HEADING_BLOCKS 3    // a date further down is no heading
#define LONGEST_HEADING 512 // bytes
#define LONGEST_ALONE 160   // bytes of one that is all there is

// A label found in a block.
struct mark {
	size_t block;
	const struct label *label;
	size_t label_length; // bytes of the block's text that are the label
	size_t text_offset;  // where the section's text begins in the same block
};

struct extractor {
	struct arena *arena;
	const struct labels *labels;
	const struct block *blocks;
	size_t count;
	VEC(struct mark) marks;
	VEC(struct entry) entries;
	VEC(struct section) sections; // of the entry being filled
	unsigned roles;		      // sections it already has, a bit a role
};

// The blocks before a label that belong to the paper it opens.
struct head {
	size_t title; // index of the title's block
	size_t end;   // of the head: the label's block
	bool has_authors;
};

static date_day
heading_date(const struct block *block)
{
	char *folded;
	date_day day;

	if (strlen(block->text) > LONGEST_HEADING)
		return DATE_NONE;
	folded = fold_string(block->text);
	day = date_find(folded);
	free(folded);
	return day;
}

static date_day
find_heading(const struct extractor *ex, size_t *index)
{
	for (size_t i = 0; i < ex->count && i < HEADING_BLOCKS; i++) {
		date_day day = heading_date(&ex->blocks[i]);

		if (day != DATE_NONE) {
			*index = i;
			return day;
		}
	}
	return DATE_NONE;
}

// Only what opens a section is a mark here; a label without text under it may stand alone.
static bool
find_label(const struct labels *labels, const char *text, struct mark *mark)
{
	struct piece piece;

	if (!piece_find(labels, text, strcspn(text, "\n"), &piece) ||
	    piece.label->kind != LABEL_SECTION)
		return false;
	mark->label = piece.label;
	mark->label_length = piece.label_length;
	mark->text_offset = piece.value;
	return true;
}

static void
find_marks(struct extractor *ex, size_t first)
{
	for (size_t i = first; i < ex->count; i++) {
		struct mark mark = {.block = i};

		if (find_label(ex->labels, ex->blocks[i].text, &mark))
			*vec_push(&ex->marks) = mark;
	}
}

static bool
ends_like_sentence(const char *text)
{
	size_t length = strlen(text);

	return length >= 3 && !strcmp(text + length - 3, "。");
}

// Finds the head that ends at the label in block `end` and begins not before `first`. With `text`,
// one block at least must be left before it for the section that goes on there.
static bool
find_head(const struct extractor *ex, size_t first, size_t end, bool text, bool first_paper,
	  struct head *head)
{
	size_t last = end;
	size_t least = text ? 1 : 0;

	while (last > first && identifiers_are_all(ex->blocks[last - 1].text))
		last--;
	head->end = end;
	if (last >= first + 2 + least && *ex->blocks[last - 2].text &&
	    authors_look_like(ex->blocks[last - 1].text) &&
	    !ends_like_sentence(ex->blocks[last - 2].text)) {
		head->title = last - 2;
		head->has_authors = true;
		return true;
	}
	// Alone between the heading and the first label, two blocks can be nothing else.
	if (!text && last == first + 2 && *ex->blocks[first].text &&
	    !ends_like_sentence(ex->blocks[first].text) && first_paper) {
		head->title = first;
		head->has_authors = true;
		return true;
	}
	if (last < first + 1 + least || !*ex->blocks[last - 1].text ||
	    ends_like_sentence(ex->blocks[last - 1].text))
		return false;
	head->title = last - 1;
	head->has_authors = false;
	return true;
}

static const char *
one_line(struct arena *arena, const char *text)
{
	char *cleaned = clean_string(text, strlen(text), CLEAN_LINE);
	const char *result = arena_strdup(arena, cleaned);

	free(cleaned);
	return result;
}

static void
finish_entry(struct extractor *ex)
{
	struct entry *entry;

	if (!ex->entries.count)
		return;
	entry = &ex->entries.items[ex->entries.count - 1];
	entry->section_count = ex->sections.count;
	entry->sections = arena_alloc(ex->arena, ex->sections.count * sizeof(*entry->sections));
	if (ex->sections.count)
		memcpy(entry->sections, ex->sections.items,
		       ex->sections.count * sizeof(*entry->sections));
	vec_clear(&ex->sections);
}

static void
begin_entry(struct extractor *ex, const struct head *head)
{
	struct entry *entry;
	struct authors authors;
	size_t next = head->title + 1;

	finish_entry(ex);
	entry = vec_push(&ex->entries);
	ex->roles = 0;
	entry->position = (int)ex->entries.count;
	entry->paper.title = one_line(ex->arena, ex->blocks[head->title].text);
	if (head->has_authors) {
		authors_split(ex->arena, ex->blocks[next++].text, &authors);
		entry->paper.authors = authors.names;
		entry->paper.author_count = authors.count;
		entry->paper.authors_truncated = authors.truncated;
	}
	for (; next < head->end; next++)
		identifiers_take(ex->arena, ex->blocks[next].text, &entry->paper);
}

// The section opened by `mark`: what is left of its block, then the blocks up to `end`. A label with
// nothing under it, as where a text was cut off, is none.
static void
add_section(struct extractor *ex, const struct mark *mark, size_t end)
{
	struct section *section;
	const char *block = ex->blocks[mark->block].text;
	const char *rest = block + mark->text_offset;
	struct strbuf text;

	strbuf_init(&text);
	strbuf_add_string(&text, rest + strspn(rest, " \n"));
	for (size_t i = mark->block + 1; i < end; i++) {
		if (text.length)
			strbuf_add_byte(&text, '\n');
		strbuf_add_string(&text, ex->blocks[i].text);
	}
	if (text.length) {
		section = vec_push(&ex->sections);
		section->role = mark->label->role;
		section->label = arena_strndup(ex->arena, block, mark->label_length);
		section->text = arena_strdup(ex->arena, text.data);
	}
	ex->roles |= 1u << mark->label->role;
	strbuf_release(&text);
}

// Whether the label opens a new paper; if so, where its head is.
static bool
opens_paper(const struct extractor *ex, size_t index, size_t first, struct head *head)
{
	const struct mark *mark = &ex->marks.items[index];
	const struct mark *before = index ? mark - 1 : NULL;
	bool text_needed = before && !ex->blocks[before->block].text[before->text_offset];

	if (!find_head(ex, before ? before->block + 1 : first, mark->block, text_needed, !before,
		       head))
		return false;
	return !before || head->has_authors || (ex->roles & 1u << mark->label->role);
}

static void
extract_entries(struct extractor *ex, size_t first)
{
	struct head head;

	for (size_t i = 0; i < ex->marks.count; i++) {
		const struct mark *mark = &ex->marks.items[i];
		bool opens = opens_paper(ex, i, first, &head);

		if (i > 0 && ex->entries.count)
			add_section(ex, mark - 1, opens ? head.title : mark->block);
		if (opens)
			begin_entry(ex, &head);
		// The roles seen must hold this label's too before the next one is judged.
		ex->roles |= 1u << mark->label->role;
	}
	if (ex->marks.count && ex->entries.count)
		add_section(ex, &ex->marks.items[ex->marks.count - 1], ex->count);
	finish_entry(ex);
}

static int
refuse(const char *name, bool has_date, struct error *err)
{
	if (!has_date)
		return error_set(err, ERROR_DATA,
				 _("%s is no digest: looked for a heading with a date, such as "
				   "“2025-09-24 の注目論文”, and labels such as 選定理由"),
				 name);
	return error_set(err, ERROR_DATA,
			 _("%s is no digest: after its heading no title with a label such as "
			   "選定理由, かんたん要約 or 詳細要約 was found"),
			 name);
}

int
plain_days_read(struct arena *arena, const char *name, const struct labels *labels,
		const struct blocks *blocks, struct digest *digest, struct error *err)
{
	struct extractor ex = {.arena = arena,
			       .labels = labels,
			       .blocks = blocks->list.items,
			       .count = blocks->list.count};
	size_t heading = 0;
	date_day day = find_heading(&ex, &heading);
	int result = 0;

	if (day == DATE_NONE)
		return refuse(name, false, err);
	find_marks(&ex, heading + 1);
	extract_entries(&ex, heading + 1);
	*digest = (struct digest){
	    .date = day, .date_origin = DATE_FROM_HEADING, .entry_count = ex.entries.count};
	digest->lang = ex.marks.count ? ex.marks.items[0].label->lang : NULL;
	digest->entries = arena_alloc(arena, ex.entries.count * sizeof(*digest->entries));
	for (size_t i = 0; i < ex.entries.count; i++) {
		digest->entries[i] = ex.entries.items[i];
		digest->entries[i].date = day;
		digest->entries[i].lang = digest->lang;
	}
	if (!ex.entries.count && (ex.count > 1 || strlen(ex.blocks[heading].text) > LONGEST_ALONE))
		result = refuse(name, true, err);
	vec_release(&ex.marks);
	vec_release(&ex.entries);
	vec_release(&ex.sections);
	return result;
}
