// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader asks the thread of related papers (work/relater.h), started by the first question: the
// papers near the open one, and the one that a section warned of fits better.
#ifndef TUI_RELATED_H
#define TUI_RELATED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/work/relater.h"

struct session;

// So many answers are kept, for going back and forth between papers.
#define RELATED_KEPT 8

// Papers of a list of them.
#define RELATED_LISTED 20

struct related_answer {
	struct relater_event *event;
	int64_t change; // of the archive it is of, see load_change()
	size_t reloads; // session->reloads when its marks were read
};

struct related {
	struct relater *relater;
	int64_t asked;	  // the entry whose nearest papers are on their way; 0: nothing is
	int64_t matching; // the entry whose better match is; 0: nothing is
	int64_t listing;  // `asked`, where a list is to be made of them; 0: none is
	int64_t change;	  // of the archive when it was asked
	struct related_answer answers[RELATED_KEPT]; // the newest first
	// Of the paper that is read:
	int64_t chosen;	 // the entry at its foot that the cursor is on; 0: none
	int64_t resumed; // the one that is to be chosen when the foot is there again
	int64_t going;	 // it, where somebody waits to be taken to its foot; 0: nobody does
};

void related_release(struct related *related); // ends the thread; a second time does nothing

// The papers near the entry, NULL where they are not known (yet). Good until something is collected.
const struct relater_event *related_of(struct session *session, int64_t entry);

// The same with the marks as they are now, without papers that are gone.
const struct relater_event *related_fresh(struct session *session, int64_t entry);

// Another paper is read: nothing at its foot is chosen, and what was found in another archive than that of
// now is forgotten.
void related_begin(struct session *session, int64_t entry);

// Asks for them where they are neither known nor asked for.
void related_want(struct session *session, int64_t entry);

// Asks for the better match of the open paper, says so, and goes there when the answer comes.
void related_match(struct session *session);

// Lists the open paper and those near it like the papers of a day, when they are known.
void related_list(struct session *session);

// Takes what has come; true where something did. While something lies over the papers, nobody is taken to
// another one.
bool related_collect(struct session *session, bool covered);

#endif
