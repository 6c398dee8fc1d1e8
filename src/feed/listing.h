// SPDX-License-Identifier: GPL-3.0-or-later
// Where the readers of structured inputs put what they find, one entry after the other. Everything they
// hand over is raw; it is cleaned here. NULL and "" are "not there" everywhere.
#ifndef FEED_LISTING_H
#define FEED_LISTING_H

#include <stdbool.h>
#include <stddef.h>

#include "feed/reader.h"
#include "shoroku/base/arena.h"
#include "shoroku/base/vec.h"
#include "shoroku/model/paper.h"

#define LISTING_MOST 20000    // papers of one input
#define LISTING_AUTHORS 16384 // of a paper; what comes behind is told as cut off

struct listing {
	struct arena *arena;
	const char *name;	     // the input's, for messages
	const struct labels *labels; // the user's; NULL: the built-in rows alone
	struct labels *built_in;     // once they were needed
	size_t count;		     // papers so far, finished ones included
	VEC(struct entry) entries;
	struct entry entry; // being filled; its lists are in the three below
	VEC(const char *) authors;
	VEC(const char *) categories;
	VEC(struct section) sections;
};

void listing_init(struct listing *listing, const struct reader_input *input,
		  const struct reader_output *output);
// Ends it, and the reading with `result` if that is not 0; else −1 with `err` where there were more papers
// than a day can hold.
int listing_close(struct listing *listing, int result, struct error *err);

// One line of clean text in the arena, blanks made single; NULL where nothing is left.
const char *listing_line(struct arena *arena, const char *text);

// A language tag's language in small letters ("en-us" gives "en"); NULL for what is no tag.
const char *listing_language(struct arena *arena, const char *tag);

// The beginning of a text as one line, for messages; never NULL.
const char *listing_excerpt(struct arena *arena, const char *text);

void listing_begin(struct listing *listing);
// An entry without a title is none. False where it was dropped for that, or is one too many.
bool listing_end(struct listing *listing);

void listing_author(struct listing *listing, const char *name); // a single one
// "Bell, Ann" as catalogues print it, put in the order people say it; other names as they are.
void listing_inverted_author(struct listing *listing, const char *name);
void listing_authors(struct listing *listing, const char *list); // as printed, see authors.h
// Subjects and keywords; one that is there already, or above 64 of them, is passed over.
void listing_category(struct listing *listing, const char *name);
void listing_categories(struct listing *listing, const char *list); // parted by blanks
// What is in running text or an address, into the fields still unknown: see identifiers.h.
void listing_identifier(struct listing *listing, const char *text);
void listing_arxiv(struct listing *listing,
		   const char *id); // bare, "oai:arXiv.org:…", or an address
void listing_doi(struct listing *listing, const char *doi); // bare, "doi:…", or an address
// An address becomes the page's or, where it ends so, the PDF's.
void listing_url(struct listing *listing, const char *url);
void listing_pdf(struct listing *listing, const char *url);

// A section of paragraphs, one a line. One without text is none.
void listing_section(struct listing *listing, enum section_role role, const char *label,
		     const char *text);
// The same of text broken into lines by its sender: a paragraph begins behind an empty line or where a
// line is indented by two blanks, as in arXiv's abstracts.
void listing_wrapped(struct listing *listing, enum section_role role, const char *label,
		     const char *text);

// All entries become one digest of the model's date, origin and language, and the listing is empty again.
// No entries are a day without papers.
void listing_finish(struct listing *listing, const struct digest *model,
		    struct reader_output *output);

// A digest for each `date` of the entries, which are in order within it. Where none has one they are left
// to the path, or to when they were published.
void listing_finish_by_days(struct listing *listing, const struct digest *model,
			    struct reader_output *output);

#endif
