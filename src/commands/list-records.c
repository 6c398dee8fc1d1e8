// SPDX-License-Identifier: GPL-3.0-or-later
#include "list-records.h"

#include "shoroku/export/record.h"
#include "shoroku/export/tsv.h"
#include "shoroku/query/snippet.h"

// Prints `record` as one member of an array, or as a line.
static void
print_record(struct strbuf *record, enum command_format format, size_t index)
{
	if (format == FORMAT_JSON)
		command_common_printf(stdout, index ? ",\n" : "[\n");
	command_common_print(stdout, record->data, record->length);
	if (format == FORMAT_JSONL)
		command_common_printf(stdout, "\n");
	strbuf_clear(record);
}

static void
print_array_end(enum command_format format, size_t count)
{
	if (format == FORMAT_JSON)
		command_common_printf(stdout, count ? "\n]\n" : "[]\n");
}

static void
append_record(struct strbuf *line, const struct load_entry *item, const struct highlight *highlight)
{
	VEC(struct record_hit) hits = {0};
	struct record_snippet found = {0};
	struct snippet snippet;

	snippet_init(&snippet);
	if (!highlight || !snippet_make(&snippet, highlight, &item->entry)) {
		record_append(line, &item->entry, &item->marks);
	} else {
		for (size_t i = 0; i < snippet.hits.count; i++)
			*vec_push(&hits) = (struct record_hit){snippet.hits.items[i].start,
							       snippet.hits.items[i].end};
		found = (struct record_snippet){snippet.role, snippet.text.data, hits.items,
						hits.count};
		record_append_found(line, &item->entry, &item->marks, &found);
	}
	vec_release(&hits);
	snippet_release(&snippet);
}

void
command_list_records_entries(const struct load_entries *entries, enum command_format format,
			     const struct highlight *highlight)
{
	struct strbuf line;

	strbuf_init(&line);
	if (format == FORMAT_TSV) {
		tsv_append_header(&line);
		print_record(&line, format, 0);
	}
	for (size_t i = 0; i < entries->count; i++) {
		const struct load_entry *item = &entries->items[i];

		if (format == FORMAT_TSV)
			tsv_append_entry(&line, &item->entry, &item->marks);
		else
			append_record(&line, item, highlight);
		print_record(&line, format, i);
	}
	print_array_end(format, entries->count);
	strbuf_release(&line);
}

void
command_list_records_days(const struct load_days *days, enum command_format format)
{
	struct strbuf line;

	strbuf_init(&line);
	if (format == FORMAT_TSV) {
		tsv_append_day_header(&line);
		print_record(&line, format, 0);
	}
	for (size_t i = 0; i < days->count; i++) {
		const struct load_day *day = &days->items[i];
		struct record_day record = {
		    .date = day->date,
		    .source = day->source,
		    .state = day->state,
		    .papers = day->papers,
		    .unread = day->unread,
		    .favourites = day->favourites,
		    .revision = day->revision,
		    .reason = day->reason,
		};

		if (format == FORMAT_TSV)
			tsv_append_day(&line, &record);
		else
			record_append_day(&line, &record);
		print_record(&line, format, i);
	}
	print_array_end(format, days->count);
	strbuf_release(&line);
}
