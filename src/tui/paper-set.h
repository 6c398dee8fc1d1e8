// SPDX-License-Identifier: GPL-3.0-or-later
// The papers of the list: the ids of all of them in their order, and the rows of those near the ones
// shown, loaded when somebody asks for them.
#ifndef TUI_PAPER_SET_H
#define TUI_PAPER_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/archive/load.h"
#include "shoroku/archive/roster.h"

// Papers are loaded so many at a time, and so many times that are kept: more than a screen has rows.
#define PAPER_SET_BLOCK ((size_t)16)
#define PAPER_SET_BLOCKS ((size_t)32)

struct paper_block;

struct paper_set {
	struct archive *archive; // borrowed
	struct roster roster;
	size_t count; // of the roster
	size_t unread;
	uint64_t generation; // of the ids: grows when others are taken
	uint64_t clock;	     // of the blocks' use
	struct paper_block *blocks;
};

void paper_set_init(struct paper_set *set, struct archive *archive);
void paper_set_release(struct paper_set *set);

// Takes the roster over, in the place of the one there was.
void paper_set_take(struct paper_set *set, struct roster *roster);

// Anything but which papers they are may have changed.
int paper_set_reload(struct paper_set *set, struct error *err) ERROR_CHECKED;

// The paper at a place, without sections; NULL where there is none, or where it is gone or cannot be
// loaded, which the log tells. Good until another is asked for.
struct load_entry *paper_set_at(struct paper_set *set, size_t index);

int64_t paper_set_id(const struct paper_set *set, size_t index); // 0 where there is none
size_t paper_set_find(const struct paper_set *set,
		      int64_t id); // `count` where it is not among them
bool paper_set_has(const struct paper_set *set, size_t index, enum roster_flag flag);

// Shows a mark before the archive has it.
void paper_set_flag(struct paper_set *set, size_t index, enum roster_flag flag, bool on);
void paper_set_rate(struct paper_set *set, size_t index, int rating);

// The next unread paper after the place, wrapping round; `count` where all others are read.
size_t paper_set_next_unread(const struct paper_set *set, size_t index);

// Whether they are of more than one day; those of a day then stand together.
bool paper_set_spans_days(const struct paper_set *set);
bool paper_set_begins_day(const struct paper_set *set, size_t index);

#endif
