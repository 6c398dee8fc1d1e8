// SPDX-License-Identifier: GPL-3.0-or-later
// Papers that a digest calls otherwise than arXiv does, as far as arXiv was asked.
#ifndef ARCHIVE_WARNINGS_RECORDED_H
#define ARCHIVE_WARNINGS_RECORDED_H

#include <stdint.h>

#include "archive/handle.h"

// Warns of the entries from the id `first` to `last` whose papers arXiv calls otherwise.
int warnings_recorded_judge(struct archive *archive, int64_t first, int64_t last, struct error *err)
    ERROR_CHECKED;

#endif
