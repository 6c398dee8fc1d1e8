// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/export/brief.h"

#include <stdio.h>

#include "shoroku/base/i18n.h"
#include "shoroku/model/name.h"

// " +6", " +" or "": what stands after `shown` names.
static size_t
format_rest(char *text, size_t size, const struct paper *paper, size_t shown)
{
	const char *blank = shown ? " " : "";
	int length = 0;

	*text = '\0';
	if (shown < paper->author_count)
		length = snprintf(text, size, "%s+%zu", blank, paper->author_count - shown);
	else if (paper->authors_truncated)
		length = snprintf(text, size, "%s+", blank);
	return length > 0 ? (size_t)length : 0;
}

static size_t
names_cells(const struct paper *paper, size_t count, enum width_ambiguous ambiguous)
{
	size_t cells = 0;

	for (size_t i = 0; i < count; i++) {
		size_t length;
		const char *name = name_family(paper->authors[i], &length);

		cells += width_text(name, length, ambiguous) + (i ? 2 : 0);
	}
	return cells;
}

size_t
brief_append_authors(struct strbuf *out, const struct paper *paper, size_t most, size_t cells,
		     enum width_ambiguous ambiguous)
{
	size_t shown = paper->author_count < most ? paper->author_count : most;
	char rest[32];
	size_t used =
	    names_cells(paper, shown, ambiguous) + format_rest(rest, sizeof(rest), paper, shown);

	while (shown && used > cells) {
		shown--;
		used = names_cells(paper, shown, ambiguous) +
		       format_rest(rest, sizeof(rest), paper, shown);
	}
	if (used > cells)
		return 0;
	for (size_t i = 0; i < shown; i++) {
		size_t length;
		const char *name = name_family(paper->authors[i], &length);

		strbuf_add_string(out, i ? ", " : "");
		strbuf_add(out, name, length);
	}
	strbuf_add_string(out, rest);
	return used;
}

const char *
brief_state(enum day_state state)
{
	switch (state) {
	case DAY_UNKNOWN:
		return _("unknown");
	case DAY_NOT_PUBLISHED:
		return _("not yet published");
	case DAY_ABSENT:
		return _("absent");
	case DAY_PARTIAL:
		return _("partial");
	case DAY_COMPLETE:
		return _("complete");
	case DAY_CHANGED:
		return _("changed");
	case DAY_FAILED:
		return _("failed");
	}
	BUG("state %d", (int)state);
}
