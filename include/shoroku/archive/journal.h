// SPDX-License-Identifier: GPL-3.0-or-later
// Marks, the append-only journal of every change to them, undo and redo. Handles opened with
// ARCHIVE_MARK. Each function that writes is one transaction of user.db: events, their effect and
// the derived sets together.
#ifndef SHOROKU_ARCHIVE_JOURNAL_H
#define SHOROKU_ARCHIVE_JOURNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/archive/archive.h"
#include "shoroku/base/arena.h"

// One change of one mark of one paper. Fields: "read" and "favourite" (value "1"), "rating"
// ("1"–"5"), "note" (text), "tag:NAME" (value "1"). A NULL value takes the mark away (a tombstone).
struct journal_change {
	const char *key;
	const char *field;
	const char *value;
};

enum journal_origin {
	JOURNAL_USER,	   // can be undone
	JOURNAL_AUTOMATIC, // set by reading, or imported; joins no undo step
};

// What happened, for a message.
struct journal_report {
	int64_t step; // 0 where nothing changed
	int changed;  // marks changed
	int papers;   // whose marks, where the changes of one paper stand together
	int left;     // undo/redo only: marks changed since by something else, left as they are
	const char *field; // of the first change; in the arena
	const char *key;   // likewise
	const char *value; // the value it has now, NULL for none
};

// Changes that alter nothing are dropped; where none is left, no step is made. Keys are resolved
// through aliases. A change's tag name must be clean, one line, without blanks at the
// ends, at most 64 code points: otherwise ERROR_USAGE.
int journal_apply(struct archive *archive, struct arena *arena,
		  const struct journal_change *changes, size_t count, enum journal_origin origin,
		  struct journal_report *report, struct error *err) ERROR_CHECKED;

// Takes back this device's latest user step, or does the latest one undone again. ERROR_NOT_FOUND
// where there is nothing to undo or redo.
int journal_undo(struct archive *archive, struct arena *arena, struct journal_report *report,
		 struct error *err) ERROR_CHECKED;
int journal_redo(struct archive *archive, struct arena *arena, struct journal_report *report,
		 struct error *err) ERROR_CHECKED;

// Records that a paper has a stronger key now (doi: is stronger than title:, arxiv: than both), in the
// same transaction its effect: the marks made under either key are one paper's from then on, merged as
// src/archive/journal-derive.h says. Joins no step of the user's; steps made before are undone as ever.
// *made: false where it was known, or the new key is no stronger. What archive.db itself knows of former
// keys needs no call: it becomes an alias with the next change or repair.
int journal_alias(struct archive *archive, struct arena *arena, const char *former, const char *now,
		  bool *made, struct error *err) ERROR_CHECKED;

// Brings the derived sets of entry ids up to the archive's change number: entries of marked papers
// stored since. Called on open by whoever holds an ARCHIVE_MARK handle; cheap when nothing changed.
int journal_repair(struct archive *archive, struct error *err) ERROR_CHECKED;

// Whether journal_repair() would have something to do. Any handle.
int journal_is_behind(struct archive *archive, bool *behind, struct error *err) ERROR_CHECKED;

// Keeps a small thing for load_state(); not a mark, not in the journal.
int journal_keep_state(struct archive *archive, const char *name, const char *value,
		       struct error *err) ERROR_CHECKED;

// Whether a field may be marked: a tag's name is to be as journal_apply() says. ERROR_USAGE where not.
int journal_check_field(const char *field, struct error *err) ERROR_CHECKED;

// "tag:評価" → "評価"; NULL for a field that is no tag.
const char *journal_tag_name(const char *field);

#endif
