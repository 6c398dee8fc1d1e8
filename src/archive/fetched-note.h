// SPDX-License-Identifier: GPL-3.0-or-later
// Writing down what is known of a fetched day, within the transaction that stores it.
#ifndef ARCHIVE_FETCHED_NOTE_H
#define ARCHIVE_FETCHED_NOTE_H

#include "archive/handle.h"
#include "archive/store-content.h"
#include "shoroku/archive/fetched.h"
#include "shoroku/archive/store.h"

// Whether the content is what the answer before said, so that nothing of it is to be stored.
bool fetched_note_is_same(const struct fetched_answer *answer, const char *hash);

// What storing the content came to, as an answer.
int fetched_note_judge(struct archive *archive, struct fetched_answer *answer,
		       const struct digest *digest, const char *hash, struct error *err)
    ERROR_CHECKED;

// Writes the row where it differs from what was there. `hash`: of the content; NULL: none was read.
int fetched_note_write(struct archive *archive, struct fetched_answer *answer, const char *hash,
		       struct error *err) ERROR_CHECKED;

#endif
