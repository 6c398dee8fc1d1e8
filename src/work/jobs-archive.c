// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/check.h"
#include "shoroku/work/web-settings.h"
#include "work/jobs-run.h"

int
jobs_archive_open(struct jobs_archive *opened, const struct app *app, struct error *err)
{
	*opened = (struct jobs_archive){0};
	arena_init(&opened->arena);
	if (web_settings_read(app, &opened->arena, &opened->http, err) ||
	    archive_prepare(app->data_dir, err) ||
	    !(opened->archive = archive_open(app->data_dir, ARCHIVE_IMPORT, err)) ||
	    check_rebuild_if_other(opened->archive, err)) {
		jobs_archive_close(opened);
		return -1;
	}
	return 0;
}

void
jobs_archive_close(struct jobs_archive *opened)
{
	archive_close(opened->archive);
	arena_release(&opened->arena);
}
