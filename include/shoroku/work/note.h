// SPDX-License-Identifier: GPL-3.0-or-later
// A paper's note in the user's editor: Markdown below a comment that says whose note it is.
#ifndef SHOROKU_WORK_NOTE_H
#define SHOROKU_WORK_NOTE_H

#include "shoroku/archive/load.h"
#include "shoroku/base/strbuf.h"

#define NOTE_MOST_BYTES ((size_t)1 << 20)

// Appends what the editor is given.
void note_write(const struct load_entry *paper, struct strbuf *out);

// Appends the note that stands in such a text: without the comment at its beginning and blank lines
// around it, cleaned. Empty where nothing is left.
void note_read(const char *text, size_t length, struct strbuf *note);

// Lets the user edit the note of the paper in the terminal and appends what it is afterwards, maybe
// nothing. The file is removed, unless the editor failed: the error then says where the text is.
int note_edit(const struct load_entry *paper, struct strbuf *note, struct error *err) ERROR_CHECKED;

#endif
