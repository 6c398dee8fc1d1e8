// SPDX-License-Identifier: GPL-3.0-or-later
#include "provenance.h"

#include "shoroku/base/clock.h"
#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"

const char *
command_provenance_date(enum date_origin origin)
{
	switch (origin) {
	case DATE_FROM_USER:
		return _("date from --date");
	case DATE_FROM_HEADING:
		return _("date from the heading");
	case DATE_FROM_FRONT_MATTER:
		return _("date from the front matter");
	case DATE_FROM_METADATA:
		return _("date from the metadata");
	case DATE_FROM_FILE_NAME:
		return _("date from the file name");
	case DATE_FROM_DIRECTORY:
		return _("date from the directory");
	case DATE_FROM_PAPERS:
		return _("date from the papers");
	}
	BUG("date origin %d", (int)origin);
}

void
command_provenance_append(struct strbuf *out, const struct raw *raw)
{
	char time[CLOCK_TEXT_SIZE];

	clock_format_local(raw->stored_at, time);
	// Translators: a file's name, the time it was stored, the reader and its version.
	strbuf_addf(out, _("from %s, stored %s, read by %s %d"), raw->name, time, raw->reader,
		    raw->reader_version);
	if (raw->parts > 1)
		strbuf_addf(out, _(", part %d"), raw->part);
	strbuf_addf(out, _(", revision %d"), raw->revision);
	strbuf_addf(out, ", %s", command_provenance_date(raw->date_origin));
}

void
command_provenance_count(struct strbuf *out, const struct differences *differences)
{
	size_t added = 0;
	size_t gone = 0;
	size_t changed = 0;
	const char *last = NULL; // several lines may be of one paper

	for (size_t i = 0; i < differences->count; i++) {
		const struct difference *difference = &differences->items[i];

		if (difference->kind == DIFFERENCE_ADDED)
			added++;
		else if (difference->kind == DIFFERENCE_GONE)
			gone++;
		else
			changed += difference->title && difference->title != last;
		last = difference->title;
	}
	command_common_add_count(out, added, _("added"));
	command_common_add_count(out, gone, _("gone"));
	command_common_add_count(out, changed, _("changed"));
	if (!out->length)
		strbuf_add_string(out, _("changed"));
}
