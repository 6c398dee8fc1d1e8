// SPDX-License-Identifier: GPL-3.0-or-later
// Days whose sections are still to be judged (archive/warned.h). What comes is judged when it is
// stored; but an archive of a former version has days that were not, and judging them all may take
// a minute: it is done some at a time, while the archive is read. Until then they have the warnings
// they had.
#ifndef SHOROKU_ARCHIVE_JUDGING_H
#define SHOROKU_ARCHIVE_JUDGING_H

#include <stddef.h>

#include "shoroku/archive/archive.h"

#define JUDGING_DAYS 64 // that are judged within a second

int judging_left(struct archive *archive, size_t *days, struct error *err) ERROR_CHECKED;

// Judges the newest JUDGING_DAYS of them, in one transaction. *left: those still left. Handles
// opened with ARCHIVE_IMPORT.
int judging_go_on(struct archive *archive, size_t *left, struct error *err) ERROR_CHECKED;

#endif
