// SPDX-License-Identifier: GPL-3.0-or-later
// Which papers are taken out of the reader, and their texts.
#ifndef TUI_TAKING_H
#define TUI_TAKING_H

#include <stdint.h>

#include "shoroku/base/vec.h"
#include "shoroku/export/writing.h"

struct session;

// What waits to leave the reader.
struct taking {
	bool can_copy;	      // the terminal takes texts for its clipboard
	struct strbuf copied; // for the terminal, which is told when it shows next; "" nothing
	char *command;	      // to read `piped` when it has the terminal; NULL: none
	struct strbuf piped;
	char *replaced; // a file that is there, whose name was typed once; NULL: none
};

void taking_init(struct taking *taking);
void taking_release(struct taking *taking);

typedef VEC(int64_t) taking_ids;

// While one is in the list the selected papers, where there are any, or with `whole` the whole list; else the
// open one. Released by vec_release().
void taking_find(const struct session *session, bool whole, taking_ids *ids);

// Calls `take` with each paper, all its sections loaded, until it fails.
int taking_each(struct session *session, const taking_ids *ids,
		int (*take)(void *context, const struct load_entry *paper, struct error *err),
		void *context, struct error *err) ERROR_CHECKED;

// Appends them in a format. *papers is how many were written.
int taking_write(struct session *session, const taking_ids *ids, const struct format *format,
		 struct strbuf *out, size_t *papers, struct error *err) ERROR_CHECKED;

#endif
