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
#include "shoroku/text/clean.h"
#include "work/import-files.h"
#include "work/import-records.h"
#include "work/joiner.h"

// Of more files, papers in files of their own are told of together.
#define FEW_FILES 32

struct import {
	struct archive *archive;
	const struct import_options *options;
	struct import_totals *totals;
	struct import_files files;
	struct joiner joiner;
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
set_source(struct parse_result *parsed, const char *source)
{
	for (size_t i = 0; i < parsed->digest_count; i++) {
		struct digest *digest = &parsed->digests[i];

		digest->source = source;
		for (size_t j = 0; j < digest->entry_count; j++)
			digest->entries[j].source = source;
	}
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

static int
store(struct import *import, const char *name, const struct strbuf *bytes,
      const struct parse_reader *reader, struct digest *digest, struct error *err)
{
	struct store_raw raw = {
	    .bytes = bytes->data,
	    .length = bytes->length,
	    .name = name,
	    .reader = reader->name,
	    .reader_version = reader->version,
	};
	enum store_outcome outcome;

	if (store_digest(import->archive, digest, &raw, &outcome, err))
		return -1;
	count_outcome(import->totals, digest, outcome);
	if (import->options->stored)
		import->options->stored(import->options->context, name, digest, reader->name,
					outcome);
	return 0;
}

// Of one paper in a file of its own, as if its day had been stored.
static enum store_outcome
outcome_of(const struct records_totals *totals)
{
	return totals->added ? STORE_ADDED : totals->changed ? STORE_REVISED : STORE_UNCHANGED;
}

// Stores the papers that wait to join their days, and tells of them together.
static int
flush(struct import *import, const char *name, struct error *err)
{
	struct records_totals totals = {0};
	size_t count = import->joiner.entries.count;

	if (!count)
		return 0;
	if (joiner_flush(&import->joiner, import->archive, &totals, err))
		return -1;
	import->totals->records.added += totals.added;
	import->totals->records.changed += totals.changed;
	import->totals->records.unchanged += totals.unchanged;
	if (import->options->records)
		import->options->records(import->options->context, name, &totals, 0);
	return 0;
}

static int
join_one(struct import *import, const char *name, const char *reader, struct digest *digest,
	 struct error *err)
{
	struct records_totals totals = {0};
	enum store_outcome outcome;

	if (records_store(import->archive, import->joiner.entries.items,
			  import->joiner.entries.count, &totals, err))
		return -1;
	outcome = outcome_of(&totals);
	count_outcome(import->totals, digest, outcome);
	if (import->options->stored)
		import->options->stored(import->options->context, name, digest, reader, outcome);
	joiner_release(&import->joiner);
	return 0;
}

// Papers that join their days: at once where there are few files, else with others.
static int
join(struct import *import, const char *name, struct parse_result *parsed, struct arena *arena,
     struct error *err)
{
	struct digest first = parsed->digests[0];

	// The digest's texts are kept with its papers.
	joiner_take(&import->joiner, parsed->digests, parsed->digest_count, arena);
	if (import->files.found.paths.count > FEW_FILES)
		return import->joiner.entries.count < RECORDS_BATCH
			   ? 0
			   : flush(import, _("papers in files of their own"), err);
	if (parsed->digest_count > 1)
		return flush(import, name, err);
	return join_one(import, name, parsed->reader.name, &first, err);
}

static bool
all_join(const struct parse_result *parsed)
{
	for (size_t i = 0; i < parsed->digest_count; i++) {
		if (!parsed->digests[i].joins || !parsed->digests[i].entry_count)
			return false;
	}
	return parsed->digest_count > 0;
}

static int
store_all(struct import *import, const char *name, const struct strbuf *bytes,
	  struct parse_result *parsed, struct arena *arena, struct error *err)
{
	if (import->options->source)
		set_source(parsed, import->options->source);
	if (import->archive && all_join(parsed))
		return join(import, name, parsed, arena, err);
	for (size_t i = 0; i < parsed->digest_count; i++) {
		struct digest *digest = &parsed->digests[i];

		if (!import->archive)
			import->options->planned(import->options->context, name, digest,
						 parsed->reader.name);
		else if (store(import, name, bytes, &parsed->reader, digest, err))
			return -1;
	}
	return 0;
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
	struct strbuf bytes;
	struct arena arena;
	struct parse_result parsed;
	struct error refusal;
	int result = 0;

	if (strcmp(path, "-") != 0)
		input.path = path;
	strbuf_init(&bytes);
	arena_init(&arena);
	if (gunzip_read(fd, name, PARSE_MAX_BYTES, &bytes, &refusal)) {
		refuse(import, path, &refusal);
	} else {
		input.bytes = bytes.data;
		input.length = bytes.length;
		if (parse_digests(&arena, &input, &parsed, &refusal))
			refuse(import, path, &refusal);
		else
			result = store_all(import, name, &bytes, &parsed, &arena, err);
	}
	arena_release(&arena);
	strbuf_release(&bytes);
	return result;
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
	if (import->archive)
		result =
		    import_records(import->archive, reader, import->options->source, &records, err);
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

// A source is typed in DATE/SOURCE#N, so it holds no blank and none of those two signs.
static int
check_source(const char *source, struct error *err)
{
	size_t length;

	if (!source)
		return 0;
	length = strlen(source);
	if (!length || length > 64 || !clean_is_safe(source, length) || strpbrk(source, " \n/#") ||
	    strstr(source, "\xe3\x80\x80")) // U+3000 IDEOGRAPHIC SPACE
		return error_set(err, ERROR_USAGE,
				 _("a source's name is 1 to 64 bytes without blanks, '/' and '#'"));
	return 0;
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
	if (check_source(options->source, err) || check_format(options->format, err))
		return -1;
	import_files_find(&import.files, paths, count);
	while (!result && done < import.files.found.paths.count && !is_cancelled(&import)) {
		report_progress(&import, done);
		result = import_file(&import, import.files.found.paths.items[done], err);
		done++;
	}
	if (!result)
		result = flush(&import, _("papers in files of their own"), err);
	if (!result)
		report_progress(&import, done);
	joiner_release(&import.joiner);
	import_files_release(&import.files);
	return result;
}
