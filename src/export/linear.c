// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/export/linear.h"

#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/export/brief.h"
#include "shoroku/model/link.h"

static void
append(struct strbuf *out, const char *name, const char *text)
{
	if (text && *text)
		strbuf_addf(out, "%s: %s\n", name, text);
}

static void
append_links(struct strbuf *out, const struct paper *paper)
{
	struct links links;
	struct arena arena;

	arena_init(&arena);
	link_find(&arena, paper, &links);
	for (size_t i = 0; i < links.count; i++) {
		// Translators: the number of a link, what it leads to, its URL.
		strbuf_addf(out, _("Link %zu, %s: %s\n"), i + 1, brief_link(links.items[i].kind),
			    links.items[i].url);
	}
	arena_release(&arena);
}

static void
append_place(struct strbuf *out, const struct entry *entry)
{
	char date[DATE_TEXT_SIZE];

	date_format(entry->date, date);
	strbuf_addf(out, _("Digest of %s by %s, paper %d\n"), date, entry->source, entry->position);
	if (entry->seen_before.id) {
		date_format(entry->seen_before.date, date);
		strbuf_addf(out, _("Seen before on %s, %s\n"), date, entry->seen_before.source);
	}
}

static void
append_sections(struct strbuf *out, const struct entry *entry, const char *note)
{
	size_t count = entry->section_count + (note ? 1 : 0);

	for (size_t i = 0; i < count; i++) {
		const struct section *section = note && i + 1 == count ? NULL : &entry->sections[i];

		// Translators: "Section 1 of 3, 選定理由". The colon and the text follow.
		strbuf_addf(out, _("\nSection %zu of %zu, "), i + 1, count);
		if (section)
			brief_append_label(out, section);
		else
			strbuf_add_string(out, _("Note"));
		strbuf_addf(out, ":\n%s\n", section ? section->text : note);
	}
}

void
linear_append(struct strbuf *out, const struct entry *entry, const struct marks *marks,
	      const char *provenance, size_t nth, size_t count)
{
	const struct paper *paper = &entry->paper;
	struct strbuf text;

	strbuf_init(&text);
	if (count > 1)
		strbuf_addf(out, _("Paper %zu of %zu\n"), nth, count);
	append(out, _("Title"), paper->title);
	append(out, _("Original title"), paper->title_original);
	brief_append_all_authors(&text, paper);
	append(out, _("Authors"), text.data);
	append_place(out, entry);
	strbuf_clear(&text);
	brief_append_marks(&text, marks);
	append(out, _("Marks"), text.data);
	append(out, "arXiv", paper->arxiv_id);
	append(out, "DOI", paper->doi);
	append(out, _("Journal"), paper->journal_ref);
	append_links(out, paper);
	append(out, _("Input"), provenance);
	append_sections(out, entry, marks->note);
	strbuf_release(&text);
}
