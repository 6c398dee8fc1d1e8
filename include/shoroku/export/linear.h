// SPDX-License-Identifier: GPL-3.0-or-later
// An entry as text that is heard: no columns, no lines drawn, no signs for words; each part on a line of its
// own under its name, a paragraph a line however long.
#ifndef SHOROKU_EXPORT_LINEAR_H
#define SHOROKU_EXPORT_LINEAR_H

#include <stddef.h>

#include "shoroku/base/strbuf.h"
#include "shoroku/model/paper.h"

// `nth` of `count` papers. `provenance` is a line about where the text came from, or NULL.
void linear_append(struct strbuf *out, const struct entry *entry, const struct marks *marks,
		   const char *provenance, size_t nth, size_t count);

#endif
