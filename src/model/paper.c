// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/model/paper.h"

#include <string.h>

#include "shoroku/base/error.h"

static const char *const role_names[SECTION_ROLES] = {
    [SECTION_REASON] = "reason",
    [SECTION_SHORT] = "short",
    [SECTION_DETAIL] = "detail",
    [SECTION_ABSTRACT] = "abstract",
};

const char *
paper_role_name(enum section_role role)
{
	return role_names[role];
}

bool
paper_role_parse(const char *name, enum section_role *role)
{
	for (int i = 0; i < SECTION_ROLES; i++) {
		if (!strcmp(name, role_names[i])) {
			*role = (enum section_role)i;
			return true;
		}
	}
	return false;
}

const char *
paper_state_name(enum digest_state state)
{
	switch (state) {
	case DIGEST_COMPLETE:
		return "complete";
	case DIGEST_CHANGED:
		return "changed";
	}
	BUG("digest state %d", (int)state);
}
