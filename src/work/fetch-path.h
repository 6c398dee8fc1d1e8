// SPDX-License-Identifier: GPL-3.0-or-later
// A source that is a file or directory of this machine: it is imported.
#ifndef WORK_FETCH_PATH_H
#define WORK_FETCH_PATH_H

#include "work/fetch-run.h"

int fetch_path(struct fetch_place *place, struct error *err) ERROR_CHECKED;

#endif
