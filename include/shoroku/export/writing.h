// SPDX-License-Identifier: GPL-3.0-or-later
// Writing papers in a format, one after the other. No paper is kept, only the names of those written.
#ifndef SHOROKU_EXPORT_WRITING_H
#define SHOROKU_EXPORT_WRITING_H

#include "shoroku/base/error.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/export/format.h"
#include "shoroku/model/paper.h"

struct writing;

// The caller frees it with writing_free(). The format is borrowed.
struct writing *writing_new(const struct format *format);
void writing_free(struct writing *writing); // NULL is fine

// Appends what is to be written for the next paper, with all its sections, and what stands before it. A
// format that lists works has a paper once, however many digests brought it.
int writing_append(struct writing *writing, struct strbuf *out, const struct entry *entry,
		   const struct marks *marks, struct error *err) ERROR_CHECKED;

// Appends what stands behind the last one.
void writing_end(struct writing *writing, struct strbuf *out);

size_t writing_count(const struct writing *writing); // of the papers written

#endif
