// SPDX-License-Identifier: GPL-3.0-or-later
// What `fetch` says: the plan, a bar, a line a day that came or failed, the totals.
#ifndef COMMANDS_FETCH_TEXT_H
#define COMMANDS_FETCH_TEXT_H

#include "shoroku/work/app.h"
#include "shoroku/work/fetch.h"

#include "progress.h"

struct fetch_text {
	const struct app *app;
	struct progress progress;
	bool stopped; // by a signal
};

void command_fetch_text_start(struct fetch_text *text, const struct app *app);

// As the callbacks of struct fetch_options; `context` is a struct fetch_text.
void command_fetch_text_planned(void *context, const struct fetch_plan *plan);
void command_fetch_text_progress(void *context, const struct fetch_progress *progress);
void command_fetch_text_told(void *context, const struct fetch_news *news);

// `totals` NULL: the run failed as a whole.
void command_fetch_text_end(struct fetch_text *text, const struct fetch_totals *totals);

#endif
