// SPDX-License-Identifier: GPL-3.0-or-later
// What main() finds out once and everything else is handed: where the archive is, how to speak.
#ifndef SHOROKU_WORK_APP_H
#define SHOROKU_WORK_APP_H

#include <stdbool.h>

#include "shoroku/base/date.h"

enum app_color { APP_COLOR_AUTO, APP_COLOR_ALWAYS, APP_COLOR_NEVER };

struct app {
	const char *data_dir;	 // holds archive.db and user.db
	const char *config_file; // may not exist
	bool config_named;	 // the user named it, so it must exist
	enum app_color color;
	bool quiet;
	date_day today; // at start
};

#endif
