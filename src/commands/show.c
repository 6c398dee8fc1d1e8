// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "shoroku/archive/load.h"
#include "shoroku/archive/raw.h"
#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"
#include "shoroku/export/linear.h"
#include "shoroku/export/plain.h"

#include "commands.h"
#include "export-print.h"
#include "provenance.h"

enum { SHOW_FORMAT, SHOW_PLAIN, SHOW_RAW };

const struct command_option command_show_options[3] = {
    [SHOW_FORMAT] = {"format", FORMAT_NAMES, N_("how to print; text by default")},
    [SHOW_PLAIN] = {"plain", NULL, N_("print text that is heard: headings in words, no columns")},
    [SHOW_RAW] = {"raw", NULL, N_("print the bytes of the input the paper was read from")},
};

static void
write_piece(void *context, const char *text, size_t length, enum plain_style style)
{
	const bool *color = context;

	if (style == PLAIN_BOLD && *color)
		command_common_bold(stdout, text, length);
	else
		command_common_print(stdout, text, length);
}

// Where the text came from, of what came from an input.
static int
describe_input(struct archive *archive, int64_t entry, struct strbuf *line, struct error *err)
{
	struct arena arena;
	struct raw raw;
	int result;

	arena_init(&arena);
	result = raw_of_entry(archive, &arena, entry, &raw, err);
	if (!result)
		command_provenance_append(line, &raw);
	arena_release(&arena);
	return result && err->kind != ERROR_NOT_FOUND ? -1 : 0;
}

static int
print_text(const struct app *app, struct archive *archive, const struct load_entry *item,
	   struct error *err)
{
	bool color = command_common_color(app);
	size_t columns = command_common_columns();
	struct plain_sink sink = {
	    .write = write_piece,
	    .context = &color,
	    .columns = columns && columns < PLAIN_COLUMNS ? columns : PLAIN_COLUMNS,
	    .ambiguous = WIDTH_NARROW,
	};
	struct strbuf provenance;
	int result;

	strbuf_init(&provenance);
	result = describe_input(archive, item->entry.id, &provenance, err);
	if (!result)
		result = plain_write(&sink, &item->entry, &item->marks,
				     provenance.length ? provenance.data : NULL, err);
	strbuf_release(&provenance);
	return result;
}

static int
print_linear(struct archive *archive, const struct load_entry *item, size_t shown, size_t count,
	     struct error *err)
{
	struct strbuf provenance;
	struct strbuf text;
	int result;

	strbuf_init(&provenance);
	strbuf_init(&text);
	result = describe_input(archive, item->entry.id, &provenance, err);
	if (!result) {
		strbuf_add_string(&text, shown ? "\n\n" : "");
		linear_append(&text, &item->entry, &item->marks, provenance.data, shown + 1, count);
		command_common_print(stdout, text.data, text.length);
	}
	strbuf_release(&text);
	strbuf_release(&provenance);
	return result;
}

static int
print_raw(const struct app *app, struct archive *archive, const char *name, struct error *err)
{
	struct arena arena;
	struct strbuf bytes;
	struct raw raw;
	int64_t id;
	int result = -1;

	arena_init(&arena);
	strbuf_init(&bytes);
	if (load_resolve(archive, name, app->today, &id, err) ||
	    raw_of_entry(archive, &arena, id, &raw, err) || raw_read(archive, &raw, &bytes, err))
		goto out;
	fwrite(bytes.data, 1, bytes.length, stdout);
	result = 0;
out:
	strbuf_release(&bytes);
	arena_release(&arena);
	return result;
}

struct showing {
	const struct app *app;
	struct archive *archive;
	const struct command_arguments *arguments;
	bool text; // not an export format
	struct export_print print;
	size_t shown;
};

static int
show_loaded(struct showing *showing, const struct load_entry *item, struct error *err)
{
	if (!showing->text)
		return command_export_print_entry(&showing->print, item, err);
	if (showing->arguments->values[SHOW_PLAIN])
		return print_linear(showing->archive, item, showing->shown,
				    showing->arguments->count, err);
	command_common_printf(stdout, "%s", showing->shown ? "\n\n" : "");
	return print_text(showing->app, showing->archive, item, err);
}

static int
show_entry(struct showing *showing, const char *name, struct error *err)
{
	struct archive *archive = showing->archive;
	struct arena arena;
	struct load_entry item;
	int64_t id;
	int result;

	if (showing->arguments->values[SHOW_RAW])
		return print_raw(showing->app, archive, name, err);
	arena_init(&arena);
	result = load_resolve(archive, name, showing->app->today, &id, err) ||
		 load_entry(archive, &arena, id, &item, err) || show_loaded(showing, &item, err);
	arena_release(&arena);
	return result ? -1 : 0;
}

// One JSON object is one line: several are JSON Lines.
static const struct format *
find_format(const char *name)
{
	if (!name || !strcmp(name, "text"))
		return NULL;
	return format_find(strcmp(name, "json") ? name : "jsonl");
}

static int
show_all(struct showing *showing)
{
	struct error err;
	int code = 0;

	for (size_t i = 0; i < showing->arguments->count; i++) {
		if (!show_entry(showing, showing->arguments->words[i], &err)) {
			showing->shown++;
		} else {
			int failed = command_common_fail(&err);

			code = code ? code : failed;
		}
	}
	return code;
}

int
command_show_run(const struct app *app, const struct command_arguments *arguments)
{
	const struct format *format = find_format(arguments->values[SHOW_FORMAT]);
	struct showing showing = {.app = app, .arguments = arguments, .text = !format};
	struct error err;
	int code;

	showing.archive = command_common_open(app, ARCHIVE_READ, &err);
	if (!showing.archive)
		return command_common_fail(&err);
	if (format && command_export_print_open(&showing.print, format, NULL, &err)) {
		archive_close(showing.archive);
		return command_common_fail(&err);
	}
	code = show_all(&showing);
	if (format &&
	    command_export_print_close(&showing.print, showing.shown ? 0 : -1, NULL, &err))
		code = code ? code : command_common_fail(&err);
	archive_close(showing.archive);
	return code && showing.shown ? 1 : code;
}
