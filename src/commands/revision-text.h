// SPDX-License-Identifier: GPL-3.0-or-later
// `revisions` for people.
#ifndef COMMANDS_REVISION_TEXT_H
#define COMMANDS_REVISION_TEXT_H

#include "shoroku/export/revision.h"

// A day of a source begins; `revisions` are all of it.
void command_revision_text_heading(date_day date, const char *source, unsigned long revisions);

// A line, one for what it changes in each paper below it. `part`: the number is said.
void command_revision_text_print(const struct revision *revision, bool part);

#endif
