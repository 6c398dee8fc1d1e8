// SPDX-License-Identifier: GPL-3.0-or-later
// The saved searches beside the days: those of the configuration, then those of user.db. A search
// thread of their own counts their unread papers.
#ifndef TUI_SAVED_LIST_H
#define TUI_SAVED_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/archive/saved.h"
#include "shoroku/base/vec.h"
#include "shoroku/work/searcher.h"

struct session;

struct saved_list_item {
	char *name;
	char *query;
	bool configured; // in the configuration, so that it cannot be removed here
	bool counted;
	size_t unread; // SEARCHER_COUNT + 1: more than SEARCHER_COUNT
};

struct saved_list {
	VEC(struct saved_list_item) items;
	struct searcher *searcher; // started by the first question
	bool counting;
	size_t next;   // the one being counted
	size_t chosen; // the one opened last
	bool wanted;   // the view of days is to give it the keys
	bool has_keys; // the list of them has, in the view of days
};

void saved_list_init(struct saved_list *saved);
void saved_list_release(struct saved_list *saved); // ends the thread; a second time does nothing

// `saved NAME QUERY` of the configuration.
void saved_list_configure(struct session *session, const char *name, const char *query);

// Reads those of user.db again, and counts anew.
void saved_list_reload(struct session *session);

// The index of a name, or the number of them.
size_t saved_list_find(const struct saved_list *saved, const char *name);

// Asks for the hits of one, to be shown in the place of a day's papers.
void saved_list_open(struct session *session, size_t index);

// Takes what has come; true where something did.
bool saved_list_collect(struct session *session);

// ERROR_USAGE where the configuration has the name.
int saved_list_add(struct session *session, const char *name, const char *query, struct error *err)
    ERROR_CHECKED;
void saved_list_remove(struct session *session, size_t index);

#endif
