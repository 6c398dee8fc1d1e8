// SPDX-License-Identifier: GPL-3.0-or-later
#include "revision-text.h"

#include "list-text.h"
#include "shoroku/base/clock.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/commands/common.h"

void
command_revision_text_heading(date_day date, const char *source, unsigned long revisions)
{
	char text[DATE_TEXT_SIZE];
	struct strbuf line;

	date_format(date, text);
	strbuf_init(&line);
	strbuf_addf(&line, "%s %s · %s · ", text, command_list_text_weekday(date), source);
	strbuf_addf(&line, ngettext("%lu revision", "%lu revisions", revisions), revisions);
	command_common_printf(stdout, "%s\n", line.data);
	strbuf_release(&line);
}

static const char *
state_text(enum revision_state state)
{
	switch (state) {
	case REVISION_SHOWN:
		return _("shown");
	case REVISION_REPLACED:
		return _("replaced");
	case REVISION_POORER:
		return _("poorer");
	}
	BUG("revision state %d", (int)state);
}

static void
add_detail(struct strbuf *line, const struct difference *change)
{
	switch (change->kind) {
	case DIFFERENCE_ADDED:
	case DIFFERENCE_GONE:
	case DIFFERENCE_ORDER:
		return;
	case DIFFERENCE_TITLE:
		strbuf_addf(line, _(": its title was “%s”"), change->detail);
		return;
	case DIFFERENCE_AUTHORS:
		strbuf_add_string(line, _(": other authors"));
		return;
	case DIFFERENCE_DETAILS:
		strbuf_add_string(line, _(": other ids, links or categories"));
		return;
	case DIFFERENCE_SECTION_GAINED:
		strbuf_addf(line, _(": %s gained"), change->detail);
		return;
	case DIFFERENCE_SECTION_LOST:
		strbuf_addf(line, _(": %s lost"), change->detail);
		return;
	case DIFFERENCE_SECTION_CHANGED:
		strbuf_addf(line, _(": %s changed"), change->detail);
		return;
	}
}

static char
sign_of(enum difference_kind kind)
{
	return kind == DIFFERENCE_ADDED ? '+' : kind == DIFFERENCE_GONE ? '-' : '~';
}

static void
add_changes(struct strbuf *line, const struct revision *revision)
{
	const struct differences *changes = revision->changes;

	for (size_t i = 0; changes && i < changes->count; i++) {
		const struct difference *change = &changes->items[i];

		strbuf_addf(line, "      %c %s", sign_of(change->kind),
			    change->title ? change->title : _("the order of the papers"));
		add_detail(line, change);
		strbuf_add_byte(line, '\n');
	}
	if (revision->error)
		strbuf_addf(line, "      ! %s\n", revision->error);
}

void
command_revision_text_print(const struct revision *revision, bool part)
{
	char time[CLOCK_TEXT_SIZE];
	struct strbuf line;

	clock_format_local(revision->stored_at, time);
	strbuf_init(&line);
	strbuf_addf(&line, "%4d  ", revision->number);
	if (part)
		strbuf_addf(&line, _("part %d  "), revision->part);
	strbuf_addf(&line, "%s  %s %d  ", time, revision->reader, revision->reader_version);
	strbuf_addf(&line, _("%zu bytes"), revision->size);
	strbuf_addf(&line, "  %s  %s\n", revision->name, state_text(revision->state));
	add_changes(&line, revision);
	command_common_print(stdout, line.data, line.length);
	strbuf_release(&line);
}
