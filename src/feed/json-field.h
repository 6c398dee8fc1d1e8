// SPDX-License-Identifier: GPL-3.0-or-later
// The names under which makers of digest JSON put what a paper has: one table.
#ifndef FEED_JSON_FIELD_H
#define FEED_JSON_FIELD_H

#include "shoroku/model/paper.h"

enum json_role {
	JSON_TITLE,
	JSON_ORIGINAL, // title, where the other is a translation
	JSON_AUTHORS,
	JSON_TRUNCATED, // the list of authors is cut
	JSON_ARXIV,
	JSON_DOI,
	JSON_URL,
	JSON_PDF,
	JSON_CATEGORIES,
	JSON_PUBLISHED,
	JSON_DATE, // of the digest
	JSON_LANG,
	JSON_SOURCE, // of a list
	JSON_ANNOUNCEMENT,
	JSON_SECTION,
	JSON_SECTIONS, // a list of them as in our own records: role, label, text
	JSON_SUMMARY, // the abstract where arXiv's own fields stand beside it, else a written summary
	JSON_PAPERS, // a list of papers
	JSON_PAPER,  // a paper's own fields inside an object
};

struct json_field {
	const char *name; // small letters, nothing between the words
	enum json_role role;
	enum section_role section; // of a JSON_SECTION
};

// The row for a name however its words are joined: why_read, whyRead, why-read. A language behind it,
// as in why_read_ja, goes into *lang, which otherwise becomes NULL. NULL: no row.
const struct json_field *json_field_find(const char *name, const char **lang);

#endif
