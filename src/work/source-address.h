// SPDX-License-Identifier: GPL-3.0-or-later
// What a source's address is: its kind told, its scheme settled.
#ifndef WORK_SOURCE_ADDRESS_H
#define WORK_SOURCE_ADDRESS_H

#include "shoroku/base/arena.h"
#include "shoroku/model/source.h"

// Sets kind, url and path from what the user typed. *offset is the byte of a mistake.
int source_address_read(struct arena *arena, const char *typed, struct source *source,
			size_t *offset, struct error *err) ERROR_CHECKED;

// http or https, with a host; a missing scheme becomes https. NULL for anything else, with the sentence.
const char *source_address_web(struct arena *arena, const char *typed, struct error *err);

#endif
