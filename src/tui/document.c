// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/document.h"

#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/export/brief.h"
#include "shoroku/model/link.h"
#include "shoroku/query/highlight.h"
#include "shoroku/trust/rules.h"
#include "tui/author-line.h"
#include "tui/date-text.h"
#include "tui/document-builder.h"

enum { PART_TITLE, PART_AUTHORS, PART_IDS, PART_SEEN, PART_SECTIONS };

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
	vec_release(&document->items);
	arena_release(&document->arena);
}

// The lines from `first` on are of a text that is searched.
static void
set_texts(struct document_builder *builder, size_t first, enum query_text which)
{
	for (size_t i = first; i < builder->document->lines.count; i++)
		builder->document->lines.items[i].texts = which;
}

static int
add_wrapped(struct document_builder *builder, int part, const char *text, enum style_role role)
{
	return document_builder_wrap(builder, part, 0, text, role);
}

static int
add_authors(struct document_builder *builder, const struct paper *paper)
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
	if (!result && builder->layout->followed)
		result =
		    add_wrapped(builder, PART_AUTHORS, builder->layout->followed, STYLE_FOLLOWED);
	strbuf_release(&text);
	return result;
}

// Adds what is not to be parted from itself: where it does not fit behind the others it begins a line.
static void
add_piece(const struct document_builder *builder, struct strbuf *text, const char *piece)
{
	const char *line = strrchr(text->data, '\n');
	size_t start = line ? (size_t)(line + 1 - text->data) : 0;
	enum width_ambiguous ambiguous = builder->layout->ambiguous;
	size_t cells = width_text(text->data + start, text->length - start, ambiguous) + 2 +
		       width_text(piece, strlen(piece), ambiguous);

	if (text->length)
		strbuf_add_string(text, cells > (size_t)builder->layout->columns ? "\n" : "  ");
	strbuf_add_string(text, piece);
}

// What leads there: "arXiv:2509.18058", "doi:10.1234/x", "example.org", "PDF".
static void
name_link(struct strbuf *out, const struct link *link, const struct paper *paper)
{
	const char *host = strstr(link->url, "://") + 3;

	switch (link->kind) {
	case LINK_ARXIV:
		strbuf_addf(out, "arXiv:%s", paper->arxiv_id);
		break;
	case LINK_DOI:
		strbuf_addf(out, "doi:%s", paper->doi);
		break;
	case LINK_PAGE:
		strbuf_add(out, host, strcspn(host, "/?#"));
		break;
	case LINK_PDF:
		strbuf_add_string(out, brief_link(LINK_PDF));
		break;
	}
}

// Each with the number it is opened by: "[1] arXiv:2509.18058  [2] PDF".
static void
add_links(const struct document_builder *builder, struct strbuf *text, const struct paper *paper)
{
	struct links links;
	struct strbuf piece;
	struct arena arena;

	arena_init(&arena);
	strbuf_init(&piece);
	link_find(&arena, paper, &links);
	for (size_t i = 0; i < links.count; i++) {
		strbuf_clear(&piece);
		strbuf_addf(&piece, "[%zu] ", i + 1);
		name_link(&piece, &links.items[i], paper);
		add_piece(builder, text, piece.data);
	}
	strbuf_release(&piece);
	arena_release(&arena);
}

static int
add_ids(struct document_builder *builder, const struct load_entry *paper)
{
	struct strbuf piece;
	struct strbuf text;
	int result;

	strbuf_init(&piece);
	strbuf_init(&text);
	add_links(builder, &text, &paper->entry.paper);
	strbuf_addf(&piece, "%d/5", paper->marks.rating);
	if (paper->marks.rating)
		add_piece(builder, &text, piece.data);
	for (size_t i = 0; i < paper->marks.tag_count; i++) {
		strbuf_clear(&piece);
		strbuf_addf(&piece, "#%s", paper->marks.tags[i]);
		add_piece(builder, &text, piece.data);
	}
	result = text.length ? add_wrapped(builder, PART_IDS, text.data, STYLE_TAG) : 0;
	strbuf_release(&piece);
	strbuf_release(&text);
	return result;
}

static int
add_seen(struct document_builder *builder, const struct sighting *seen)
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
add_translation(struct document_builder *builder)
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

static void
warning_text(struct strbuf *text, const struct warning *warning, enum trust_flaw flaw,
	     const char *label)
{
	if (flaw == TRUST_MISMATCH)
		strbuf_addf(text, _("this %s may belong to another paper"), label);
	else
		strbuf_add_string(text, rules_flaw_sentence(flaw));
	if (warning->other)
		strbuf_add_string(text, _(" (w goes to it)"));
	if (warning->evidence)
		strbuf_addf(text, ": %s", warning->evidence);
}

// What may be wrong with the section of a role or with the paper, a line each.
static int
add_warnings(struct document_builder *builder, const struct entry *entry, enum section_role about,
	     const char *label, int part)
{
	for (size_t i = 0; i < entry->warning_count; i++) {
		enum section_role role;
		enum trust_flaw flaw;
		struct strbuf text;
		int result;

		if (!rules_flaw_parse(entry->warnings[i].name, &role, &flaw) || role != about)
			continue;
		strbuf_init(&text);
		strbuf_addf(&text, "%s ", builder->layout->ambiguous == WIDTH_WIDE ? "!" : "⚠");
		warning_text(&text, &entry->warnings[i], flaw, label);
		result = add_wrapped(builder, part, text.data, STYLE_WARNING);
		strbuf_release(&text);
		if (result)
			return -1;
	}
	return 0;
}

// The label, and whose words they are: at the right edge where there is room for it, else below.
static int
add_label(struct document_builder *builder, const struct section *section, int part)
{
	const struct document_layout *layout = builder->layout;
	const char *writer = brief_writer(section);
	size_t first = builder->document->lines.count;
	struct document_line *line;
	size_t cells;

	if (add_wrapped(builder, part, section->label, STYLE_HEADING))
		return -1;
	if (builder->document->lines.count == first)
		return writer ? add_wrapped(builder, part, writer, STYLE_META) : 0;
	line = &builder->document->lines.items[first];
	line->starts_section = true;
	if (!writer)
		return 0;
	cells = width_text(line->text, line->length, layout->ambiguous) + 2 +
		width_text(writer, strlen(writer), layout->ambiguous);
	if (cells > (size_t)layout->columns)
		return add_wrapped(builder, part, writer, STYLE_META);
	line->right = writer;
	return 0;
}

// What stands before the section's text, all of it at the beginning of that, as places go.
static int
add_head(struct document_builder *builder, const struct entry *entry, const struct section *section,
	 int part)
{
	size_t first = builder->document->lines.count;

	document_builder_add(builder, part, 0, STYLE_NORMAL);
	if (add_label(builder, section, part) ||
	    add_warnings(builder, entry, section->role, section->label, part))
		return -1;
	for (size_t i = first; i < builder->document->lines.count; i++)
		builder->document->lines.items[i].offset = 0;
	return 0;
}

static int
add_section(struct document_builder *builder, const struct entry *entry,
	    const struct section *section, int part)
{
	size_t first;
	int result;

	if (add_head(builder, entry, section, part))
		return -1;
	first = builder->document->lines.count;
	result = add_wrapped(builder, part, section->text, STYLE_NORMAL);
	set_texts(builder, first, highlight_text_of(section->role));
	return result;
}

// One's own words stand last, whatever the depth.
static int
add_note(struct document_builder *builder, const struct load_entry *paper)
{
	int part = PART_SECTIONS + (int)paper->entry.section_count;
	size_t first;

	if (!paper->marks.note)
		return 0;
	document_builder_add(builder, part, 0, STYLE_NORMAL);
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
	struct document_builder builder = {document, wrap, layout, err};

	vec_clear(&document->lines);
	vec_clear(&document->items);
	arena_release(&document->arena);
	if (add_wrapped(&builder, PART_TITLE, paper->entry.paper.title, STYLE_TITLE))
		return -1;
	set_texts(&builder, 0, QUERY_TITLE);
	document_builder_add(&builder, PART_AUTHORS, 0, STYLE_NORMAL);
	if (add_authors(&builder, &paper->entry.paper) || add_ids(&builder, paper) ||
	    add_seen(&builder, &paper->entry.seen_before) || add_translation(&builder) ||
	    add_warnings(&builder, &paper->entry, TRUST_PAPER, NULL, PART_SEEN))
		return -1;
	for (size_t i = 0; i < paper->entry.section_count; i++) {
		const struct section *section = &paper->entry.sections[i];

		if (is_shown(section->role, layout->depth) &&
		    add_section(&builder, &paper->entry, section, PART_SECTIONS + (int)i))
			return -1;
	}
	if (add_note(&builder, paper))
		return -1;
	document->text_lines = document->lines.count;
	document->end_part = PART_SECTIONS + (int)paper->entry.section_count + 1;
	return 0;
}

enum document_depth
document_depth_from(const struct load_entry *paper, enum document_depth depth)
{
	for (enum document_depth deeper = depth; deeper <= DOCUMENT_ABSTRACT; deeper++) {
		for (size_t i = 0; i < paper->entry.section_count; i++) {
			if (is_shown(paper->entry.sections[i].role, deeper))
				return deeper;
		}
	}
	return depth;
}

void
document_put_right(const struct document_line *line, const struct pane *pane, int row, int margin,
		   int columns, int column)
{
	int at;

	if (!line->right)
		return;
	at = margin + columns - canvas_cells_of(pane->canvas, line->right);
	if (at > column + 1)
		canvas_put_string(pane, row, at, line->right, STYLE_META);
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
