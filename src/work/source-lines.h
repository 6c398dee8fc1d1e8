// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration file as lines, to change those of a source and leave the others.
#ifndef WORK_SOURCE_LINES_H
#define WORK_SOURCE_LINES_H

#include "shoroku/base/error.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/work/app.h"

// Appends the file; a missing one is empty.
int source_lines_read(const struct app *app, struct strbuf *text, struct error *err) ERROR_CHECKED;

// Replaces the file, behind a link the one it leads to, as a whole or not at all; makes its directory.
int source_lines_write(const struct app *app, const struct strbuf *text, struct error *err)
    ERROR_CHECKED;

// The number of the first line that is a row of that source; 0: there is none. The other lines are
// appended to `others`, which may be NULL.
size_t source_lines_find(const struct strbuf *text, const char *name, struct strbuf *others);

#endif
