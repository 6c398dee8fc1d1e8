// SPDX-License-Identifier: GPL-3.0-or-later
// URLs with a date's letters in them, in the C locale's sense of strftime(3): %Y %y %m %d %j %b %B %F,
// %-m and %-d without a leading zero, and %% for a '%' itself.
#ifndef WORK_SOURCE_TEMPLATE_H
#define WORK_SOURCE_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/arena.h"
#include "shoroku/base/date.h"
#include "shoroku/base/error.h"

#define SOURCE_TEMPLATE_ARXIV "arxiv:"

// Whether the URL is one: a URL in which every '%' begins an escaped byte (%E3) is none.
bool source_template_likes(const char *url);

// ERROR_USAGE for another letter, for one that might as well be an escaped byte, for a date that is not
// whole; *offset is the byte of the mistake.
int source_template_check(const char *url, size_t *offset, struct error *err) ERROR_CHECKED;

// Of a template that was checked.
const char *source_template_expand(struct arena *arena, const char *url, date_day date);

#endif
