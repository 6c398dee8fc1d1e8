// SPDX-License-Identifier: GPL-3.0-or-later
// Finding a preset by its name; the table is work/sources.h's source_presets().
#ifndef WORK_SOURCE_PRESETS_H
#define WORK_SOURCE_PRESETS_H

#include <stdbool.h>

// Whether there is such a preset, or a pattern that the name is of. *url becomes its address as typed
// (of a pattern the name itself), *lang its language or NULL.
bool source_presets_find(const char *name, const char **url, const char **lang);

#endif
