// SPDX-License-Identifier: GPL-3.0-or-later
// What the configuration file says about asking servers, for commands: the reader has the same as a
// setting of its session.
#ifndef SHOROKU_WORK_WEB_SETTINGS_H
#define SHOROKU_WORK_WEB_SETTINGS_H

#include "shoroku/base/arena.h"
#include "shoroku/net/http.h"
#include "shoroku/work/app.h"

// Sets options->ca_file from `set ca-file PATH`; what it points to lives in `arena`. Other options stay.
// ERROR_USAGE for a path that cannot be: who asked for certificates of their own is not asked to trust
// others.
int web_settings_read(const struct app *app, struct arena *arena, struct http_options *options,
		      struct error *err) ERROR_CHECKED;

#endif
