// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/note.h"

#include <string.h>
#include <unistd.h>

#include "shoroku/base/file.h"
#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"

#include "mark.h"

static int
load(const struct app *app, struct arena *arena, const char *name, struct load_entry *entry,
     struct error *err)
{
	struct archive *archive = command_common_open(app, ARCHIVE_READ, err);
	int64_t id;
	int result = -1;

	if (archive && !load_resolve(archive, name, app->today, &id, err))
		result = load_entry(archive, arena, id, entry, err);
	archive_close(archive);
	return result;
}

static int
read_input(struct strbuf *note, struct error *err)
{
	struct strbuf text;
	int result;

	strbuf_init(&text);
	result = file_read_fd(STDIN_FILENO, "-", NOTE_MOST_BYTES, &text, err);
	note_read(text.data, text.length, note);
	strbuf_release(&text);
	return result;
}

static void
join_words(const struct command_arguments *arguments, struct strbuf *note)
{
	struct strbuf text;

	strbuf_init(&text);
	for (size_t i = 1; i < arguments->count; i++)
		strbuf_addf(&text, "%s%s", i > 1 ? " " : "", arguments->words[i]);
	note_read(text.data, text.length, note);
	strbuf_release(&text);
}

// The note as it is to be.
static int
find_text(const struct command_arguments *arguments, const struct load_entry *entry,
	  struct strbuf *note, struct error *err)
{
	if (arguments->count == 1 && !isatty(STDIN_FILENO))
		return error_set(err, ERROR_USAGE,
				 _("no terminal for an editor; give the text, or - to read it"));
	if (arguments->count == 1)
		return note_edit(entry, note, err);
	if (arguments->count == 2 && !strcmp(arguments->words[1], "-"))
		return read_input(note, err);
	join_words(arguments, note);
	return 0;
}

static int
keep(const struct app *app, struct arena *arena, const struct load_entry *entry, const char *text,
     struct error *err)
{
	struct journal_change change = {entry->entry.paper.key, "note", *text ? text : NULL};
	struct archive *archive = command_mark_open(app, err);
	struct journal_report report;
	int result;

	if (!archive)
		return -1;
	result = journal_apply(archive, arena, &change, 1, JOURNAL_USER, &report, err);
	if (!result && !app->quiet)
		command_common_printf(stdout, !report.changed ? _("nothing to change\n")
					      : *text	      ? _("note kept\n")
							      : _("note removed\n"));
	archive_close(archive);
	return result;
}

int
command_note_run(const struct app *app, const struct command_arguments *arguments)
{
	struct load_entry entry;
	struct strbuf note;
	struct arena arena;
	struct error err;
	int result;

	arena_init(&arena);
	strbuf_init(&note);
	result = load(app, &arena, arguments->words[0], &entry, &err) ||
		 find_text(arguments, &entry, &note, &err) ||
		 keep(app, &arena, &entry, note.data, &err);
	strbuf_release(&note);
	arena_release(&arena);
	return result ? command_common_fail(&err) : 0;
}
