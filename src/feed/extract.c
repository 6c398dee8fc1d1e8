// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/extract.h"

#include <string.h>

#include "feed/entry-filler.h"
#include "feed/outline.h"
#include "feed/page-date.h"
#include "feed/piece.h"
#include "feed/plain-days.h"
#include "shoroku/base/i18n.h"

// A day of the page, while its entries come.
struct page {
	const struct parse_input *from;
	const struct blocks *blocks;
	const struct labels *labels;
	struct outline outline;
	struct reader_output *output;
	VEC(struct entry) entries; // in printed order, each with its day
};

// The front matter's title may be the page's heading: "Hot papers 2025-09-24".
static date_day
day_of_title(const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->list.count; i++) {
		const struct block *block = &blocks->list.items[i];

		if (block->kind == BLOCK_META && block->line && !strcmp(block->name, "title"))
			return page_date_in(block->text);
	}
	return DATE_NONE;
}

// A line before the papers that says which day it is.
static date_day
day_of_label(const struct page *page, size_t end)
{
	for (size_t i = 0; i < end; i++) {
		const struct block *block = &page->blocks->list.items[i];
		struct piece piece;

		if (block->kind == BLOCK_META ||
		    !piece_find(page->labels, block->text, strcspn(block->text, "\n"), &piece))
			continue;
		if (piece.label->kind == LABEL_DAY && page_date_in(block->text) != DATE_NONE)
			return page_date_in(block->text);
	}
	return DATE_NONE;
}

static date_day
day_of_page(const struct page *page, enum date_origin *origin)
{
	const struct outline *outline = &page->outline;
	size_t first = outline->papers.count ? outline->papers.items[0].first : 0;
	date_day day = outline->day;

	*origin = DATE_FROM_HEADING;
	if (day == DATE_NONE)
		day = day_of_title(page->blocks);
	if (day == DATE_NONE)
		day = day_of_label(page, first);
	if (day != DATE_NONE)
		return day;
	day = page_date_beside(page->blocks, page->labels, origin);
	if (day != DATE_NONE)
		return day;
	// A page about one paper may say below its title when it came out.
	*origin = DATE_FROM_METADATA;
	if (outline->papers.count && outline->papers.items[0].form == OUTLINE_WHOLE)
		day = day_of_label(page, outline->papers.items[0].end);
	return day != DATE_NONE ? day : page_date_of_path(page->from->path, origin);
}

// The first paragraph alone, of a page without headings.
static date_day
day_of_first(const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->list.count; i++) {
		const struct block *block = &blocks->list.items[i];

		if (block->kind == BLOCK_PARAGRAPH)
			return strchr(block->text, '\n') ? DATE_NONE : page_date_in(block->text);
	}
	return DATE_NONE;
}

// Whether the page or its file is called by a day.
static bool
is_called_by_day(const struct page *page)
{
	enum date_origin origin;

	return page->outline.day != DATE_NONE ||
	       (page_date_of_path(page->from->path, &origin) != DATE_NONE &&
		origin == DATE_FROM_FILE_NAME);
}

static void
take_papers(struct page *page)
{
	for (size_t i = 0; i < page->outline.papers.count; i++) {
		const struct outline_paper *paper = &page->outline.papers.items[i];
		struct entry entry;
		enum filled filled =
		    entry_filler_fill(page->output->arena, page->blocks, page->labels, paper,
				      page->from->path, &entry);

		if (filled == FILLED_NOTHING ||
		    (filled == FILLED_PROSE && paper->form == OUTLINE_WHOLE &&
		     !is_called_by_day(page)))
			continue;
		entry.date = paper->day;
		*vec_push(&page->entries) = entry;
	}
}

// Gives days to the entries without one: the page's, else the paper's own. False where one has none.
static bool
give_days(struct page *page, enum date_origin *origin)
{
	date_day day = day_of_page(page, origin);
	bool known = true;

	if (day == DATE_NONE && page->outline.papers.count &&
	    page->outline.papers.items[0].form == OUTLINE_WHOLE) {
		day = day_of_first(page->blocks);
		*origin = DATE_FROM_HEADING;
	}
	if (day == DATE_NONE)
		*origin = DATE_FROM_PAPERS;
	for (size_t i = 0; i < page->entries.count; i++) {
		struct entry *entry = &page->entries.items[i];
		const char *published = entry->paper.published;

		if (entry->date == DATE_NONE)
			entry->date = day;
		if (entry->date == DATE_NONE && published)
			entry->date = date_parse_iso(published, strlen(published));
		known = known && entry->date != DATE_NONE;
	}
	if (!page->entries.count)
		known = day != DATE_NONE;
	return known;
}

// The digest of the day, or a new one.
static struct digest *
digest_of(struct page *page, date_day day, enum date_origin origin)
{
	struct digest *digest;

	for (size_t i = 0; i < page->output->digests.count; i++) {
		if (page->output->digests.items[i].date == day)
			return &page->output->digests.items[i];
	}
	digest = vec_push(&page->output->digests);
	digest->date = day;
	digest->date_origin = origin;
	return digest;
}

static void
file_entries(struct page *page, enum date_origin origin)
{
	for (size_t i = 0; i < page->entries.count; i++)
		digest_of(page, page->entries.items[i].date, origin)->entry_count++;
	for (size_t i = 0; i < page->output->digests.count; i++) {
		struct digest *digest = &page->output->digests.items[i];

		digest->entries = arena_alloc(page->output->arena,
					      (digest->entry_count + 1) * sizeof(*digest->entries));
		digest->entry_count = 0;
	}
	for (size_t i = 0; i < page->entries.count; i++) {
		struct entry *entry = &page->entries.items[i];
		struct digest *digest = digest_of(page, entry->date, origin);

		digest->entries[digest->entry_count++] = *entry;
		if (!digest->lang)
			digest->lang = entry->lang;
		digest->joins = page->outline.papers.items[0].form == OUTLINE_WHOLE &&
				origin != DATE_FROM_HEADING;
	}
}

static int
refuse(const struct page *page, struct error *err)
{
	return error_set(err, ERROR_DATA,
			 _("%s is no digest: looked for titles with authors, an arXiv id or a "
			   "label such as 選定理由, かんたん要約 or Abstract under them"),
			 page->from->name);
}

static int
read_page(struct page *page, struct error *err)
{
	enum date_origin origin = DATE_FROM_HEADING;

	take_papers(page);
	if (!page->entries.count && !page->outline.empty)
		return refuse(page, err);
	if (!give_days(page, &origin) && page->from->date == DATE_NONE)
		return error_set(err, ERROR_DATA,
				 _("%s: no date in its headings, front matter, metadata, name and "
				   "directories; --date says it"),
				 page->from->name);
	if (page->entries.count)
		file_entries(page, origin);
	else
		digest_of(page, day_of_page(page, &origin), origin);
	return 0;
}

// Whether nothing but blank lines tells the parts of the text apart.
static bool
is_plain(const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->list.count; i++) {
		if (blocks->list.items[i].kind != BLOCK_PARAGRAPH || blocks->list.items[i].quoted)
			return false;
	}
	return true;
}

// The blocks' texts as nothing but paragraphs.
static void
flatten(struct blocks *plain, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->list.count; i++) {
		const struct block *block = &blocks->list.items[i];

		if (block->kind == BLOCK_HEADING || block->kind == BLOCK_PARAGRAPH ||
		    block->kind == BLOCK_LIST_ITEM)
			blocks_add(plain, BLOCK_PARAGRAPH, 0, block->text, strlen(block->text),
				   block->line);
	}
}

// A page whose outline is one paper may be a day whose parts nothing but their order tells apart.
// True with the day in `digest`.
static bool
is_day_of_several(const struct page *page, struct digest *digest)
{
	const struct outline *outline = &page->outline;
	struct blocks plain;
	struct error err;
	bool several;

	if (outline->papers.count != 1 || outline->papers.items[0].form != OUTLINE_WHOLE)
		return false;
	blocks_init(&plain);
	flatten(&plain, page->blocks);
	several = !plain_days_read(page->output->arena, page->from->name, page->labels, &plain,
				   digest, &err) &&
		  digest->entry_count > 1;
	blocks_release(&plain);
	return several;
}

static int
extract(struct page *page, struct error *err)
{
	struct digest digest;
	struct error plain;

	if (!is_plain(page->blocks)) {
		outline_find(&page->outline, page->blocks, page->labels);
		if (!is_day_of_several(page, &digest))
			return read_page(page, err);
		*vec_push(&page->output->digests) = digest;
		return 0;
	}
	if (!plain_days_read(page->output->arena, page->from->name, page->labels, page->blocks,
			     &digest, &plain)) {
		*vec_push(&page->output->digests) = digest;
		return 0;
	}
	outline_find(&page->outline, page->blocks, page->labels);
	if (!read_page(page, err))
		return 0;
	*err = plain; // says more of what such a text looks like
	return -1;
}

int
extract_digests(const struct parse_input *from, const struct blocks *blocks,
		struct reader_output *output, struct error *err)
{
	struct labels *labels = from->labels ? NULL : labels_new();
	struct page page = {
	    .from = from,
	    .blocks = blocks,
	    .labels = from->labels ? from->labels : labels,
	    .output = output,
	};
	int result = extract(&page, err);

	vec_release(&page.entries);
	outline_release(&page.outline);
	labels_free(labels);
	return result;
}
