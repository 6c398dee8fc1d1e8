// SPDX-License-Identifier: GPL-3.0-or-later
// What stands below the days: the saved searches, those of the configuration, then those of user.db; the
// tags; the sources. A search thread of their own counts the
// unread papers of those that are on the screen.
#ifndef TUI_SAVED_LIST_H
#define TUI_SAVED_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/archive/saved.h"
#include "shoroku/base/vec.h"
#include "shoroku/work/searcher.h"

struct session;

enum saved_kind { SAVED_SEARCH, SAVED_TAG, SAVED_SOURCE };
#define SAVED_KINDS 3

struct saved_list_item {
	enum saved_kind kind;
	char *name;
	char *query;
	bool configured; // in the configuration, so that it cannot be removed here
	bool on_screen;	 // when the list was last drawn
	bool counted;	 // `unread` is known, though perhaps of before
	bool fresh;	 // and of now
	size_t unread;	 // SEARCHER_COUNT + 1: more than SEARCHER_COUNT
};

typedef VEC(struct saved_list_item) saved_list_items;

struct saved_list {
	saved_list_items items;	   // one kind after the other
	struct searcher *searcher; // started by the first question
	bool counting;
	size_t next;	    // the one being counted
	size_t chosen;	    // the one opened last
	char *title;	    // what the browser calls it; NULL: none was opened
	bool lost;	    // it is there no more,
	unsigned lost_kind; // and was of this kind
	bool wanted;	    // the view of days is to give it the keys
	bool has_keys;	    // the list of them has, in the view of days
};

void saved_list_init(struct saved_list *saved);
void saved_list_release(struct saved_list *saved); // ends the thread; a second time does nothing

// `saved NAME QUERY` of the configuration.
void saved_list_configure(struct session *session, const char *name, const char *query);

// Reads what the archive has of them again, and counts anew.
void saved_list_reload(struct session *session);

// Counts those on the screen that are not counted yet, in the background; once the reader runs.
void saved_list_count(struct session *session);

// The one the browser shows, or the number of items.
size_t saved_list_shown(const struct session *session);

// Where the items of a kind begin, and those before it end; of SAVED_KINDS: their number.
size_t saved_list_begin(const struct saved_list *saved, unsigned kind);

// Asks for the hits of one, to be shown in the place of a day's papers.
void saved_list_open(struct session *session, size_t index);

// Takes the one of that title as the one that was opened, as in the run before; false where it is gone.
bool saved_list_choose(struct saved_list *saved, const char *title);

// Takes what has come; true where something did.
bool saved_list_collect(struct session *session);

// Keeps a search. ERROR_USAGE where the configuration has the name.
int saved_list_add(struct session *session, const char *name, const char *query, struct error *err)
    ERROR_CHECKED;
void saved_list_remove(struct session *session, size_t index); // a search

#endif
