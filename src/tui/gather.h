// SPDX-License-Identifier: GPL-3.0-or-later
// Any set of papers in the list: a thread of its own finds the ids of what a query finds, and puts them
// in another order, however many there are.
#ifndef TUI_GATHER_H
#define TUI_GATHER_H

#include <stdbool.h>
#include <stdint.h>

#include "shoroku/base/error.h"
#include "shoroku/work/searcher.h"

struct session;
struct trail_step;

enum gather_purpose { GATHER_OPEN, GATHER_REPLACE };

struct gather {
	struct searcher *searcher; // started by the first question
	bool waiting;
	bool again; // the archive changed while an answer was on its way
	enum gather_purpose purpose;
	bool sorted;	// since the query was opened, so that its own order is not wanted any more
	int64_t change; // of the archive the papers are of, see load_change()
	bool from_search; // the list was opened in the search view
};

void gather_release(struct gather *gather); // ends the thread; a second time does nothing

// Asks for what the query finds, to be shown in the place of a day's papers under the name.
void gather_open(struct session *session, const char *name, const char *query, bool saved);

// Puts the list in that order, now and in later runs. ERROR_USAGE where it has none such.
int gather_sort(struct session *session, enum roster_order order, struct error *err) ERROR_CHECKED;
enum roster_order gather_next_order(enum roster_order order);

// "by title" …
const char *gather_order_text(enum roster_order order);

// Lists again what the step was in, staying on the paper that is open.
void gather_return(struct session *session, const struct trail_step *step);

// Takes the order that was kept; and, once the marks thread runs, lists what was listed when the reader was
// left, staying on the paper.
void gather_restore(struct session *session);
void gather_resume(struct session *session);
void gather_keep(struct session *session); // what is listed, for the next run

// The archive changed: asks again where its papers did.
void gather_refresh(struct session *session);

// Takes what has come; true where something did.
bool gather_collect(struct session *session);

#endif
