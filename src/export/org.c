// SPDX-License-Identifier: GPL-3.0-or-later
// Org: a headline a paper with tags and properties, one a section below it. What a text says is never
// markup: what would be has a zero-width character before it, as the Org manual has it (Escape Character);
// the non-joiner, since the space of no width is cleaned away where texts are printed.
#include <string.h>

#include "citation.h"
#include "shoroku/base/i18n.h"
#include "shoroku/export/brief.h"
#include "shoroku/text/utf8.h"
#include "writers.h"

#define GUARD "\u200C"

// A headline, a keyword, a drawer, a table, a list, or what makes a headline a task.
static bool
is_markup(const char *line)
{
	static const char *const words[] = {"TODO ", "DONE ", "COMMENT ", "[#"};
	size_t digits = strspn(line, "0123456789");

	for (size_t i = 0; i < ARRAY_LENGTH(words); i++) {
		if (!strncmp(line, words[i], strlen(words[i])))
			return true;
	}
	if (*line && strchr("*#:|-+", *line))
		return true;
	return digits && (line[digits] == '.' || line[digits] == ')');
}

static void
append_line(struct strbuf *out, const char *line, size_t length)
{
	if (is_markup(line))
		strbuf_add_string(out, GUARD);
	for (size_t i = 0; i < length; i++) {
		strbuf_add_byte(out, line[i]);
		// A link's two brackets.
		if (line[i] == '[' && i + 1 < length && line[i + 1] == '[')
			strbuf_add_string(out, GUARD);
	}
}

static void
append_text(struct strbuf *out, const char *text)
{
	bool first = true;

	while (*text) {
		size_t length;

		text += strspn(text, "\n ");
		length = strcspn(text, "\n");
		strbuf_add_string(out, length && !first ? "\n" : "");
		append_line(out, text, length);
		strbuf_add_string(out, length ? "\n" : "");
		text += length;
		first = false;
	}
}

static void
append_headline(struct strbuf *out, const char *stars, const char *title)
{
	strbuf_addf(out, "%s ", stars);
	append_line(out, title, strlen(title));
	// What ends in a colon could be tags.
	strbuf_add_string(out, *title && title[strlen(title) - 1] == ':' ? GUARD : "");
}

// Tags are letters, digits, _, @, # and %.
static void
append_tags(struct strbuf *out, const struct marks *marks)
{
	for (size_t i = 0; i < marks->tag_count; i++) {
		const char *tag = marks->tags[i];
		size_t length = strlen(tag);

		strbuf_add_string(out, i ? "" : " :");
		for (size_t at = 0; at < length;) {
			uint32_t c = utf8_next(tag, length, &at);
			bool allowed = utf8_is_letter(c) || (c < 0x80 && strchr("_@#%", (int)c));

			strbuf_add_utf8(out, allowed ? c : '_');
		}
		strbuf_add_byte(out, ':');
	}
	strbuf_add_byte(out, '\n');
}

static void
append_property(struct strbuf *out, const char *name, const char *text)
{
	if (text && *text)
		strbuf_addf(out, ":%s: %s\n", name, text);
}

static void
append_properties(struct strbuf *out, const struct export_item *item)
{
	static const char *const names[] = {
	    [LINK_ARXIV] = "ARXIV", [LINK_DOI] = "DOI", [LINK_PAGE] = "URL", [LINK_PDF] = "PDF"};
	const struct paper *paper = &item->entry->paper;
	char date[DATE_TEXT_SIZE];
	struct links links;
	struct strbuf text;
	struct arena arena;

	arena_init(&arena);
	strbuf_init(&text);
	date_format(item->entry->date, date);
	strbuf_addf(out, ":PROPERTIES:\n:SHOROKU: %s\n:DATE: %s\n", paper->key, date);
	append_property(out, "SOURCE", item->entry->source);
	brief_append_all_authors(&text, paper);
	append_property(out, "AUTHORS", text.data);
	append_property(out, "TITLE_IN_DIGEST", citation_other_title(paper));
	append_property(out, "PUBLISHED", paper->published);
	append_property(out, "JOURNAL", paper->journal_ref);
	strbuf_clear(&text);
	for (size_t i = 0; i < paper->category_count; i++)
		strbuf_addf(&text, "%s%s", i ? ", " : "", paper->categories[i]);
	append_property(out, "SUBJECTS", text.data);
	if (item->marks->rating)
		strbuf_addf(out, ":RATING: %d\n", item->marks->rating);
	link_find(&arena, paper, &links);
	for (size_t i = 0; i < links.count; i++)
		append_property(out, names[links.items[i].kind], links.items[i].url);
	strbuf_add_string(out, ":END:\n");
	strbuf_release(&text);
	arena_release(&arena);
}

int
org_append(struct strbuf *out, const struct export_item *item, struct error *err)
{
	const struct entry *entry = item->entry;
	struct strbuf label;

	(void)err;
	strbuf_init(&label);
	append_headline(out, "*", citation_title(&entry->paper));
	append_tags(out, item->marks);
	append_properties(out, item);
	for (size_t i = 0; i < entry->section_count; i++) {
		strbuf_clear(&label);
		brief_append_label(&label, &entry->sections[i]);
		append_headline(out, "**", label.data);
		strbuf_add_byte(out, '\n');
		append_text(out, entry->sections[i].text);
	}
	if (item->marks->note) {
		append_headline(out, "**", _("Note"));
		strbuf_add_byte(out, '\n');
		append_text(out, item->marks->note);
	}
	strbuf_release(&label);
	return 0;
}
