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

bool
paper_section_is_machine(const struct section *section)
{
	return section->origin == SECTION_FROM_SOURCE &&
	       (section->role == SECTION_SHORT || section->role == SECTION_DETAIL);
}

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
paper_origin_name(enum section_origin origin)
{
	switch (origin) {
	case SECTION_FROM_SOURCE:
		return "source";
	case SECTION_FROM_ARXIV:
		return "arxiv";
	}
	BUG("section origin %d", (int)origin);
}

void
paper_keep_own_sections(struct entry *entry)
{
	while (entry->section_count &&
	       entry->sections[entry->section_count - 1].origin != SECTION_FROM_SOURCE)
		entry->section_count--;
}

const char *
paper_announcement_name(enum announcement announcement)
{
	switch (announcement) {
	case ANNOUNCED_NEW:
		return "new";
	case ANNOUNCED_CROSS:
		return "cross";
	case ANNOUNCED_REPLACED:
		return "replaced";
	}
	BUG("announcement %d", (int)announcement);
}

bool
paper_announcement_parse(const char *name, enum announcement *announcement)
{
	for (int i = ANNOUNCED_NEW; i <= ANNOUNCED_REPLACED; i++) {
		if (!strcmp(name, paper_announcement_name((enum announcement)i))) {
			*announcement = (enum announcement)i;
			return true;
		}
	}
	return false;
}

const char *
paper_date_origin_name(enum date_origin origin)
{
	switch (origin) {
	case DATE_FROM_USER:
		return "user";
	case DATE_FROM_HEADING:
		return "heading";
	case DATE_FROM_FRONT_MATTER:
		return "front-matter";
	case DATE_FROM_METADATA:
		return "metadata";
	case DATE_FROM_FILE_NAME:
		return "file-name";
	case DATE_FROM_DIRECTORY:
		return "directory";
	case DATE_FROM_PAPERS:
		return "papers";
	}
	BUG("date origin %d", (int)origin);
}

bool
paper_date_origin_parse(const char *name, enum date_origin *origin)
{
	for (int i = DATE_FROM_USER; i <= DATE_FROM_PAPERS; i++) {
		if (!strcmp(name, paper_date_origin_name((enum date_origin)i))) {
			*origin = (enum date_origin)i;
			return true;
		}
	}
	return false;
}
