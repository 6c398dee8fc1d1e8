// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/day-state-text.h"

#include "shoroku/base/i18n.h"

const char *
day_state_text(enum day_state state)
{
	switch (state) {
	case DAY_UNKNOWN:
	case DAY_COMPLETE:
		break;
	case DAY_NOT_PUBLISHED:
		return _("not yet published");
	case DAY_ABSENT:
		return _("absent");
	case DAY_PARTIAL:
		return _("partial");
	case DAY_CHANGED:
		return _("changed");
	case DAY_FAILED:
		return _("failed");
	}
	return _("complete");
}
