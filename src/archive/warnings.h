// SPDX-License-Identifier: GPL-3.0-or-later
// Which sections are warned of, kept in step with the rows. All of a day's entries are judged together
// whenever one of them changes (trust/crowd.h): so a warning does not hang on the order in which the day
// came. Nothing but the rows and the counts of words is needed to make all of it anew.
//
// Words are counted once there are WARNINGS_LEAST papers, and again whenever there are twice as many as
// then. A day is judged by what was counted before the newest of its papers came, by trust's prior where
// nothing was: so nothing that was judged is judged again because others came. What is stored is every
// score below TRUST_KEPT, so that the threshold may be set without judging again.
#ifndef ARCHIVE_WARNINGS_H
#define ARCHIVE_WARNINGS_H

#include <stdbool.h>
#include <stdint.h>

#include "archive/handle.h"
#include "shoroku/base/arena.h"
#include "shoroku/base/date.h"
#include "shoroku/base/vec.h"
#include "shoroku/trust/counts.h"
#include "shoroku/trust/crowd.h"
#include "shoroku/trust/rules.h"

#define WARNINGS_LEAST 1000 // papers
#define WARNINGS_SAMPLE 500 // papers that are counted, at most twice as many

// A section as something that is said, see warnings-said.h.
struct warnings_said {
	uint64_t hash; // of its text
	int64_t entry;
	enum section_role role;
	bool noted; // in this transaction
};

// One a handle.
struct warnings {
	VEC(date_day) touched;		// in this transaction
	VEC(struct warnings_said) said; // in the days that were judged so far
	struct trust_crowd *crowd;
	struct trust_counts *counts; // NULL: not read yet
	int64_t counted; // the last paper of those the counts were made of; 0: none were
	double threshold;
};

struct warnings *warnings_new(void);
void warnings_free(struct warnings *warnings); // NULL is fine

int64_t warnings_threshold(const struct archive *archive); // in thousandths, as they are stored

// What an entry is warned of that was not dismissed, into it and the arena.
int warned_load(struct archive *archive, struct arena *arena, struct entry *entry,
		struct error *err) ERROR_CHECKED;

// What is judged of an entry.
struct warnings_entry {
	int64_t id;
	const char *title;
	const char *lang;
	const char *texts[SECTION_ROLES]; // NULL: it has none of the role; "-": several
};
struct warnings_entries {
	VEC(struct warnings_entry) list;       // numbered as in the crowd
	const struct trust_verdicts *verdicts; // of each; NULL: still to be made of the crowd
};

// Where a day's entries and what is thought of them may come from instead of their rows: gives those of the
// day, which are `count`, as judged by the counts up to the paper `counted`; false where it has not all.
struct warnings_known {
	bool (*day)(void *context, date_day day, size_t count, int64_t counted,
		    struct warnings_entries *entries);
	void *context;
};

// Within a transaction: an entry of the day was stored, changed or dropped.
void warnings_touch(struct archive *archive, date_day day);
// Judges the days touched, before the commit. `known` may be NULL.
int warnings_flush(struct archive *archive, const struct warnings_known *known, struct error *err)
    ERROR_CHECKED;
void warnings_forget(struct archive *archive); // of a transaction that was rolled back

// Days that are still to be judged: those of an archive of a former version.
int warnings_unjudged(struct archive *archive, size_t *count, struct error *err) ERROR_CHECKED;
// In a transaction: judges the newest of them, at most so many.
int warnings_judge_newest(struct archive *archive, size_t most, struct error *err) ERROR_CHECKED;

// In a transaction: all of it anew, by counts of the same papers as before.
int warnings_rebuild(struct archive *archive, struct error *err) ERROR_CHECKED;

// "reason-mismatch", in the arena.
const char *warnings_name(struct arena *arena, enum section_role role, enum trust_flaw flaw);

// Warns of a section; `score` −1 where there is none, `other` 0 or the entry it points to.
int warnings_store(struct archive *archive, int64_t entry, const char *name, double score,
		   int64_t other, struct error *err) ERROR_CHECKED;

// --- warnings-judge.c

// Reads the entries from the id `last` down to `first` into the handle's crowd.
int warnings_judge_read(struct archive *archive, struct arena *arena, int64_t first, int64_t last,
			struct warnings_entries *entries, struct error *err) ERROR_CHECKED;

// Judges a day's entries and stores what is found, in the place of what was; but what is said elsewhere too
// only with warnings_said_flush().
int warnings_judge_day(struct archive *archive, date_day day, const struct warnings_known *known,
		       struct error *err) ERROR_CHECKED;

#endif
