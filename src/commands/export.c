// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "shoroku/archive/hits.h"
#include "shoroku/archive/selection.h"
#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"

#include "commands.h"
#include "export-print.h"
#include "query-text.h"

enum { EXPORT_FORMAT, EXPORT_OUTPUT };

const struct command_option command_export_options[2] = {
    [EXPORT_FORMAT] = {"format", FORMAT_NAMES,
		       N_("how to write; as FILE ends, else jsonl, by default")},
    [EXPORT_OUTPUT] = {"output", "FILE", N_("write into FILE, whole or not at all")},
};

// What was said, what the file's name ends in, or the form that goes back into an archive.
static const struct format *
find_format(const struct command_arguments *arguments)
{
	const char *name = arguments->values[EXPORT_FORMAT];
	const char *path = arguments->values[EXPORT_OUTPUT];
	const struct format *format = name ? format_find(name) : NULL;

	if (!format && path)
		format = format_of_file(path);
	return format ? format : format_find("jsonl");
}

static bool
are_names(const struct command_arguments *arguments)
{
	for (size_t i = 0; i < arguments->count; i++) {
		if (!selection_is_name(arguments->words[i]))
			return false;
	}
	return arguments->count > 0;
}

// The papers named, in that order, or what the query finds, or everything.
static int
find_papers(const struct app *app, struct archive *archive, struct arena *arena,
	    const struct command_arguments *arguments, struct hits *hits, struct error *err)
{
	struct query query;

	if (are_names(arguments)) {
		hits->ids = arena_alloc(arena, arguments->count * sizeof(*hits->ids));
		for (hits->count = 0; hits->count < arguments->count; hits->count++) {
			if (load_resolve(archive, arguments->words[hits->count], app->today,
					 &hits->ids[hits->count], err))
				return -1;
		}
		return 0;
	}
	if (command_query_text(app, arguments, NULL, arena, &query, err) ||
	    hits_find(archive, arena, &query, SIZE_MAX, hits, err))
		return -1;
	if (!hits->count)
		return error_set(err, ERROR_NOT_FOUND, _("nothing was found"));
	return 0;
}

// Nothing found leaves a file that is there alone.
static int export(const struct app *app, struct archive *archive,
		  const struct command_arguments *arguments, struct error *err)
{
	const char *path = arguments->values[EXPORT_OUTPUT];
	struct export_print print;
	struct hits hits = {0};
	struct arena arena;
	size_t papers = 0;
	int result;

	arena_init(&arena);
	result = find_papers(app, archive, &arena, arguments, &hits, err) ||
		 command_export_print_open(&print, find_format(arguments), path, err);
	if (!result) {
		result = command_export_print_ids(&print, archive, hits.ids, hits.count, err);
		result = command_export_print_close(&print, result, &papers, err);
	}
	if (!result && path && !app->quiet)
		command_common_printf(
		    stderr, ngettext("%zu paper written\n", "%zu papers written\n", papers),
		    papers);
	if (!result && hits.partial && !app->quiet)
		command_common_printf(stderr, _("shoroku: sorted among the newest %d hits\n"),
				      HITS_SORTED);
	arena_release(&arena);
	return result;
}

int
command_export_run(const struct app *app, const struct command_arguments *arguments)
{
	struct error err;
	struct archive *archive = command_common_open(app, ARCHIVE_READ, &err);
	int result;

	if (!archive)
		return command_common_fail(&err);
	result = export(app, archive, arguments, &err);
	archive_close(archive);
	return result ? command_common_fail(&err) : 0;
}
