// SPDX-License-Identifier: GPL-3.0-or-later
#include "list-text.h"

#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/commands/common.h"
#include "shoroku/export/brief.h"
#include "shoroku/text/width.h"

#define AUTHORS_SHOWN 3
#define AUTHORS_CELLS 32
#define LEAST_TITLE 20
#define FREE_COLUMNS 4096 // of a line that goes to no terminal

// Where the cells of a row go.
struct table {
	bool color;
	size_t number; // cells of "#N"
	size_t title;
	size_t authors;
};

const char *
command_list_text_weekday(date_day day)
{
	static const char *const names[] = {N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"),
					    N_("Fri"), N_("Sat"), N_("Sun")};

	return _(names[date_weekday(day)]);
}

static void
print_padded(const char *text, size_t cells, bool bold)
{
	size_t length = strlen(text);
	size_t width = width_text(text, length, WIDTH_NARROW);
	size_t used = width;

	if (width > cells)
		length = width_fit(text, length, cells ? cells - 1 : 0, WIDTH_NARROW, &used);
	if (bold)
		command_common_bold(stdout, text, length);
	else
		command_common_print(stdout, text, length);
	if (width > cells && cells) {
		command_common_printf(stdout, "…");
		used++;
	}
	command_common_printf(stdout, "%*s", used < cells ? (int)(cells - used) : 0, "");
}

static size_t
decimal_digits(int number)
{
	size_t digits = 1;

	while (number >= 10) {
		number /= 10;
		digits++;
	}
	return digits;
}

static struct table
measure(const struct app *app, const struct load_entries *entries)
{
	size_t columns = command_common_columns();
	struct table table = {.color = command_common_color(app), .number = 2};
	struct strbuf authors;
	size_t fixed;

	if (!columns)
		columns = FREE_COLUMNS;
	strbuf_init(&authors);
	for (size_t i = 0; i < entries->count; i++) {
		const struct paper *paper = &entries->items[i].entry.paper;
		size_t number = decimal_digits(entries->items[i].day_position) + 1;
		size_t title = width_text(paper->title, strlen(paper->title), WIDTH_NARROW);
		size_t names = brief_append_authors(&authors, paper, AUTHORS_SHOWN, AUTHORS_CELLS,
						    WIDTH_NARROW);

		table.number = number > table.number ? number : table.number;
		table.title = title > table.title ? title : table.title;
		table.authors = names > table.authors ? names : table.authors;
	}
	strbuf_release(&authors);
	fixed = table.number + 3; // a blank, the mark, a blank
	if (columns < fixed + LEAST_TITLE + 2 + table.authors)
		table.authors = 0;
	if (table.authors)
		fixed += 2 + table.authors;
	if (table.title + fixed > columns)
		table.title = columns > fixed ? columns - fixed : 1;
	return table;
}

static const char *
mark_glyph(const struct marks *marks)
{
	if (marks->favourite)
		return "★";
	return marks->read ? " " : "•";
}

static void
print_tags(const struct marks *marks)
{
	for (size_t i = 0; i < marks->tag_count; i++)
		command_common_printf(stdout, "%s%s", i ? ", " : "  [", marks->tags[i]);
	if (marks->tag_count)
		command_common_printf(stdout, "]");
}

static void
print_entry(const struct table *table, const struct load_entry *item)
{
	struct strbuf authors;
	char number[16];

	snprintf(number, sizeof(number), "#%d", item->day_position);
	command_common_printf(stdout, "%*s %s ", (int)table->number, number,
			      mark_glyph(&item->marks));
	print_padded(item->entry.paper.title, table->title, table->color && !item->marks.read);
	if (table->authors) {
		strbuf_init(&authors);
		brief_append_authors(&authors, &item->entry.paper, AUTHORS_SHOWN, table->authors,
				     WIDTH_NARROW);
		command_common_printf(stdout, "  %s", authors.data);
		strbuf_release(&authors);
	}
	if (!command_common_columns())
		print_tags(&item->marks);
	command_common_printf(stdout, "\n");
}

static void
print_heading(const struct table *table, const struct load_entries *entries, size_t first)
{
	date_day day = entries->items[first].entry.date;
	unsigned long papers = 0;
	unsigned long unread = 0;
	char date[DATE_TEXT_SIZE];
	struct strbuf text;

	for (size_t i = first; i < entries->count && entries->items[i].entry.date == day; i++) {
		papers++;
		unread += !entries->items[i].marks.read;
	}
	date_format(day, date);
	strbuf_init(&text);
	strbuf_addf(&text, "%s %s · ", date, command_list_text_weekday(day));
	strbuf_addf(&text, ngettext("%lu paper", "%lu papers", papers), papers);
	strbuf_addf(&text, _(" · %lu unread"), unread);
	if (table->color)
		command_common_bold(stdout, text.data, text.length);
	else
		command_common_print(stdout, text.data, text.length);
	command_common_printf(stdout, "\n");
	strbuf_release(&text);
}

void
command_list_text_entries(const struct app *app, const struct load_entries *entries)
{
	struct table table = measure(app, entries);

	for (size_t i = 0; i < entries->count; i++) {
		const struct entry *entry = &entries->items[i].entry;

		if (!i || entry->date != entries->items[i - 1].entry.date) {
			command_common_printf(stdout, "%s", i ? "\n" : "");
			print_heading(&table, entries, i);
		}
		print_entry(&table, &entries->items[i]);
	}
}

static void
print_counts(const struct load_day *day)
{
	command_common_printf(stdout, _("  papers %d  unread %d  favourites %d"), day->papers,
			      day->unread, day->favourites);
}

void
command_list_text_days(const struct load_days *days)
{
	size_t source = 0;

	for (size_t i = 0; i < days->count; i++) {
		size_t width =
		    width_text(days->items[i].source, strlen(days->items[i].source), WIDTH_NARROW);

		source = width > source ? width : source;
	}
	for (size_t i = 0; i < days->count; i++) {
		const struct load_day *day = &days->items[i];
		char date[DATE_TEXT_SIZE];

		date_format(day->date, date);
		command_common_printf(stdout, "%s %s  ", date,
				      command_list_text_weekday(day->date));
		print_padded(day->source, source, false);
		if (day->revision)
			print_counts(day);
		command_common_printf(stdout, "  %s", brief_state(day->state));
		if (day->revision > 1)
			command_common_printf(stdout, _("  revision %d"), day->revision);
		if (day->reason)
			command_common_printf(stdout, ": %s", day->reason);
		command_common_printf(stdout, "\n");
	}
}
