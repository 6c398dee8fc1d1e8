// SPDX-License-Identifier: GPL-3.0-or-later
// RIS: a tag a line, two letters, two blanks, a dash and a blank. Values have no line ends.
#include <string.h>

#include "citation.h"
#include "person.h"
#include "shoroku/model/link.h"
#include "writers.h"

static void
append_value(struct strbuf *out, const char *text)
{
	for (; *text; text++)
		strbuf_add_byte(out, *text == '\n' ? ' ' : *text);
	strbuf_add_byte(out, '\n');
}

static void
append(struct strbuf *out, const char *tag, const char *text)
{
	if (!text || !*text)
		return;
	strbuf_addf(out, "%s  - ", tag);
	append_value(out, text);
}

static void
append_author(struct strbuf *out, const char *name)
{
	struct person person;

	if (!person_split(name, &person)) {
		append(out, "AU", name);
		return;
	}
	strbuf_addf(out, "AU  - %.*s, %.*s\n", (int)person.family_length, person.family,
		    (int)person.given_length, person.given);
}

static void
append_date(struct strbuf *out, const struct paper *paper)
{
	struct citation_date date = citation_date_of(paper);

	if (!date.year)
		return;
	strbuf_addf(out, "PY  - %d\nDA  - %d/", date.year, date.year);
	if (date.month)
		strbuf_addf(out, "%02d", date.month);
	strbuf_add_byte(out, '/');
	if (date.day)
		strbuf_addf(out, "%02d", date.day);
	strbuf_add_string(out, "/\n");
}

static void
append_links(struct strbuf *out, const struct paper *paper)
{
	struct links links;
	struct arena arena;

	arena_init(&arena);
	link_find(&arena, paper, &links);
	for (size_t i = 0; i < links.count; i++)
		append(out, links.items[i].kind == LINK_PDF ? "L1" : "UR", links.items[i].url);
	arena_release(&arena);
}

int
ris_append(struct strbuf *out, const struct export_item *item, struct error *err)
{
	const struct paper *paper = &item->entry->paper;
	const struct section *abstract = citation_abstract(item->entry);
	struct strbuf notes;

	(void)err;
	strbuf_add_string(out, paper->arxiv_id ? "TY  - UNPB\n" : "TY  - GEN\n");
	append(out, "ID", item->key);
	append(out, "TI", citation_title(paper));
	for (size_t i = 0; i < paper->author_count; i++)
		append_author(out, paper->authors[i]);
	append_date(out, paper);
	append(out, "T2", paper->journal_ref);
	if (paper->arxiv_id)
		strbuf_addf(out, "PB  - arXiv\nAN  - arXiv:%s\n", paper->arxiv_id);
	append(out, "DO", paper->doi);
	append_links(out, paper);
	for (size_t i = 0; i < citation_keyword_count(item); i++)
		append(out, "KW", citation_keyword(item, i));
	append(out, "AB", abstract ? abstract->text : NULL);
	strbuf_init(&notes);
	citation_append_notes(&notes, item);
	append(out, "N1", notes.data);
	strbuf_release(&notes);
	strbuf_add_string(out, "ER  - \n");
	return 0;
}
