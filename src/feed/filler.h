// SPDX-License-Identifier: GPL-3.0-or-later
// An entry while its blocks come in: which section is open, and around it. For entry-filler.c.
#ifndef FEED_FILLER_H
#define FEED_FILLER_H

#include "feed/loose-ids.h"
#include "feed/outline.h"
#include "shoroku/base/strbuf.h"

#define FILLER_NO_LEVEL 100 // of what no heading opened

struct filler {
	struct arena *arena;
	const struct blocks *all;
	const struct block *blocks;
	const struct labels *labels;
	const struct outline_paper *range;
	struct entry *entry;
	VEC(struct section) sections;
	struct section open;	   // label NULL: none is open
	int level;		   // of the heading that opened the section or the field
	const struct label *label; // that opened the section, or NULL
	bool resumed;		   // the section is `outer`, which has text already
	bool unlabelled;	   // the section's name is no label
	int outer_level;	   // of the labelled heading around it, NO_LEVEL: there is none
	size_t outer;		   // its section
	struct strbuf text;
	const struct label *field; // what follows fills this field; NULL: it is text
	struct loose_ids loose;
	bool labelled; // a section has a label
	bool began;    // something but links came after the title
	size_t title;
};

// The open section is kept if it has text. Ends a field too.
void filler_close(struct filler *filler);

// Closes the one before. `level` is that of the heading, or FILLER_NO_LEVEL.
void filler_open(struct filler *filler, enum section_role role, const char *label, size_t length,
		 int level);

// To the open section; where none is, a detail section without a label opens.
void filler_add_line(struct filler *filler, const char *mark, const char *line, size_t length);

// Remembers the labelled section in which a heading of this level stands.
void filler_note_outer(struct filler *filler, int level);

// The section around the one that ends here goes on.
void filler_resume_outer(struct filler *filler);

#endif
