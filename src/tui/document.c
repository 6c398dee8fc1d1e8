// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/document.h"

#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/query/highlight.h"
#include "tui/author-line.h"
#include "tui/date-text.h"

enum { PART_TITLE, PART_AUTHORS, PART_IDS, PART_SEEN, PART_SECTIONS };

// What document_build() hands down.
struct builder {
	struct document *document;
	struct wrap *wrap;
	const struct document_layout *layout;
	struct error *err;
};

void
document_init(struct document *document)
{
	*document = (struct document){0};
	arena_init(&document->arena);
}

void
document_release(struct document *document)
{
	vec_release(&document->lines);
	arena_release(&document->arena);
}

static struct document_line *
add_line(struct builder *builder, int part, size_t offset, enum style_role role)
{
	struct document_line *line = vec_push(&builder->document->lines);

	*line = (struct document_line){.text = "", .role = role, .part = part, .offset = offset};
	return line;
}

// The lines from `first` on are of a text that is searched.
static void
set_texts(struct builder *builder, size_t first, enum query_text which)
{
	for (size_t i = first; i < builder->document->lines.count; i++)
		builder->document->lines.items[i].texts = which;
}

static int
add_wrapped(struct builder *builder, int part, const char *text, enum style_role role)
{
	const struct document_layout *layout = builder->layout;
	const char *kept = arena_strdup(&builder->document->arena, text);
	struct wrap_lines lines = {0};
	int result;

	result = wrap_text(builder->wrap, kept, strlen(kept), (size_t)layout->columns,
			   layout->ambiguous, &lines, builder->err);
	for (size_t i = 0; !result && i < lines.list.count; i++) {
		const struct wrap_line *wrapped = &lines.list.items[i];
		struct document_line *line = add_line(builder, part, wrapped->start, role);

		line->text = kept + wrapped->start;
		line->length = wrapped->end - wrapped->start;
	}
	wrap_lines_release(&lines);
	return result;
}

static int
add_authors(struct builder *builder, const struct paper *paper)
{
	size_t first = builder->document->lines.count;
	struct strbuf text;
	int result;

	if (!paper->author_count)
		return 0;
	strbuf_init(&text);
	if (builder->layout->all_authors)
		author_line_all(&text, paper);
	else
		author_line_one(&text, paper, builder->layout->columns, builder->layout->ambiguous);
	result = add_wrapped(builder, PART_AUTHORS, text.data, STYLE_AUTHOR);
	set_texts(builder, first, QUERY_AUTHORS);
	strbuf_release(&text);
	return result;
}

static int
add_ids(struct builder *builder, const struct load_entry *paper)
{
	const struct paper *work = &paper->entry.paper;
	struct strbuf text;
	int result;

	strbuf_init(&text);
	if (work->arxiv_id)
		strbuf_addf(&text, "arXiv:%s  ", work->arxiv_id);
	if (work->doi)
		strbuf_addf(&text, "doi:%s  ", work->doi);
	if (paper->marks.rating)
		strbuf_addf(&text, "%d/5  ", paper->marks.rating);
	for (size_t i = 0; i < paper->marks.tag_count; i++)
		strbuf_addf(&text, "#%s  ", paper->marks.tags[i]);
	while (text.length && text.data[text.length - 1] == ' ')
		strbuf_truncate(&text, text.length - 1);
	result = text.length ? add_wrapped(builder, PART_IDS, text.data, STYLE_TAG) : 0;
	strbuf_release(&text);
	return result;
}

static int
add_seen(struct builder *builder, const struct sighting *seen)
{
	char date[DATE_TEXT_SIZE];
	struct strbuf text;
	int result;

	if (!seen->id)
		return 0;
	date_format(seen->date, date);
	strbuf_init(&text);
	// Translators: a date, its weekday, a source.
	strbuf_addf(&text, _("seen before: %s %s · %s"), date,
		    date_text_weekday(date_weekday(seen->date)), seen->source);
	result = add_wrapped(builder, PART_SEEN, text.data, STYLE_META);
	strbuf_release(&text);
	return result;
}

static const char *
language_name(const char *lang)
{
	static const struct {
		const char *lang;
		const char *name;
	} names[] = {{"en", N_("English")}, {"ja", N_("Japanese")}, {"ko", N_("Korean")},
		     {"zh", N_("Chinese")}, {"de", N_("German")},   {"fr", N_("French")},
		     {"es", N_("Spanish")}};

	for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
		if (!strncmp(names[i].lang, lang, strlen(names[i].lang)))
			return _(names[i].name);
	}
	return lang;
}

static int
add_translation(struct builder *builder)
{
	const char *lang = builder->layout->translation;
	struct strbuf text;
	int result;

	if (!lang)
		return 0;
	strbuf_init(&text);
	// Translators: a language; i is the key.
	strbuf_addf(&text, _("also in %s (i)"), language_name(lang));
	result = add_wrapped(builder, PART_SEEN, text.data, STYLE_META);
	strbuf_release(&text);
	return result;
}

static bool
is_shown(enum section_role role, enum document_depth depth)
{
	switch (role) {
	case SECTION_REASON:
		return depth >= DOCUMENT_REASON;
	case SECTION_SHORT:
		return depth >= DOCUMENT_SHORT;
	case SECTION_DETAIL:
		return depth >= DOCUMENT_DETAIL;
	case SECTION_ABSTRACT:
		return depth >= DOCUMENT_ABSTRACT;
	}
	return false;
}

// Digests' summaries are written by models, an abstract by the paper's authors.
static const char *
origin_note(const struct section *section)
{
	if (section->origin == SECTION_FROM_ARXIV)
		return "arXiv";
	switch (section->role) {
	case SECTION_SHORT:
	case SECTION_DETAIL:
		return _("AI summary");
	case SECTION_REASON:
	case SECTION_ABSTRACT:
		break;
	}
	return NULL;
}

static int
add_section(struct builder *builder, const struct section *section, int part)
{
	struct document_line *line;
	size_t first;
	int result;

	add_line(builder, part, 0, STYLE_NORMAL);
	first = builder->document->lines.count;
	if (add_wrapped(builder, part, section->label, STYLE_HEADING))
		return -1;
	if (builder->document->lines.count > first) {
		line = &builder->document->lines.items[first];
		line->starts_section = true;
		line->right = origin_note(section);
	}
	first = builder->document->lines.count;
	result = add_wrapped(builder, part, section->text, STYLE_NORMAL);
	set_texts(builder, first, highlight_text_of(section->role));
	return result;
}

// One's own words stand last, whatever the depth.
static int
add_note(struct builder *builder, const struct load_entry *paper)
{
	int part = PART_SECTIONS + (int)paper->entry.section_count;
	size_t first;

	if (!paper->marks.note)
		return 0;
	add_line(builder, part, 0, STYLE_NORMAL);
	first = builder->document->lines.count;
	if (add_wrapped(builder, part, _("Note"), STYLE_HEADING))
		return -1;
	builder->document->lines.items[first].starts_section = true;
	first = builder->document->lines.count;
	if (add_wrapped(builder, part, paper->marks.note, STYLE_NORMAL))
		return -1;
	set_texts(builder, first, QUERY_NOTES);
	return 0;
}

int
document_build(struct document *document, struct wrap *wrap, const struct load_entry *paper,
	       const struct document_layout *layout, struct error *err)
{
	struct builder builder = {document, wrap, layout, err};

	vec_clear(&document->lines);
	arena_release(&document->arena);
	if (add_wrapped(&builder, PART_TITLE, paper->entry.paper.title, STYLE_TITLE))
		return -1;
	set_texts(&builder, 0, QUERY_TITLE);
	add_line(&builder, PART_AUTHORS, 0, STYLE_NORMAL);
	if (add_authors(&builder, &paper->entry.paper) || add_ids(&builder, paper) ||
	    add_seen(&builder, &paper->entry.seen_before) || add_translation(&builder))
		return -1;
	for (size_t i = 0; i < paper->entry.section_count; i++) {
		const struct section *section = &paper->entry.sections[i];

		if (is_shown(section->role, layout->depth) &&
		    add_section(&builder, section, PART_SECTIONS + (int)i))
			return -1;
	}
	return add_note(&builder, paper);
}

struct document_place
document_section_place(const struct load_entry *paper, enum section_role role)
{
	struct document_place place = {0};

	for (size_t i = 0; i < paper->entry.section_count; i++) {
		if (paper->entry.sections[i].role == role)
			place.part = PART_SECTIONS + (int)i;
	}
	return place;
}

bool
document_role_at(const struct load_entry *paper, struct document_place place,
		 enum section_role *role)
{
	size_t index = (size_t)(place.part - PART_SECTIONS);

	if (place.part < PART_SECTIONS || index >= paper->entry.section_count)
		return false;
	*role = paper->entry.sections[index].role;
	return true;
}

static bool
same_place(const struct document_line *a, const struct document_line *b)
{
	return a->part == b->part && a->offset == b->offset;
}

// The nth of the lines that begin where line i does, or the last of them.
static size_t
nth_from(const struct document *document, size_t i, size_t nth)
{
	const struct document_line *lines = document->lines.items;

	for (; nth && i + 1 < document->lines.count && same_place(&lines[i], &lines[i + 1]); nth--)
		i++;
	return i;
}

struct document_place
document_place_of(const struct document *document, size_t line)
{
	const struct document_line *found;
	size_t nth = 0;

	if (!document->lines.count)
		return (struct document_place){0};
	if (line >= document->lines.count)
		line = document->lines.count - 1;
	found = &document->lines.items[line];
	while (nth < line && same_place(found, found - nth - 1))
		nth++;
	return (struct document_place){found->part, found->offset, nth};
}

size_t
document_line_of(const struct document *document, struct document_place place)
{
	size_t best = 0;

	for (size_t i = 0; i < document->lines.count; i++) {
		const struct document_line *line = &document->lines.items[i];

		if (line->part > place.part)
			break;
		if (line->part < place.part || line->offset < place.offset)
			best = i;
		else if (line->offset == place.offset)
			return nth_from(document, i, place.nth);
	}
	return best;
}

size_t
document_section(const struct document *document, size_t line, int direction)
{
	size_t i = line;

	while (direction > 0 ? ++i < document->lines.count : i-- > 0) {
		if (document->lines.items[i].starts_section)
			return i;
	}
	return direction > 0 ? line : 0;
}
