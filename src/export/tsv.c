// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/export/tsv.h"

#include <inttypes.h>

static void
append_field(struct strbuf *out, const char *text)
{
	for (; text && *text; text++)
		strbuf_add_byte(out, *text == '\t' || *text == '\n' ? ' ' : *text);
}

static void
append_list(struct strbuf *out, const char *const *texts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (i)
			strbuf_add_byte(out, ';');
		append_field(out, texts[i]);
	}
}

void
tsv_append_header(struct strbuf *out)
{
	strbuf_add_string(out,
			  "id\tdate\tposition\tsource\ttitle\tauthors\ttags\tread\tfavourite\n");
}

void
tsv_append_entry(struct strbuf *out, const struct entry *entry, const struct marks *marks)
{
	char date[DATE_TEXT_SIZE];

	date_format(entry->date, date);
	strbuf_addf(out, "%" PRId64 "\t%s\t%d\t", entry->id, date, entry->position);
	append_field(out, entry->source);
	strbuf_add_byte(out, '\t');
	append_field(out, entry->paper.title);
	strbuf_add_byte(out, '\t');
	append_list(out, entry->paper.authors, entry->paper.author_count);
	strbuf_add_byte(out, '\t');
	append_list(out, marks->tags, marks->tag_count);
	strbuf_addf(out, "\t%d\t%d\n", marks->read, marks->favourite);
}

void
tsv_append_day_header(struct strbuf *out)
{
	strbuf_add_string(out,
			  "date\tsource\tstate\tpapers\tunread\tfavourites\trevision\treason\n");
}

void
tsv_append_day(struct strbuf *out, const struct record_day *day)
{
	char date[DATE_TEXT_SIZE];

	date_format(day->date, date);
	strbuf_addf(out, "%s\t", date);
	append_field(out, day->source);
	strbuf_addf(out, "\t%s\t%d\t%d\t%d\t%d\t", day_state_name(day->state), day->papers,
		    day->unread, day->favourites, day->revision);
	append_field(out, day->reason ? day->reason : "");
	strbuf_add_byte(out, '\n');
}
