// SPDX-License-Identifier: GPL-3.0-or-later
// What a crowd is made of, for those who fill it and who judge.
#ifndef TRUST_CROWD_INSIDE_H
#define TRUST_CROWD_INSIDE_H

#include <stdint.h>

#include "shoroku/base/arena.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"
#include "shoroku/trust/crowd.h"

struct crowd_token {
	uint32_t hash;
	uint16_t parts; // bits: where in the paper it stands
	bool word;
};

struct crowd_paper {
	const char *name;
	size_t first; // token; its tokens stand together, each once, in the order they were met
};

struct trust_crowd {
	VEC(struct crowd_token) tokens;
	VEC(struct crowd_paper) papers;
	uint32_t *slots; // of the newest paper's tokens by their hash, open addressing
	size_t slot_count;
	struct arena names;
	struct strbuf folded;
	unsigned part; // of the text being read
};

static inline size_t
crowd_end_of(const struct trust_crowd *crowd, size_t paper)
{
	return paper + 1 < crowd->papers.count ? crowd->papers.items[paper + 1].first
					       : crowd->tokens.count;
}

#endif
