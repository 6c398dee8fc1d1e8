// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/judging.h"

#include "archive/warnings.h"

int
judging_left(struct archive *archive, size_t *days, struct error *err)
{
	return warnings_unjudged(archive, days, err);
}

static int
judge(struct archive *archive, void *context, struct error *err)
{
	(void)context;
	return warnings_judge_newest(archive, JUDGING_DAYS, err);
}

int
judging_go_on(struct archive *archive, size_t *left, struct error *err)
{
	*left = 0;
	return handle_transaction(archive, judge, NULL, err) || judging_left(archive, left, err)
		   ? -1
		   : 0;
}
