// SPDX-License-Identifier: GPL-3.0-or-later
// Papers for bench/similar, put into an archive without what would give them away: titles, keys, and the
// lines that name an arXiv id or category.
#ifndef BENCH_SIMILAR_PAPERS_H
#define BENCH_SIMILAR_PAPERS_H

#include "corpus.h"
#include "shoroku/archive/load.h"
#include "shoroku/base/vec.h"

struct bench_paper {
	const char *lang;
	const char *sections[SECTION_ROLES]; // NULL: none
	const char **authors;
	size_t author_count;
	size_t twin; // number of the same paper told of elsewhere; its own number: there is none
	const char *name;
	uint64_t topics;      // bits, by the words of its title
	const char *category; // the first; NULL: not known
};

struct bench_papers {
	struct arena arena;
	VEC(struct bench_paper) list;
};

// A corpus's paper; only those roles whose bits are set.
struct bench_paper *bench_papers_add(struct bench_papers *papers, const struct corpus_paper *from,
				     unsigned roles);

// All papers of an archive that have categories.
void bench_papers_add_archive(struct bench_papers *papers, const char *directory);
void bench_papers_release(struct bench_papers *papers);

// An archive of them in a directory that is empty or not there, opened for reading.
struct archive *bench_papers_store(const struct bench_papers *papers, const char *directory,
				   bool with_authors);

// Between a paper's number and its entry there.
int64_t bench_papers_entry(size_t number);
size_t bench_papers_number(int64_t entry);

#endif
