// SPDX-License-Identifier: GPL-3.0-or-later
// An entry as text for people: title, authors, ids, marks, then the sections under their printed
// labels, wrapped.
#ifndef SHOROKU_EXPORT_PLAIN_H
#define SHOROKU_EXPORT_PLAIN_H

#include <stddef.h>

#include "shoroku/base/error.h"
#include "shoroku/model/paper.h"
#include "shoroku/text/width.h"

#define PLAIN_COLUMNS ((size_t)72)

enum plain_style { PLAIN_NORMAL, PLAIN_BOLD };

// Where the text goes, piece by piece. The sink makes a style visible, or not.
struct plain_sink {
	void (*write)(void *context, const char *text, size_t length, enum plain_style style);
	void *context;
	size_t columns; // at most; 0 means PLAIN_COLUMNS
	enum width_ambiguous ambiguous;
};

// `provenance` is a line about where the text came from, or NULL.
int plain_write(const struct plain_sink *sink, const struct entry *entry, const struct marks *marks,
		const char *provenance, struct error *err) ERROR_CHECKED;

#endif
