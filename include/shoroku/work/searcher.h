// SPDX-License-Identifier: GPL-3.0-or-later
// The search thread: one reading handle, the newest question. A question asked while another is being
// answered interrupts it; answers nobody waits for any more are dropped.
#ifndef SHOROKU_WORK_SEARCHER_H
#define SHOROKU_WORK_SEARCHER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/archive/facets.h"
#include "shoroku/archive/load.h"
#include "shoroku/archive/roster.h"
#include "shoroku/base/date.h"

// Hits of one answer: more than a screen shows, and what is counted after it.
#define SEARCHER_HITS 200
#define SEARCHER_COUNT 1000

struct searcher;

// What is wanted beside the hits; a set of bits.
enum searcher_wish {
	SEARCHER_LIVE = 1 << 0, // the last word is still being typed
	SEARCHER_FACETS = 1 << 1,
	SEARCHER_COUNT_ONLY = 1 << 2, // no hits, only their number
};

// The hits come first, then, where there are more of them than SEARCHER_HITS, their number, then, where
// wanted, the facets.
struct searcher_event {
	uint64_t number; // of the question
	bool failed;
	struct error error;
	size_t offset; // of a mistake in the query
	bool is_count;
	bool is_facets;
	struct roster
	    roster;    // of searcher_gather() and searcher_arrange(), the one event they have
	size_t count;  // of all hits, SEARCHER_COUNT + 1 where there are more than SEARCHER_COUNT
	bool complete; // `count` is known
	bool partial;  // sorted among the newest HITS_SORTED only
	struct load_entries hits; // with their sections; in `arena`
	struct facets facets;	  // in `arena`
	struct arena arena;
};

// As for marker_start(). The thread opens its handle when the first question comes.
struct searcher *searcher_start(const char *data_dir, int wake_fd);

// Below which score sections are warned of (archive/warned.h), as far as questions are about that.
void searcher_warn_below(struct searcher *searcher, double score);

// `wishes`: enum searcher_wish. Returns the number of the question.
uint64_t searcher_ask(struct searcher *searcher, const char *query, date_day today,
		      unsigned wishes);

// The ids of everything a query finds, in the order unless the query asks for one; and the same entries
// in another order.
uint64_t searcher_gather(struct searcher *searcher, const char *query, date_day today,
			 enum roster_order order);
uint64_t searcher_arrange(struct searcher *searcher, const int64_t *ids, size_t count,
			  enum roster_order order);

// The next event of the newest question, or NULL; the caller frees it.
struct searcher_event *searcher_take(struct searcher *searcher);
void searcher_event_free(struct searcher_event *event);

void searcher_join(struct searcher *searcher); // NULL is fine

#endif
