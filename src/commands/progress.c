// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "shoroku/base/clock.h"
#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"
#include "shoroku/text/width.h"

#define BAR_AFTER_MS 1000
#define BAR_CELLS 30
#define LINE_EVERY_MS 100

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
		fprintf(stderr, "\r%*s\r", (int)progress->cells, "");
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
	progress->cells = BAR_CELLS + 48;
}

bool
command_progress_is_wanted(const struct progress *progress)
{
	int64_t now = clock_monotonic_ms();

	return progress->wanted && now - progress->started >= BAR_AFTER_MS &&
	       now - progress->painted >= LINE_EVERY_MS;
}

// Cut to the terminal, since a line that goes on below could not be taken back.
void
command_progress_line(struct progress *progress, const char *line)
{
	struct winsize size = {0};
	size_t cells = 80;
	size_t length;

	command_progress_hide(progress);
	if (!ioctl(STDERR_FILENO, TIOCGWINSZ, &size) && size.ws_col)
		cells = size.ws_col;
	length = width_fit(line, strlen(line), cells - 1, WIDTH_NARROW, &progress->cells);
	fflush(stdout);
	command_common_print(stderr, line, length);
	progress->shown = true;
	progress->painted = clock_monotonic_ms();
}
