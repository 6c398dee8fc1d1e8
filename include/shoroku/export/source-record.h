// SPDX-License-Identifier: GPL-3.0-or-later
// A source for programs: a JSON object, or a line of tab-separated fields. As with records, members and
// columns are added, never renamed; what is not said is left out, or empty.
#ifndef SHOROKU_EXPORT_SOURCE_RECORD_H
#define SHOROKU_EXPORT_SOURCE_RECORD_H

#include "shoroku/base/strbuf.h"
#include "shoroku/model/source.h"

// Each appends one object without a line feed, or one whole line. `help` is a line about a preset; NULL
// is fine.
void source_record_json(struct strbuf *out, const struct source *source, const char *help);
void source_record_tsv_header(struct strbuf *out);
void source_record_tsv(struct strbuf *out, const struct source *source, const char *help);

// The spacing in seconds as the option takes it: "0.5".
void source_record_seconds(struct strbuf *out, int milliseconds);

#endif
