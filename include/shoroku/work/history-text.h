// SPDX-License-Identifier: GPL-3.0-or-later
// The journal's steps in words, for the shell and the reader.
#ifndef SHOROKU_WORK_HISTORY_TEXT_H
#define SHOROKU_WORK_HISTORY_TEXT_H

#include "shoroku/archive/history.h"
#include "shoroku/base/strbuf.h"

// Appends what became of one mark: "+評価", "favourite", "no rating".
void history_text_mark(struct strbuf *out, const char *field, const char *value);

// Appends what the step did and to which papers: "+評価 -toread · 3 papers".
void history_text_append(struct strbuf *out, const struct history_step *step);

// How the step came about where it was no plain change of marks, and whether it is undone; NULL where
// there is nothing to say.
const char *history_text_note(const struct history_step *step);

#endif
