// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/document-foot.h"

#include <string.h>

#include "shoroku/base/i18n.h"
#include "tui/date-text.h"
#include "tui/document-builder.h"

// Cursor, read or favourite, warning or note; on a narrow screen the cursor alone, then nothing.
enum { SIGN_CELLS = 5, CURSOR_CELLS = 2, LEAST_FOR_SIGNS = 20, LEAST_FOR_CURSOR = 8 };

static int
indent_for(int columns)
{
	if (columns >= LEAST_FOR_SIGNS)
		return SIGN_CELLS;
	return columns >= LEAST_FOR_CURSOR ? CURSOR_CELLS : 0;
}

static int
add_heading(struct document_builder *builder, int part, const char *text)
{
	size_t first;

	document_builder_add(builder, part, 0, STYLE_NORMAL);
	first = builder->document->lines.count;
	if (document_builder_wrap(builder, part, 0, text, STYLE_HEADING))
		return -1;
	if (first < builder->document->lines.count)
		builder->document->lines.items[first].starts_section = true;
	return 0;
}

static struct document_item *
begin_item(struct document_builder *builder, const struct relater_paper *paper)
{
	struct document_item *item = vec_push(&builder->document->items);

	*item = (struct document_item){
	    .entry = paper->entry,
	    .line = builder->document->lines.count,
	    .read = paper->marks.read,
	    .favourite = paper->marks.favourite,
	    .noted = paper->marks.noted,
	    .warned = paper->marks.warned,
	};
	return item;
}

static void
append_date(struct strbuf *out, const struct relater_paper *paper)
{
	char date[DATE_TEXT_SIZE];

	date_format(paper->date, date);
	strbuf_addf(out, "%s %s", date, date_text_weekday(date_weekday(paper->date)));
}

// Appends what stands behind the date, where it fits into the line.
static void
append_piece(const struct document_builder *builder, struct strbuf *out, const char *between,
	     const char *piece)
{
	enum width_ambiguous ambiguous = builder->layout->ambiguous;
	size_t room = (size_t)(builder->layout->columns - indent_for(builder->layout->columns));

	if (width_text(out->data, out->length, ambiguous) +
		width_text(between, strlen(between), ambiguous) +
		width_text(piece, strlen(piece), ambiguous) <=
	    room)
		strbuf_addf(out, "%s%s", between, piece);
}

// "2025-09-16 Tu · summarxiv · attention, encoder": the source where it is another one's, and as many whole
// words as there is room for.
static void
describe(const struct document_builder *builder, const struct relater_paper *paper,
	 const char *source, struct strbuf *out)
{
	size_t before;

	append_date(out, paper);
	if (strcmp(paper->source, source) != 0)
		append_piece(builder, out, " · ", paper->source);
	before = out->length;
	for (size_t i = 0; i < paper->similar.word_count; i++)
		append_piece(builder, out, out->length > before ? ", " : " · ",
			     paper->similar.words[i]);
}

static int
add_title(struct document_builder *builder, int part, int indent, const struct relater_paper *paper)
{
	size_t first = builder->document->lines.count;
	int result = document_builder_wrap(builder, part, indent, paper->title, STYLE_NORMAL);

	for (size_t i = first; i < builder->document->lines.count; i++)
		builder->document->lines.items[i].unread = !paper->marks.read;
	return result;
}

static int
add_paper(struct document_builder *builder, int part, const struct relater_paper *paper,
	  const char *source)
{
	int indent = indent_for(builder->layout->columns);
	struct document_item *item = begin_item(builder, paper);
	struct strbuf text;
	int result;

	strbuf_init(&text);
	describe(builder, paper, source, &text);
	result = add_title(builder, part, indent, paper) ||
		 document_builder_wrap(builder, part + 1, indent, text.data, STYLE_META);
	item->end = builder->document->lines.count;
	strbuf_release(&text);
	return result ? -1 : 0;
}

static int
add_sighting(struct document_builder *builder, int part, const struct relater_paper *paper,
	     const char *lang)
{
	int indent = indent_for(builder->layout->columns);
	struct document_item *item = begin_item(builder, paper);
	struct strbuf text;
	int result;

	strbuf_init(&text);
	append_date(&text, paper);
	strbuf_addf(&text, " · %s", paper->source);
	if (paper->lang && lang && strcmp(paper->lang, lang) != 0)
		strbuf_addf(&text, " · %s", paper->lang);
	result = document_builder_wrap(builder, part, indent, text.data, STYLE_NORMAL);
	item->end = builder->document->lines.count;
	strbuf_release(&text);
	return result;
}

static int
add_elsewhere(struct document_builder *builder, int *part, const struct entry *entry,
	      const struct relater_event *related)
{
	if (related->elsewhere_count &&
	    add_heading(builder, (*part)++, _("The same paper in other digests")))
		return -1;
	for (size_t i = 0; i < related->elsewhere_count; i++) {
		if (add_sighting(builder, (*part)++, &related->elsewhere[i], entry->lang))
			return -1;
	}
	return 0;
}

static int
add_related(struct document_builder *builder, int *part, const struct entry *entry,
	    const struct relater_event *related)
{
	size_t count =
	    related->count < DOCUMENT_FOOT_PAPERS ? related->count : DOCUMENT_FOOT_PAPERS;

	if (count && add_heading(builder, (*part)++, _("Related papers")))
		return -1;
	for (size_t i = 0; i < count; i++, *part += 2) {
		if (add_paper(builder, *part, &related->papers[i], entry->source))
			return -1;
	}
	return 0;
}

int
document_foot_add(struct document *document, struct wrap *wrap, const struct load_entry *paper,
		  const struct document_layout *layout, const struct relater_event *related,
		  struct error *err)
{
	struct document_builder builder = {document, wrap, layout, err};
	int part = document->end_part;

	if (add_elsewhere(&builder, &part, &paper->entry, related) ||
	    add_related(&builder, &part, &paper->entry, related))
		return -1;
	return 0;
}

const struct document_item *
document_foot_find(const struct document *document, int64_t entry)
{
	for (size_t i = 0; i < document->items.count; i++) {
		if (document->items.items[i].entry == entry)
			return &document->items.items[i];
	}
	return NULL;
}

const struct document_item *
document_foot_at(const struct document *document, size_t line)
{
	for (size_t i = 0; i < document->items.count; i++) {
		if (document->items.items[i].line == line)
			return &document->items.items[i];
	}
	return NULL;
}
