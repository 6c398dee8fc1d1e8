// SPDX-License-Identifier: GPL-3.0-or-later
// The formats of the two files and the steps from each to the next.
#ifndef ARCHIVE_SCHEMA_H
#define ARCHIVE_SCHEMA_H

#include <stdbool.h>

#include "shoroku/base/error.h"

// Makes or migrates both files of the directory, which exists. *migrated: something was to do.
int schema_prepare(const char *directory, bool *migrated, struct error *err) ERROR_CHECKED;

#endif
