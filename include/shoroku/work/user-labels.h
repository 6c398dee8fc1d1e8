// SPDX-License-Identifier: GPL-3.0-or-later
// The user's own labels, from `label LANG TEXT ROLE` in the configuration file.
#ifndef SHOROKU_WORK_USER_LABELS_H
#define SHOROKU_WORK_USER_LABELS_H

#include "shoroku/feed/labels.h"
#include "shoroku/work/app.h"

// The built-in labels and the user's; the caller frees them. A mistake in a label is told as
// "FILE:LINE:COLUMN: sentence"; what is no label in the file is for others. Without a file there are
// the built-in ones.
struct labels *user_labels_read(const struct app *app,
				void (*complain)(void *context, const char *sentence),
				void *context);

#endif
