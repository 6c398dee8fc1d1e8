// SPDX-License-Identifier: GPL-3.0-or-later
// A step of the journal, for programs.
#ifndef SHOROKU_EXPORT_STEP_H
#define SHOROKU_EXPORT_STEP_H

#include <stddef.h>
#include <stdint.h>

#include "shoroku/base/strbuf.h"

struct step_change {
	const char *field;
	const char *value; // NULL: taken away
	size_t papers;
};

struct step {
	int64_t number;
	const char *made_at; // UTC
	const char *origin;
	const char *state;
	size_t papers;
	const char *key; // of one paper, or NULL
	const char *title;
	const struct step_change *changes;
	size_t change_count;
};

// An object without a line feed; "value" is null where a mark was taken away.
void step_append_json(struct strbuf *out, const struct step *step);

// Each a whole line. Changes are FIELD=VALUE, or FIELD where it was taken away, separated by ';'.
void step_append_tsv_header(struct strbuf *out);
void step_append_tsv(struct strbuf *out, const struct step *step);

#endif
