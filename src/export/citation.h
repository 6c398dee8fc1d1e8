// SPDX-License-Identifier: GPL-3.0-or-later
// What lists of works share: the key, the date, whose words are an abstract and whose a note.
#ifndef EXPORT_CITATION_H
#define EXPORT_CITATION_H

#include "shoroku/base/strbuf.h"
#include "writers.h"

// "panfilov-2509.18058", or where arXiv has no number "panfilov2025strategic-1a2b3c": made of the paper
// alone, so that it is the same in every run. ASCII letters, digits, - and . only.
void citation_append_key(struct strbuf *out, const struct paper *paper);

// When it appeared, as far as known: the date printed, else the month that arXiv's number says.
struct citation_date {
	int year;  // 0: not known
	int month; // likewise
	int day;
};
struct citation_date citation_date_of(const struct paper *paper);

// The work's own title, and the one its digest prints where that is another.
const char *citation_title(const struct paper *paper);
const char *citation_other_title(const struct paper *paper); // or NULL

// The abstract its authors wrote; NULL where there is none. arXiv's own before a source's.
const struct section *citation_abstract(const struct entry *entry);

// All that is no abstract, each under its label with whose words it is, and the user's own note:
// paragraphs separated by LF. Nothing where there is none.
void citation_append_notes(struct strbuf *out, const struct export_item *item);

// Tags, then subjects.
size_t citation_keyword_count(const struct export_item *item);
const char *citation_keyword(const struct export_item *item, size_t index);

// All of them, separated by commas.
void citation_append_keywords(struct strbuf *out, const struct export_item *item);

// The best link to it, in the arena; NULL where there is none.
const char *citation_url(struct arena *arena, const struct paper *paper);

#endif
