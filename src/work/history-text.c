// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/history-text.h"

#include <string.h>

#include "shoroku/base/i18n.h"

#define MOST_CHANGES 6

void
history_text_mark(struct strbuf *out, const char *field, const char *value)
{
	const char *tag = journal_tag_name(field);

	if (tag)
		strbuf_addf(out, "%s%s", value ? "+" : "-", tag);
	else if (!strcmp(field, "read"))
		strbuf_add_string(out, value ? _("read") : _("unread"));
	else if (!strcmp(field, "favourite"))
		strbuf_add_string(out, value ? _("favourite") : _("no favourite"));
	else if (!strcmp(field, "note"))
		strbuf_add_string(out, value ? _("note") : _("no note"));
	else if (!strcmp(field, "rating") && value)
		strbuf_addf(out, _("rating %s"), value);
	else if (!strcmp(field, "rating"))
		strbuf_add_string(out, _("no rating"));
	else
		strbuf_addf(out, "%s%s", value ? "" : "-", field);
}

static void
append_changes(struct strbuf *out, const struct history_step *step)
{
	for (size_t i = 0; i < step->change_count && i < MOST_CHANGES; i++) {
		if (i)
			strbuf_add_byte(out, ' ');
		history_text_mark(out, step->changes[i].field, step->changes[i].value);
	}
	if (step->change_count > MOST_CHANGES)
		strbuf_add_string(out, " …");
}

void
history_text_append(struct strbuf *out, const struct history_step *step)
{
	if (!step->change_count) {
		strbuf_add_string(out, _("nothing"));
		return;
	}
	append_changes(out, step);
	strbuf_add_string(out, " · ");
	if (step->papers == 1)
		strbuf_add_string(out, step->title ? step->title : step->key);
	else
		strbuf_addf(out, ngettext("%zu paper", "%zu papers", step->papers), step->papers);
}

const char *
history_text_note(const struct history_step *step)
{
	if (!strcmp(step->state, "undone"))
		return _("undone");
	if (!strcmp(step->origin, "undo"))
		return _("undo");
	if (!strcmp(step->origin, "redo"))
		return _("redo");
	if (!strcmp(step->origin, "restore"))
		return _("went back");
	if (!strcmp(step->origin, "automatic"))
		return _("by itself");
	return !strcmp(step->state, "discarded") ? _("undone") : NULL;
}
