// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/similar.h"

#include <stdlib.h>

#include "shoroku/archive/load.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/commands/common.h"

#include "commands.h"
#include "list-records.h"

#define GREATEST_LIMIT 40

enum { SIMILAR_FORMAT, SIMILAR_LIMIT };

const struct command_option command_similar_options[2] = {
    [SIMILAR_FORMAT] = {"format", "text|tsv|json|jsonl", N_("how to print; text by default")},
    [SIMILAR_LIMIT] = {"limit", "N", N_("at most N papers; 5 by default")},
};

static void
print_text(const struct similar *similar, const struct entry *entry)
{
	char date[DATE_TEXT_SIZE];
	struct strbuf line;

	strbuf_init(&line);
	date_format(entry->date, date);
	strbuf_addf(&line, "%.2f  %s/%s#%d  %s\n", similar->score, date, entry->source,
		    entry->position, entry->paper.title);
	if (similar->word_count)
		strbuf_addf(&line, "      %s", _("both have:"));
	for (size_t i = 0; i < similar->word_count; i++)
		strbuf_addf(&line, "%s %s", i ? "," : "", similar->words[i]);
	if (similar->word_count)
		strbuf_add_byte(&line, '\n');
	command_common_print(stdout, line.data, line.length);
	strbuf_release(&line);
}

// The same paper in an earlier digest, which is none of the related ones.
static int
print_seen(struct archive *archive, struct arena *arena, int64_t id, struct error *err)
{
	struct load_entry entry;
	struct strbuf line;
	char date[DATE_TEXT_SIZE];

	if (load_row(archive, arena, id, &entry, err))
		return -1;
	if (!entry.entry.seen_before.id)
		return 0;
	strbuf_init(&line);
	date_format(entry.entry.seen_before.date, date);
	strbuf_addf(&line, _("seen before: %s · %s"), date, entry.entry.seen_before.source);
	strbuf_add_byte(&line, '\n');
	command_common_print(stdout, line.data, line.length);
	strbuf_release(&line);
	return 0;
}

static int
print(struct archive *archive, struct arena *arena, const struct similar *list, size_t count,
      enum command_format format, struct error *err)
{
	struct load_entries entries = {arena_alloc(arena, (count + 1) * sizeof(*entries.items)),
				       count};

	for (size_t i = 0; i < count; i++) {
		if (load_entry(archive, arena, list[i].entry, &entries.items[i], err))
			return -1;
		if (format == FORMAT_TEXT)
			print_text(&list[i], &entries.items[i].entry);
	}
	if (format != FORMAT_TEXT)
		command_list_records_entries(&entries, format, NULL);
	return count ? 0 : error_set(err, ERROR_NOT_FOUND, _("nothing was found"));
}

int
command_similar_run(const struct app *app, const struct command_arguments *arguments)
{
	enum command_format format = command_common_format(arguments->values[SIMILAR_FORMAT]);
	struct archive *archive = NULL;
	struct similar *list;
	struct arena arena;
	struct error err;
	struct error other; // of what comes behind a failure, which is told
	size_t limit = SIMILAR_USUAL;
	size_t count;
	int64_t id;
	int result = -1;

	arena_init(&arena);
	if (!command_common_limit(arguments->values[SIMILAR_LIMIT], GREATEST_LIMIT, &limit, &err) &&
	    (archive = command_common_open(app, ARCHIVE_READ, &err)) &&
	    !load_resolve(archive, arguments->words[0], app->today, &id, &err) &&
	    !similar_find(archive, &arena, id, limit, &list, &count, &err)) {
		result = print(archive, &arena, list, count, format, &err);
		if (format == FORMAT_TEXT &&
		    print_seen(archive, &arena, id, result ? &other : &err))
			result = -1;
	}
	arena_release(&arena);
	archive_close(archive);
	return result ? command_common_fail(&err) : 0;
}
