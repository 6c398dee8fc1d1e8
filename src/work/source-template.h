// SPDX-License-Identifier: GPL-3.0-or-later
// URLs with a date's letters in them, as work/source-url.h tells of them.
#ifndef WORK_SOURCE_TEMPLATE_H
#define WORK_SOURCE_TEMPLATE_H

#include "shoroku/base/arena.h"
#include "shoroku/base/date.h"

#define SOURCE_TEMPLATE_ARXIV "arxiv:"

// Of a template that was checked.
const char *source_template_expand(struct arena *arena, const char *url, date_day date);

#endif
