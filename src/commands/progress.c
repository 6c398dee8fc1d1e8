// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress.h"

#include <stdio.h>
#include <unistd.h>

#include "shoroku/base/clock.h"
#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"

#define BAR_AFTER_MS 1000
#define BAR_CELLS 30

void
command_progress_start(struct progress *progress, const struct app *app)
{
	*progress = (struct progress){
	    .started = clock_monotonic_ms(),
	    .wanted = !app->quiet && isatty(STDERR_FILENO),
	};
}

void
command_progress_hide(struct progress *progress)
{
	if (progress->shown)
		fprintf(stderr, "\r%*s\r", BAR_CELLS + 48, "");
	progress->shown = false;
}

void
command_progress_show(struct progress *progress, size_t done, size_t total)
{
	size_t filled = total ? done * BAR_CELLS / total : 0;

	command_progress_hide(progress);
	if (!progress->wanted || done == total ||
	    clock_monotonic_ms() - progress->started < BAR_AFTER_MS)
		return;
	fflush(stdout);
	fputs("\r[", stderr);
	for (size_t i = 0; i < BAR_CELLS; i++)
		putc(i < filled ? '#' : '.', stderr);
	command_common_printf(stderr, _("] %zu of %zu, ^C stops"), done, total);
	progress->shown = true;
}
