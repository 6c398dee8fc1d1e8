// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/tags.h"

#include <string.h>

#include "archive/handle.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/vec.h"

typedef VEC(struct journal_change) change_list;

static const char *
field_of(struct arena *arena, const char *name)
{
	char *field = arena_alloc(arena, strlen(name) + sizeof("tag:"));

	memcpy(field, "tag:", strlen("tag:"));
	memcpy(field + strlen("tag:"), name, strlen(name));
	return field;
}

// Also papers the archive has not, whose marks wait for them.
static int
find_papers(struct archive *archive, struct arena *arena, const char *from, const char *to,
	    change_list *changes, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_MARKED_KEYS);

	statement_bind_text(&st, ":field", from);
	while (statement_step(&st)) {
		const char *key = statement_copy(&st, 0, arena);

		*vec_push(changes) = (struct journal_change){key, from, NULL};
		*vec_push(changes) = (struct journal_change){key, to, "1"};
	}
	return statement_end(&st, err);
}

int
tags_rename(struct archive *archive, struct arena *arena, const char *from, const char *to,
	    struct journal_report *report, struct error *err)
{
	const char *from_field = field_of(arena, from);
	const char *to_field = field_of(arena, to);
	change_list changes = {0};
	int result;

	*report = (struct journal_report){0};
	if (!strcmp(from, to))
		return error_set(err, ERROR_USAGE, _("the tag is called %s already"), to);
	if (journal_check_field(from_field, err) || journal_check_field(to_field, err))
		return -1;
	result = find_papers(archive, arena, from_field, to_field, &changes, err);
	if (!result && !changes.count)
		result = error_set(err, ERROR_NOT_FOUND, _("no paper has the tag %s"), from);
	if (!result)
		result = journal_apply(archive, arena, changes.items, changes.count, JOURNAL_USER,
				       report, err);
	vec_release(&changes);
	return result;
}
