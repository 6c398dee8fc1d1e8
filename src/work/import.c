// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/import.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "shoroku/base/arena.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/feed/gunzip.h"
#include "shoroku/feed/parse.h"
#include "shoroku/model/source.h"
#include "work/import-batch.h"
#include "work/import-files.h"
#include "work/import-records.h"

struct import {
	struct archive *archive;
	const struct import_options *options;
	struct import_totals *totals;
	struct import_files files;
	struct import_batch batch;
};

static void
refuse_named(void *context, const char *name, const struct error *err)
{
	struct import *import = context;

	import->totals->refused++;
	if (import->options->refused)
		import->options->refused(import->options->context, name, err);
}

static void
refuse(struct import *import, const char *path, const struct error *err)
{
	char *name = import_files_name(path);

	refuse_named(import, name, err);
	free(name);
}

static bool
is_cancelled(void *context)
{
	const struct import *import = context;

	return import->options->cancelled && import->options->cancelled(import->options->context);
}

static void
count_outcome(struct import_totals *totals, const struct digest *digest, enum store_outcome outcome)
{
	switch (outcome) {
	case STORE_ADDED:
		totals->added++;
		totals->papers += digest->entry_count;
		break;
	case STORE_UNCHANGED:
		totals->unchanged++;
		break;
	case STORE_REVISED:
		totals->revised++;
		totals->papers += digest->entry_count;
		break;
	case STORE_POORER:
		totals->poorer++;
		break;
	}
}

static void
tell(void *context, const struct import_waiting *input, const struct store_item *item)
{
	struct import *import = context;

	count_outcome(import->totals, item->digest, item->outcome);
	if (import->options->stored)
		import->options->stored(import->options->context, input->name, item->digest,
					input->parsed.reader.name, item->outcome);
}

static int
store_waiting(struct import *import, struct error *err)
{
	return import_batch_store(&import->batch, import->archive, tell, import, err);
}

static void
plan(struct import *import, const struct import_waiting *input)
{
	for (size_t i = 0; i < input->parsed.digest_count; i++)
		import->options->planned(import->options->context, input->name,
					 &input->parsed.digests[i], input->parsed.reader.name);
}

// Takes the input over.
static int
take(struct import *import, struct import_waiting *input, struct error *err)
{
	if (import->options->source)
		parse_set_source(&input->arena, &input->parsed, import->options->source);
	if (!import->archive) {
		plan(import, input);
		arena_release(&input->arena);
		strbuf_release(&input->bytes);
		return 0;
	}
	import_batch_add(&import->batch, input);
	return import_batch_is_full(&import->batch) ? store_waiting(import, err) : 0;
}

// Everything the input has, as digests.
static int
import_digests(struct import *import, const char *path, const char *name, int fd, struct error *err)
{
	struct parse_input input = {
	    .name = name,
	    .format = import->options->format,
	    .date = import->options->date,
	    .labels = import->options->labels,
	};
	struct import_waiting waiting = {.name = name};
	struct error refusal;

	if (strcmp(path, "-") != 0)
		waiting.origin = input.path = path;
	strbuf_init(&waiting.bytes);
	arena_init(&waiting.arena);
	if (!gunzip_read(fd, name, PARSE_MAX_BYTES, &waiting.bytes, &refusal)) {
		input.bytes = waiting.bytes.data;
		input.length = waiting.bytes.length;
		if (!parse_digests(&waiting.arena, &input, &waiting.parsed, &refusal))
			return take(import, &waiting, err);
	}
	refuse(import, path, &refusal);
	arena_release(&waiting.arena);
	strbuf_release(&waiting.bytes);
	return 0;
}

// Takes over `fd`.
static int
import_lines(struct import *import, const char *path, const char *name, int fd, struct error *err)
{
	struct import_records_result records;
	struct record_reader *reader = record_reader_open(fd, name, err);
	struct records_totals *totals = &import->totals->records;
	int result;

	if (!reader) {
		refuse(import, path, err);
		return 0;
	}
	if (store_waiting(import, err)) {
		record_reader_close(reader);
		return -1;
	}
	if (import->archive)
		result = import_records(import->archive, import->options->marking, reader,
					import->options->source, &records, err);
	else
		result = import_records_count(reader, &records);
	record_reader_close(reader);
	totals->added += records.totals.added;
	totals->changed += records.totals.changed;
	totals->unchanged += records.totals.unchanged;
	if (records.refused)
		refuse(import, path, &records.first);
	if (!result && import->options->records)
		import->options->records(import->options->context, name, &records.totals,
					 records.refused);
	return result;
}

static int
open_input(const char *path, const char *name, struct error *err)
{
	int fd = !strcmp(path, "-") ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);

	return fd >= 0 ? fd : error_set_errno(err, errno, _("cannot read %s"), name);
}

// Whether the input holds records: as the user says, else as its beginning looks.
static int
look(const struct import *import, int *fd, const char *name, struct error *err)
{
	const char *format = import->options->format;
	int records = import_records_look(fd, name, err);

	if (records < 0 || !format)
		return records;
	return !strcmp(format, IMPORT_RECORDS_FORMAT);
}

// Returns -1 only for what stops everything.
static int
import_file(struct import *import, const char *path, struct error *err)
{
	char *name = import_files_name(path);
	struct error refusal;
	int result = 0;
	int fd = open_input(path, name, &refusal);

	int records = fd < 0 ? -1 : look(import, &fd, name, &refusal);

	if (records > 0) {
		result = import_lines(import, path, name, fd, err); // closes it
	} else {
		if (records < 0)
			refuse(import, path, &refusal);
		else
			result = import_digests(import, path, name, fd, err);
		if (fd >= 0)
			close(fd);
	}
	free(name);
	return result;
}

static void
report_progress(const struct import *import, size_t done)
{
	const struct file_list *files = &import->files.found;
	char *name;

	if (!import->options->progress)
		return;
	name = done < files->paths.count ? import_files_name(files->paths.items[done])
					 : memory_strdup("");
	import->options->progress(import->options->context, done, files->paths.count, name);
	free(name);
}

static int
check_format(const char *format, struct error *err)
{
	struct strbuf names;

	if (!format || !strcmp(format, IMPORT_RECORDS_FORMAT))
		return 0;
	strbuf_init(&names);
	for (size_t i = 0; parse_format_name(i); i++) {
		if (!strcmp(format, parse_format_name(i))) {
			strbuf_release(&names);
			return 0;
		}
		strbuf_addf(&names, "%s, ", parse_format_name(i));
	}
	error_set(err, ERROR_USAGE, _("no format '%s'; there are %s%s"), format, names.data,
		  IMPORT_RECORDS_FORMAT);
	strbuf_release(&names);
	return -1;
}

int
import_paths(struct archive *archive, const char *const *paths, size_t count,
	     const struct import_options *options, struct import_totals *totals, struct error *err)
{
	struct import import = {
	    .archive = archive,
	    .options = options,
	    .totals = totals,
	    .files = {.refused = refuse_named, .cancelled = is_cancelled, .context = &import},
	};
	int result = 0;
	size_t done = 0;

	*totals = (struct import_totals){0};
	if ((options->source && source_name_check(options->source, err)) ||
	    check_format(options->format, err))
		return -1;
	import_files_find(&import.files, paths, count);
	while (!result && done < import.files.found.paths.count && !is_cancelled(&import)) {
		report_progress(&import, done);
		result = import_file(&import, import.files.found.paths.items[done], err);
		done++;
	}
	if (!result)
		result = store_waiting(&import, err);
	if (!result)
		report_progress(&import, done);
	import_batch_release(&import.batch);
	import_files_release(&import.files);
	return result;
}
