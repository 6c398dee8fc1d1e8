// SPDX-License-Identifier: GPL-3.0-or-later
// Tab-separated lines for cut, awk and spreadsheets. Clean text holds no tab; a line feed in a
// field becomes a blank. The columns are stable; new ones come at the end.
#ifndef SHOROKU_EXPORT_TSV_H
#define SHOROKU_EXPORT_TSV_H

#include "shoroku/base/strbuf.h"
#include "shoroku/export/record.h"
#include "shoroku/model/paper.h"

// Each appends one whole line. Authors and tags are separated by ';', read and favourite are 1 or 0.
void tsv_append_header(struct strbuf *out);
void tsv_append_entry(struct strbuf *out, const struct entry *entry, const struct marks *marks);

void tsv_append_day_header(struct strbuf *out);
void tsv_append_day(struct strbuf *out, const struct record_day *day);

#endif
