// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/load.h"
#include "shoroku/archive/raw.h"
#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"
#include "shoroku/export/plain.h"
#include "shoroku/export/record.h"

#include "commands.h"
#include "provenance.h"

enum { SHOW_FORMAT, SHOW_RAW };

const struct command_option command_show_options[2] = {
    [SHOW_FORMAT] = {"format", "text|json", N_("how to print; text by default")},
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

// One object, one line: several are JSON Lines.
static void
print_json(const struct load_entry *item)
{
	struct strbuf line;

	strbuf_init(&line);
	record_append(&line, &item->entry, &item->marks);
	command_common_printf(stdout, "%s\n", line.data);
	strbuf_release(&line);
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

static int
show_entry(const struct app *app, struct archive *archive, const char *name,
	   enum command_format format, size_t shown, struct error *err)
{
	struct arena arena;
	struct load_entry item;
	int64_t id;
	int result = -1;

	arena_init(&arena);
	if (load_resolve(archive, name, app->today, &id, err) ||
	    load_entry(archive, &arena, id, &item, err))
		goto out;
	if (format == FORMAT_JSON) {
		print_json(&item);
		result = 0;
	} else {
		command_common_printf(stdout, "%s", shown ? "\n\n" : "");
		result = print_text(app, archive, &item, err);
	}
out:
	arena_release(&arena);
	return result;
}

int
command_show_run(const struct app *app, const struct command_arguments *arguments)
{
	enum command_format format = command_common_format(arguments->values[SHOW_FORMAT]);
	struct error err;
	struct archive *archive = command_common_open(app, ARCHIVE_READ, &err);
	size_t shown = 0;
	int code = 0;

	if (!archive)
		return command_common_fail(&err);
	for (size_t i = 0; i < arguments->count; i++) {
		const char *name = arguments->words[i];
		int failure = arguments->values[SHOW_RAW]
				  ? print_raw(app, archive, name, &err)
				  : show_entry(app, archive, name, format, shown, &err);

		if (!failure) {
			shown++;
		} else {
			int failed = command_common_fail(&err);

			code = code ? code : failed;
		}
	}
	archive_close(archive);
	return code && shown ? 1 : code;
}
