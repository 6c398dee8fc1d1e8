// SPDX-License-Identifier: GPL-3.0-or-later
#include "citation.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/i18n.h"
#include "shoroku/export/brief.h"
#include "shoroku/model/link.h"
#include "shoroku/model/name.h"
#include "shoroku/text/fold.h"
#include "string-set.h"

// The folded ASCII letters and digits of a text. Returns how many.
static size_t
append_plain(struct strbuf *out, const char *text, size_t length)
{
	size_t before = out->length;
	struct strbuf folded;

	strbuf_init(&folded);
	fold_append(&folded, text, length);
	for (size_t i = 0; i < folded.length; i++) {
		unsigned char c = (unsigned char)folded.data[i];

		if (c < 0x80 && isalnum(c))
			strbuf_add_byte(out, (char)c);
	}
	strbuf_release(&folded);
	return out->length - before;
}

// The first word of the title that says something.
static void
append_title_word(struct strbuf *out, const char *title)
{
	static const char *const small[] = {"a",  "an",	 "the", "on",	"of",  "in",   "for", "to",
					    "is", "are", "and", "with", "can", "from", "at",  "by"};

	while (*title) {
		size_t length = strcspn(title, " -–:/");
		struct strbuf word;
		bool wanted;

		strbuf_init(&word);
		wanted = append_plain(&word, title, length) > 1;
		for (size_t i = 0; i < ARRAY_LENGTH(small); i++)
			wanted = wanted && strcmp(small[i], word.data) != 0;
		if (wanted)
			strbuf_add(out, word.data, word.length < 20 ? word.length : 20);
		strbuf_release(&word);
		if (wanted)
			return;
		title += length;
		title += *title != '\0';
	}
}

void
citation_append_key(struct strbuf *out, const struct paper *paper)
{
	struct citation_date date = citation_date_of(paper);
	size_t before = out->length;
	size_t length = 0;
	const char *family = paper->author_count ? name_family(paper->authors[0], &length) : "";

	append_plain(out, family, length < 40 ? length : 0);
	if (paper->arxiv_id) {
		strbuf_add_string(out, out->length > before ? "-" : "arxiv-");
		for (const char *c = paper->arxiv_id; *c; c++)
			strbuf_add_byte(out, isalnum((unsigned char)*c) || *c == '-' ? *c : '.');
		return;
	}
	if (out->length == before)
		strbuf_add_string(out, "paper");
	if (date.year)
		strbuf_addf(out, "%d", date.year);
	else
		strbuf_add_byte(out, '-');
	append_title_word(out, citation_title(paper));
	strbuf_addf(out, "-%06llx",
		    string_set_hash(paper->key ? paper->key : paper->title) & 0xFFFFFF);
}

static int
number_at(const char *text, size_t digits)
{
	int number = 0;

	for (size_t i = 0; i < digits; i++) {
		if (!isdigit((unsigned char)text[i]))
			return 0;
		number = number * 10 + (text[i] - '0');
	}
	return number;
}

// arXiv's numbers begin with year and month: 2509.18058, hep-th/9901001. The archive opened in 1991.
static struct citation_date
date_of_arxiv(const char *id)
{
	const char *slash = strchr(id, '/');
	const char *digits = slash ? slash + 1 : id;
	size_t length = strspn(digits, "0123456789");
	struct citation_date date = {0};
	int year;

	if (length < 4)
		return date;
	year = number_at(digits, 2);
	date.year = year >= 91 ? 1900 + year : 2000 + year;
	date.month = number_at(digits + 2, 2);
	return date.month >= 1 && date.month <= 12 ? date : (struct citation_date){0};
}

struct citation_date
citation_date_of(const struct paper *paper)
{
	const char *text = paper->published;
	struct citation_date date = {0};

	if (text && (date.year = number_at(text, 4))) {
		if (text[4] == '-' && (date.month = number_at(text + 5, 2)) && text[7] == '-')
			date.day = number_at(text + 8, 2);
		return date;
	}
	return paper->arxiv_id ? date_of_arxiv(paper->arxiv_id) : date;
}

const char *
citation_title(const struct paper *paper)
{
	return paper->title_original ? paper->title_original : paper->title;
}

const char *
citation_other_title(const struct paper *paper)
{
	if (!paper->title_original || !strcmp(paper->title_original, paper->title))
		return NULL;
	return paper->title;
}

const struct section *
citation_abstract(const struct entry *entry)
{
	const struct section *found = NULL;

	for (size_t i = 0; i < entry->section_count; i++) {
		const struct section *section = &entry->sections[i];

		if (section->role == SECTION_ABSTRACT &&
		    (!found || (section->origin == SECTION_FROM_ARXIV &&
				found->origin != SECTION_FROM_ARXIV)))
			found = section;
	}
	return found;
}

static void
append_note(struct strbuf *out, const char *label, const char *writer, const char *text)
{
	strbuf_add_string(out, out->length ? "\n" : "");
	strbuf_addf(out, "[%s", label);
	if (writer)
		strbuf_addf(out, " (%s)", writer);
	strbuf_addf(out, "] %s", text);
}

void
citation_append_notes(struct strbuf *out, const struct export_item *item)
{
	const struct entry *entry = item->entry;
	const struct section *abstract = citation_abstract(entry);
	const char *other = citation_other_title(&entry->paper);

	if (other)
		append_note(out, _("title in the digest"), NULL, other);
	if (entry->paper.authors_truncated)
		append_note(out, _("authors"), NULL, _("the source names only the first ones"));
	if (entry->paper.comment)
		append_note(out, _("comment"), NULL, entry->paper.comment);
	for (size_t i = 0; i < entry->section_count; i++) {
		const struct section *section = &entry->sections[i];

		if (section != abstract)
			append_note(
			    out, section->label ? section->label : paper_role_name(section->role),
			    brief_writer(section), section->text);
	}
	if (item->marks->note)
		append_note(out, _("Note"), NULL, item->marks->note);
}

size_t
citation_keyword_count(const struct export_item *item)
{
	return item->marks->tag_count + item->entry->paper.category_count;
}

const char *
citation_keyword(const struct export_item *item, size_t index)
{
	size_t tags = item->marks->tag_count;

	return index < tags ? item->marks->tags[index]
			    : item->entry->paper.categories[index - tags];
}

const char *
citation_url(struct arena *arena, const struct paper *paper)
{
	struct links links;

	link_find(arena, paper, &links);
	return links.count && links.items[0].kind != LINK_PDF ? links.items[0].url : NULL;
}

void
citation_append_keywords(struct strbuf *out, const struct export_item *item)
{
	size_t count = citation_keyword_count(item);

	for (size_t i = 0; i < count; i++)
		strbuf_addf(out, "%s%s", i ? ", " : "", citation_keyword(item, i));
}
