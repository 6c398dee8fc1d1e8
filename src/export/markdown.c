// SPDX-License-Identifier: GPL-3.0-or-later
// Markdown (CommonMark 0.30): a heading a paper, one a section. What a text says is never markup.
#include <ctype.h>
#include <string.h>

#include "citation.h"
#include "shoroku/base/i18n.h"
#include "shoroku/export/brief.h"
#include "writers.h"

// Whether the line would be a heading, a list, a rule or a table's underline.
static bool
begins_block(const char *line)
{
	size_t digits = strspn(line, "0123456789");

	if (strchr("#+-=:", *line))
		return *line != '\0';
	return digits && (line[digits] == '.' || line[digits] == ')');
}

// A number at the head of a line is no list's: the sign behind it is escaped.
static void
append_line(struct strbuf *out, const char *line, size_t length)
{
	size_t escaped = length;

	if (begins_block(line))
		escaped = strspn(line, "0123456789");
	for (size_t i = 0; i < length; i++) {
		if (i == escaped || strchr("\\`*_[]<>&|~$", line[i]))
			strbuf_add_byte(out, '\\');
		strbuf_add_byte(out, line[i]);
	}
}

// Each line is a paragraph.
static void
append_text(struct strbuf *out, const char *text)
{
	while (*text) {
		size_t length;

		text += strspn(text, "\n ");
		length = strcspn(text, "\n");
		if (length)
			strbuf_add_byte(out, '\n');
		append_line(out, text, length);
		strbuf_add_string(out, length ? "\n" : "");
		text += length;
	}
}

static void
append_heading(struct strbuf *out, const char *signs, const char *text)
{
	strbuf_addf(out, "%s ", signs);
	append_line(out, text, strlen(text));
	strbuf_add_byte(out, '\n');
}

static void
append_item(struct strbuf *out, const char *name, const char *text)
{
	if (!text || !*text)
		return;
	strbuf_addf(out, "- %s: ", name);
	append_line(out, text, strlen(text));
	strbuf_add_byte(out, '\n');
}

static void
append_links(struct strbuf *out, const struct paper *paper)
{
	struct links links;
	struct arena arena;

	arena_init(&arena);
	link_find(&arena, paper, &links);
	for (size_t i = 0; i < links.count; i++)
		strbuf_addf(out, "- %s: <%s>\n", brief_link(links.items[i].kind),
			    links.items[i].url);
	arena_release(&arena);
}

static void
append_facts(struct strbuf *out, const struct export_item *item)
{
	const struct paper *paper = &item->entry->paper;
	char date[DATE_TEXT_SIZE];
	struct strbuf text;

	strbuf_init(&text);
	date_format(item->entry->date, date);
	strbuf_addf(&text, "%s · %s · %d", date, item->entry->source, item->entry->position);
	strbuf_add_byte(out, '\n');
	append_item(out, _("title in the digest"), citation_other_title(paper));
	append_item(out, _("digest"), text.data);
	append_item(out, _("published"), paper->published);
	append_item(out, _("journal"), paper->journal_ref);
	append_links(out, paper);
	strbuf_clear(&text);
	citation_append_keywords(&text, item);
	append_item(out, _("keywords"), text.data);
	strbuf_clear(&text);
	if (item->marks->rating)
		strbuf_addf(&text, "%d/5", item->marks->rating);
	append_item(out, _("rating"), text.data);
	strbuf_release(&text);
}

int
markdown_append(struct strbuf *out, const struct export_item *item, struct error *err)
{
	const struct entry *entry = item->entry;
	struct strbuf text;

	(void)err;
	strbuf_init(&text);
	append_heading(out, "##", citation_title(&entry->paper));
	brief_append_all_authors(&text, &entry->paper);
	append_text(out, text.data);
	append_facts(out, item);
	for (size_t i = 0; i < entry->section_count; i++) {
		strbuf_clear(&text);
		brief_append_label(&text, &entry->sections[i]);
		strbuf_add_byte(out, '\n');
		append_heading(out, "###", text.data);
		append_text(out, entry->sections[i].text);
	}
	if (item->marks->note) {
		strbuf_add_byte(out, '\n');
		append_heading(out, "###", _("Note"));
		strbuf_addf(out, "\n%s\n", item->marks->note); // Markdown itself
	}
	strbuf_release(&text);
	return 0;
}
