// SPDX-License-Identifier: GPL-3.0-or-later
// The formats of the two files and the steps from each to the next.
#ifndef ARCHIVE_SCHEMA_H
#define ARCHIVE_SCHEMA_H

#include "shoroku/base/error.h"

// Makes or migrates both files of the directory. `directory` exists.
int schema_prepare(const char *directory, struct error *err) ERROR_CHECKED;

#endif
