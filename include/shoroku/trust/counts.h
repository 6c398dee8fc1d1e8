// SPDX-License-Identifier: GPL-3.0-or-later
// How many papers have each token: what was counted of an archive's, on top of what is known of papers
// at all (src/trust/prior-table.c), which counts like TRUST_PRIOR papers more.
#ifndef SHOROKU_TRUST_COUNTS_H
#define SHOROKU_TRUST_COUNTS_H

#include <stddef.h>

#include "shoroku/base/strbuf.h"
#include "shoroku/trust/crowd.h"
#include "shoroku/trust/statistics.h"

#define TRUST_PRIOR 1000
#define TRUST_SELDOM 3 // tokens of fewer papers are not kept when packed

struct trust_counts;

struct trust_counts *counts_new(void);	       // nothing counted yet
void counts_free(struct trust_counts *counts); // NULL is fine

// Counts a paper of a crowd.
void counts_add(struct trust_counts *counts, const struct trust_crowd *crowd, size_t paper);

// Valid as long as the counts are.
struct trust_statistics counts_statistics(struct trust_counts *counts);

// What was counted, as bytes that are the same on every machine; and back: −1 where they are none of ours.
// Packing drops the seldom tokens from the counts too, so that what was packed judges like what was kept.
void counts_pack(struct trust_counts *counts, struct strbuf *bytes);
int counts_unpack(struct trust_counts *counts, const void *bytes, size_t length);

#endif
