// SPDX-License-Identifier: GPL-3.0-or-later
// `option=value` behind a source.
#ifndef WORK_SOURCE_OPTIONS_H
#define WORK_SOURCE_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/arena.h"
#include "shoroku/model/source.h"

// Whether the word has an option's form, known or not: letters and an equals sign.
bool source_options_like(const char *word);

// Sets what one word says. *offset is the byte of a mistake.
int source_options_set(struct arena *arena, const char *word, struct source *source, size_t *offset,
		       struct error *err) ERROR_CHECKED;

#endif
