// SPDX-License-Identifier: GPL-3.0-or-later
// Papers for the benches of trust: JSON Lines, plain or gzipped, with date, title, reason, short, detail.
#ifndef BENCH_CORPUS_H
#define BENCH_CORPUS_H

#include <stddef.h>

#include "shoroku/base/arena.h"
#include "shoroku/trust/crowd.h"

struct corpus_paper {
	const char *date;
	const char *source;
	const char *title;
	const char *title_other; // "" where there is none
	const char *name;	 // arXiv id, else title
	const char *lang;
	const char **authors;
	size_t author_count;
	const char *sections[SECTION_ROLES]; // "" where there is none
};

struct corpus {
	struct arena arena;
	struct corpus_paper *papers;
	size_t count;
};

// Adds the papers of a file; ends the program where it cannot be read.
void corpus_read(struct corpus *corpus, const char *path);
void corpus_release(struct corpus *corpus);

void corpus_crowd(struct trust_crowd *crowd, const struct corpus_paper *paper);

#endif
