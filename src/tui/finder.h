// SPDX-License-Identifier: GPL-3.0-or-later
// What is searched for and what was found, shared by the search view and the reader: it outlives the
// view, so that a search can be gone back to.
#ifndef TUI_FINDER_H
#define TUI_FINDER_H

#include "shoroku/query/highlight.h"
#include "shoroku/work/searcher.h"
#include "tui/recall.h"

struct session;

struct finder {
	struct searcher *searcher;     // started by the first question
	struct strbuf text;	       // of the newest question
	bool waiting;		       // for its hits
	struct searcher_event *answer; // the last hits that came, or NULL
	struct searcher_event *facets; // the last facets that came, or NULL
	bool wants_facets;	       // the screen has room for them
	bool in_facets;		       // they have the keys
	bool live;		       // the newest question was still being typed
	size_t count;		       // of all hits
	bool counted;
	size_t selected; // among the answer's hits
	struct highlight highlight;
	bool reading;	      // a hit was opened, and leaving it leads back to the hits
	bool resumed;	      // the search is gone back to as it was left
	bool within;	      // the words are looked for in the open paper only
	bool jump;	      // it should be scrolled to the first of them
	struct recall recall; // of former searches
};

void finder_init(struct finder *finder);
void finder_release(struct finder *finder); // ends the thread; a second time does nothing

// Asks; the former answer stays until another comes. An empty text forgets it.
void finder_ask(struct session *session, const char *text, bool live);
void finder_ask_again(struct session *session); // where there is an answer, after a change

// Whether facets are asked for too; asks anew where they are wanted now and were not.
void finder_want_facets(struct session *session, bool wanted);

// Asks for the same restricted to a value of a facet, or no longer where it already was.
void finder_narrow(struct session *session, enum narrow_facet facet, const char *value);

// Asks for the same in the next order: by date, relevance, title, author.
void finder_sort(struct session *session);

// Looks for the words in the open paper; what was found in the archive stays for later.
void finder_look_within(struct session *session, const char *text);

// Takes what has come; true where something did.
bool finder_collect(struct session *session);

size_t finder_hits(const struct finder *finder);
const struct load_entry *finder_hit(const struct finder *finder, size_t index);

// Moves to the next (1) or the former (−1) hit; its entry, or 0 where there is none.
int64_t finder_step(struct session *session, int direction);

// "12 hits", "1000+ hits", "searching…"; "" before the first question.
void finder_describe(const struct finder *finder, struct strbuf *out);

#endif
