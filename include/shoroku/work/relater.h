// SPDX-License-Identifier: GPL-3.0-or-later
// The thread that looks for papers near another one, in the whole archive by a handle of its own, so that
// neither a key nor a search waits for it. It answers the newest question; one asked while another is being
// answered interrupts it, whatever it is about.
#ifndef SHOROKU_WORK_RELATER_H
#define SHOROKU_WORK_RELATER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/archive/archive.h"
#include "shoroku/archive/similar.h"

// The same paper elsewhere is listed so many times at most.
#define RELATER_ELSEWHERE 4

// What scores less than this part of what the nearest does is left out: papers that share a word or two.
#define RELATER_LEAST 0.3

struct relater;

struct relater_marks {
	bool read;
	bool favourite;
	bool noted;
	bool warned;
};

struct relater_paper {
	int64_t entry;
	date_day date;
	const char *source;
	const char *lang;
	const char *title;
	struct relater_marks marks; // as they were then
	struct similar similar;	    // of the nearest
};

struct relater_event {
	uint64_t number; // of the question
	int64_t entry;	 // it was about
	bool is_match;	 // of relater_match(), else of relater_find()
	bool failed;
	struct error error;
	int64_t match;		      // the entry that fits better; 0: none does
	struct relater_paper *papers; // the nearest first, in `arena`
	size_t count;
	struct relater_paper *elsewhere; // the same paper in other digests, the newest first
	size_t elsewhere_count;
	struct arena arena;
};

// As for searcher_start(). Of sections that score below `warn_below` matches are looked for
// (archive/warned.h).
struct relater *relater_start(const char *data_dir, double warn_below, int wake_fd);

// The nearest papers, at most so many, and the same one elsewhere. Both return the number of the question.
uint64_t relater_find(struct relater *relater, int64_t entry, size_t most);

// The entry that a section warned of fits better than its own paper (warned_better()).
uint64_t relater_match(struct relater *relater, int64_t entry);

// The event of the newest question, or NULL; the caller frees it.
struct relater_event *relater_take(struct relater *relater);
void relater_event_free(struct relater_event *event); // NULL is fine

// Reads a paper's marks again, by any handle. ERROR_NOT_FOUND where it is gone.
int relater_read_marks(struct archive *archive, struct relater_paper *paper, struct error *err)
    ERROR_CHECKED;

void relater_join(struct relater *relater); // NULL is fine

#endif
