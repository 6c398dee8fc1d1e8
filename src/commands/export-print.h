// SPDX-License-Identifier: GPL-3.0-or-later
// Papers in an export format, to standard output or into a file that is written whole or not at all.
#ifndef COMMANDS_EXPORT_PRINT_H
#define COMMANDS_EXPORT_PRINT_H

#include "shoroku/archive/load.h"
#include "shoroku/base/file.h"
#include "shoroku/commands/table.h"
#include "shoroku/export/writing.h"

struct export_print {
	struct writing *writing;
	struct file_output file;
	bool to_file;
	struct strbuf text; // of one paper
};

// `path` NULL or "-" is standard output.
int command_export_print_open(struct export_print *print, const struct format *format,
			      const char *path, struct error *err) ERROR_CHECKED;
int command_export_print_entry(struct export_print *print, const struct load_entry *item,
			       struct error *err) ERROR_CHECKED;

// Loads the papers one after the other, so that memory holds one.
int command_export_print_ids(struct export_print *print, struct archive *archive,
			     const int64_t *ids, size_t count, struct error *err) ERROR_CHECKED;

// Whether all went well so far is `result`: then what is left is written and the file put in its place.
// Returns it, or −1. Several papers are counted into *papers, which may be NULL.
int command_export_print_close(struct export_print *print, int result, size_t *papers,
			       struct error *err) ERROR_CHECKED;

// All of that for papers that are loaded already.
int command_export_print_entries(const char *format, const struct load_entries *entries,
				 struct error *err) ERROR_CHECKED;

// Whether the name is a format that only an export writes: none of text, tsv, json and jsonl.
bool command_export_print_is_own(const char *format);

#endif
