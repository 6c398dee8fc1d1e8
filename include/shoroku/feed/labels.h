// SPDX-License-Identifier: GPL-3.0-or-later
// The label table: what the words printed before a text say about it. One row a label; the built-in
// rows stand in label.c, and a user adds rows of their own with `label LANG TEXT ROLE`.
#ifndef SHOROKU_FEED_LABELS_H
#define SHOROKU_FEED_LABELS_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/error.h"
#include "shoroku/model/paper.h"

enum label_kind {
	LABEL_SECTION,	 // of the paper; `role` says which
	LABEL_TITLE,	 // a title in the other language
	LABEL_AUTHORS,	 // a list of names
	LABEL_PUBLISHED, // when the paper was submitted or published
	LABEL_DAY,	 // the day of the digest
	LABEL_TAGS,	 // categories and keywords
	LABEL_LINKS,	 // ids and addresses of the paper
	LABEL_MATTER,	 // bibliographic matter: what stands under it is no section
};

struct label {
	const char *lang;
	const char *text; // as usually printed
	enum label_kind kind;
	enum section_role role; // of LABEL_SECTION
};

// The built-in rows.
extern const struct label label_table[];
extern const size_t label_table_size;

// The built-in rows and the user's, ready for searching. Does not change while it is only searched.
struct labels;
struct labels *labels_new(void);
void labels_free(struct labels *labels); // NULL is fine

// Adds a row that is found before the built-in ones. `role` is one of labels_role_names:
// ERROR_USAGE for another, or for a text without letters. Copies what it is given.
int labels_add(struct labels *labels, const char *lang, const char *text, const char *role,
	       struct error *err) ERROR_CHECKED;
extern const char *const labels_role_names[]; // NULL after the last

// Finds the row whose text equals `text` after folding, with emoji, numbering, brackets, colons and
// other signs dropped, and a gloss in parentheses too where no row has it. NULL where none does.
const struct label *labels_find(const struct labels *labels, const char *text, size_t length);

#endif
