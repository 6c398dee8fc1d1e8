// SPDX-License-Identifier: GPL-3.0-or-later
// BibTeX in UTF-8, for biber and for LaTeX of today. Values stand in braces, which BibTeX counts even
// behind a backslash: a brace of the text is spelled out.
#include <ctype.h>
#include <string.h>

#include "citation.h"
#include "person.h"
#include "writers.h"

static void
append_escaped(struct strbuf *out, const char *text, size_t length)
{
	static const struct {
		char byte;
		const char *escaped;
	} table[] = {
	    {'\\', "\\textbackslash{}"},
	    {'{', "\\textbraceleft{}"},
	    {'}', "\\textbraceright{}"},
	    {'~', "\\textasciitilde{}"},
	    {'^', "\\textasciicircum{}"},
	    {'&', "\\&"},
	    {'%', "\\%"},
	    {'$', "\\$"},
	    {'#', "\\#"},
	    {'_', "\\_"},
	};

	for (size_t i = 0; i < length; i++) {
		const char *escaped = NULL;

		for (size_t j = 0; j < ARRAY_LENGTH(table); j++) {
			if (table[j].byte == text[i])
				escaped = table[j].escaped;
		}
		if (escaped)
			strbuf_add_string(out, escaped);
		else
			strbuf_add_byte(out, text[i]);
	}
}

// Of fields that are read as they stand: only what would end or open a value is encoded, as in a URL.
static void
append_verbatim(struct strbuf *out, const char *text)
{
	for (; *text; text++) {
		if (strchr("{}\\", *text))
			strbuf_addf(out, "%%%02X", (unsigned)(unsigned char)*text);
		else
			strbuf_add_byte(out, *text);
	}
}

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

// Whether the title is written Like This, so that a capital at a word's head says nothing. Where it might be
// either the capitals are kept.
static bool
is_title_case(const char *title)
{
	size_t upper = 0;
	size_t lower = 0;

	for (const char *word = title; *word;) {
		size_t length = strcspn(word, " ");

		if (length > 3 && word > title) {
			upper += is_upper(*word);
			lower += islower((unsigned char)*word) != 0;
		}
		word += length + (word[length] == ' ');
	}
	return upper > lower;
}

// A word whose capitals a style must not take away: LLMs, m-SAM, GPT-4, and in a title in sentence case
// any name but the first word.
static bool
needs_braces(const char *word, size_t length, bool head_counts)
{
	size_t after_head = 0;
	bool digit = false;

	for (size_t i = 1; i < length; i++) {
		after_head += is_upper(word[i]);
		digit |= isdigit((unsigned char)word[i]) != 0;
	}
	return after_head || (is_upper(*word) && (head_counts || digit));
}

static void
append_title(struct strbuf *out, const char *title)
{
	bool title_case = is_title_case(title);
	bool first = true;

	for (const char *word = title; *word; first = false) {
		size_t length = strcspn(word, " ");
		size_t start = 0;
		size_t end = length;
		bool braces;

		while (start < end && ispunct((unsigned char)word[start]))
			start++;
		while (end > start && ispunct((unsigned char)word[end - 1]))
			end--;
		braces =
		    end > start && needs_braces(word + start, end - start, !title_case && !first);
		append_escaped(out, word, start);
		strbuf_add_string(out, braces ? "{" : "");
		append_escaped(out, word + start, end - start);
		strbuf_add_string(out, braces ? "}" : "");
		append_escaped(out, word + end, length - end);
		word += length;
		for (; *word == ' '; word++)
			strbuf_add_byte(out, ' ');
	}
}

static void
append_name(struct strbuf *out, const char *name)
{
	struct person person;

	if (!person_split(name, &person)) {
		strbuf_add_byte(out, '{');
		append_escaped(out, name, strlen(name));
		strbuf_add_byte(out, '}');
		return;
	}
	append_escaped(out, person.family, person.family_length);
	strbuf_add_string(out, ", ");
	append_escaped(out, person.given, person.given_length);
}

static void
append_authors(struct strbuf *out, const struct paper *paper)
{
	if (!paper->author_count)
		return;
	strbuf_add_string(out, ",\n  author = {");
	for (size_t i = 0; i < paper->author_count; i++) {
		strbuf_add_string(out, i ? " and " : "");
		append_name(out, paper->authors[i]);
	}
	strbuf_add_string(out, paper->authors_truncated ? " and others}" : "}");
}

static void
append_date(struct strbuf *out, const struct paper *paper)
{
	static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun",
					     "jul", "aug", "sep", "oct", "nov", "dec"};
	struct citation_date date = citation_date_of(paper);

	if (date.year)
		strbuf_addf(out, ",\n  year = {%d}", date.year);
	if (date.month >= 1 && date.month <= 12)
		strbuf_addf(out, ",\n  month = %s", months[date.month - 1]);
}

static void
append_field(struct strbuf *out, const char *name, const char *text)
{
	if (!text || !*text)
		return;
	strbuf_addf(out, ",\n  %s = {", name);
	append_escaped(out, text, strlen(text));
	strbuf_add_byte(out, '}');
}

static void
append_link(struct strbuf *out, const char *name, const char *text)
{
	if (!text)
		return;
	strbuf_addf(out, ",\n  %s = {", name);
	append_verbatim(out, text);
	strbuf_add_byte(out, '}');
}

static void
append_places(struct strbuf *out, const struct paper *paper)
{
	struct arena arena;

	append_field(out, "howpublished", paper->journal_ref);
	append_link(out, "eprint", paper->arxiv_id);
	if (paper->arxiv_id)
		strbuf_add_string(out, ",\n  archivePrefix = {arXiv}");
	if (paper->arxiv_id && paper->category_count)
		append_link(out, "primaryClass", paper->categories[0]);
	append_link(out, "doi", paper->doi);
	arena_init(&arena);
	append_link(out, "url", citation_url(&arena, paper));
	arena_release(&arena);
}

static void
append_keywords(struct strbuf *out, const struct export_item *item)
{
	struct strbuf text;

	strbuf_init(&text);
	citation_append_keywords(&text, item);
	append_field(out, "keywords", text.data);
	strbuf_release(&text);
}

// `annote` is what no style prints: a model's words never come into a list of references.
int
bibtex_append(struct strbuf *out, const struct export_item *item, struct error *err)
{
	const struct paper *paper = &item->entry->paper;
	const struct section *abstract = citation_abstract(item->entry);
	struct strbuf notes;

	(void)err;
	strbuf_addf(out, "@misc{%s,\n  title = {", item->key);
	append_title(out, citation_title(paper));
	strbuf_add_byte(out, '}');
	append_authors(out, paper);
	append_date(out, paper);
	append_places(out, paper);
	append_keywords(out, item);
	append_field(out, "abstract", abstract ? abstract->text : NULL);
	strbuf_init(&notes);
	citation_append_notes(&notes, item);
	append_field(out, "annote", notes.data);
	strbuf_release(&notes);
	strbuf_add_string(out, "\n}\n");
	return 0;
}
