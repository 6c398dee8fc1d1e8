// SPDX-License-Identifier: GPL-3.0-or-later
// What is unread, kept so that a search leaps to it: the days with something unread, and of those where
// something is read already the entries that are not. Derived, in user.db; within a transaction.
#ifndef ARCHIVE_UNREAD_H
#define ARCHIVE_UNREAD_H

#include "archive/handle.h"
#include "shoroku/base/date.h"

// After the entries of a day changed.
int unread_refresh_day(struct archive *archive, date_day day, struct error *err) ERROR_CHECKED;

// After one entry was marked as read or not: where the day's entries are listed, one changes.
int unread_refresh_entry(struct archive *archive, int64_t entry, bool read, struct error *err)
    ERROR_CHECKED;

#endif
