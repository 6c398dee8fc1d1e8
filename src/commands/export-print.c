// SPDX-License-Identifier: GPL-3.0-or-later
#include "export-print.h"

#include <string.h>

#include "shoroku/commands/common.h"

int
command_export_print_open(struct export_print *print, const struct format *format, const char *path,
			  struct error *err)
{
	*print = (struct export_print){.to_file = path && strcmp(path, "-") != 0};
	if (print->to_file && file_output_open(&print->file, path, err))
		return -1;
	print->writing = writing_new(format);
	strbuf_init(&print->text);
	return 0;
}

static int
put(struct export_print *print, struct error *err)
{
	int result = 0;

	if (print->to_file)
		result = file_output_write(&print->file, print->text.data, print->text.length, err);
	else
		command_common_print(stdout, print->text.data, print->text.length);
	strbuf_clear(&print->text);
	return result;
}

int
command_export_print_entry(struct export_print *print, const struct load_entry *item,
			   struct error *err)
{
	if (writing_append(print->writing, &print->text, &item->entry, &item->marks, err))
		return -1;
	return put(print, err);
}

// Nothing more gets out; main says so when it closes standard output.
static bool
is_cut_off(const struct export_print *print)
{
	return !print->to_file && ferror(stdout);
}

int
command_export_print_ids(struct export_print *print, struct archive *archive, const int64_t *ids,
			 size_t count, struct error *err)
{
	int result = 0;

	for (size_t i = 0; !result && i < count && !is_cut_off(print); i++) {
		struct load_entry item;
		struct arena arena;

		arena_init(&arena);
		result = load_entry(archive, &arena, ids[i], &item, err);
		if (!result)
			result = command_export_print_entry(print, &item, err);
		else if (err->kind == ERROR_NOT_FOUND)
			result = 0; // gone since it was found
		arena_release(&arena);
	}
	return result;
}

int
command_export_print_close(struct export_print *print, int result, size_t *papers,
			   struct error *err)
{
	struct error closing;

	if (papers)
		*papers = writing_count(print->writing);
	if (!result) {
		writing_end(print->writing, &print->text);
		result = put(print, err);
	}
	if (print->to_file && file_output_close(&print->file, !result, &closing)) {
		*err = closing;
		result = -1;
	}
	writing_free(print->writing);
	strbuf_release(&print->text);
	return result;
}

int
command_export_print_entries(const char *format, const struct load_entries *entries,
			     struct error *err)
{
	struct export_print print;
	int result = 0;

	if (command_export_print_open(&print, format_find(format), NULL, err))
		return -1;
	for (size_t i = 0; !result && i < entries->count; i++)
		result = command_export_print_entry(&print, &entries->items[i], err);
	return command_export_print_close(&print, result, NULL, err);
}

bool
command_export_print_is_own(const char *format)
{
	static const char *const others[] = {"text", "tsv", "json", "jsonl"};

	for (size_t i = 0; format && i < ARRAY_LENGTH(others); i++) {
		if (!strcmp(format, others[i]))
			return false;
	}
	return format && format_find(format);
}
