// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/import.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "shoroku/base/arena.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/file.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/paths.h"
#include "shoroku/base/vec.h"
#include "shoroku/feed/parse.h"
#include "shoroku/text/clean.h"
#include "work/import-records.h"

// Deeper directories are refused: links are not followed, but a file system may still be a maze.
#define IMPORT_MAX_DEPTH 32

struct file_list {
	VEC(char *) paths;
};

struct import {
	struct archive *archive;
	const struct import_options *options;
	struct import_totals *totals;
	struct file_list files;
};

static char *
name_for_people(const char *path)
{
	if (!strcmp(path, "-"))
		return memory_strdup(_("standard input"));
	return clean_string(path, strlen(path), CLEAN_LINE);
}

static void
refuse(struct import *import, const char *path, const struct error *err)
{
	char *name = name_for_people(path);

	import->totals->refused++;
	if (import->options->refused)
		import->options->refused(import->options->context, name, err);
	free(name);
}

static bool
is_cancelled(const struct import *import)
{
	return import->options->cancelled && import->options->cancelled(import->options->context);
}

static int
compare_names(const void *a, const void *b)
{
	const char *const *first = a;
	const char *const *second = b;

	return strcmp(*first, *second);
}

static bool
is_wanted(const char *name)
{
	static const char *const endings[] = {".txt", ".jsonl", ".jsonl.gz"};
	size_t length = strlen(name);

	for (size_t i = 0; i < ARRAY_LENGTH(endings); i++) {
		size_t ending = strlen(endings[i]);

		if (length > ending && !strcmp(name + length - ending, endings[i]))
			return true;
	}
	return false;
}

// The names in a directory that do not begin with a dot, in byte order; the caller frees them.
static int
read_names(const char *directory, struct file_list *names, struct error *err)
{
	char *shown = name_for_people(directory);
	DIR *dir = opendir(directory);
	int result = 0;

	if (!dir) {
		result = error_set_errno(err, errno, "%s", shown);
	} else {
		struct dirent *item;

		for (errno = 0; (item = readdir(dir)); errno = 0) {
			if (item->d_name[0] != '.')
				*vec_push(&names->paths) = memory_strdup(item->d_name);
		}
		if (errno)
			result = error_set_errno(err, errno, "%s", shown);
		closedir(dir);
	}
	if (names->paths.count)
		qsort(names->paths.items, names->paths.count, sizeof(char *), compare_names);
	free(shown);
	return result;
}

static void
release_names(struct file_list *names)
{
	for (size_t i = 0; i < names->paths.count; i++)
		free(names->paths.items[i]);
	vec_release(&names->paths);
}

static void walk(struct import *import, const char *directory, int depth);

// Takes what a directory holds: `path` is handed over.
static void
add_found(struct import *import, char *path, const char *name, int depth)
{
	struct stat status;

	if (!lstat(path, &status) && S_ISDIR(status.st_mode)) {
		walk(import, path, depth + 1);
	} else if (is_wanted(name) && !stat(path, &status) && S_ISREG(status.st_mode)) {
		*vec_push(&import->files.paths) = path;
		return;
	}
	free(path);
}

static void
walk(struct import *import, const char *directory, int depth)
{
	struct file_list names = {0};
	struct error err;

	if (depth > IMPORT_MAX_DEPTH) {
		char *shown = name_for_people(directory);

		error_set(&err, ERROR_DATA, _("%s: more than %d directories deep"), shown,
			  IMPORT_MAX_DEPTH);
		refuse(import, directory, &err);
		free(shown);
	} else {
		if (read_names(directory, &names, &err))
			refuse(import, directory, &err);
		for (size_t i = 0; i < names.paths.count && !is_cancelled(import); i++) {
			const char *name = names.paths.items[i];

			add_found(import, paths_join(directory, name), name, depth);
		}
	}
	release_names(&names);
}

static void
add_directory(struct import *import, const char *directory)
{
	size_t files = import->files.paths.count;
	size_t refused = import->totals->refused;
	struct error err;

	walk(import, directory, 0);
	if (import->files.paths.count == files && import->totals->refused == refused) {
		char *shown = name_for_people(directory);

		error_set(&err, ERROR_DATA, _("%s: no file in it has a name that ends in .txt"),
			  shown);
		refuse(import, directory, &err);
		free(shown);
	}
}

static void
find_files(struct import *import, const char *const *paths, size_t count)
{
	for (size_t i = 0; i < count && !is_cancelled(import); i++) {
		struct stat status;

		if (strcmp(paths[i], "-") && !stat(paths[i], &status) && S_ISDIR(status.st_mode))
			add_directory(import, paths[i]);
		else // what cannot be read says so when it is read
			*vec_push(&import->files.paths) = memory_strdup(paths[i]);
	}
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

static int
store_all(struct import *import, const char *name, const struct strbuf *bytes,
	  struct parse_result *parsed, struct error *err)
{
	if (import->options->source)
		set_source(parsed, import->options->source);
	for (size_t i = 0; i < parsed->digest_count; i++) {
		if (store(import, name, bytes, &parsed->reader, &parsed->digests[i], err))
			return -1;
	}
	return 0;
}

// Everything the input has, as digests.
static int
import_digests(struct import *import, const char *path, const char *name, int fd, struct error *err)
{
	struct parse_input input = {.name = name, .date = DATE_NONE};
	struct strbuf bytes;
	struct arena arena;
	struct parse_result parsed;
	struct error refusal;
	int result = 0;

	if (strcmp(path, "-") != 0)
		input.path = path;
	strbuf_init(&bytes);
	arena_init(&arena);
	if (file_read_fd(fd, name, PARSE_MAX_BYTES, &bytes, &refusal)) {
		refuse(import, path, &refusal);
	} else {
		input.bytes = bytes.data;
		input.length = bytes.length;
		if (parse_digests(&arena, &input, &parsed, &refusal))
			refuse(import, path, &refusal);
		else
			result = store_all(import, name, &bytes, &parsed, err);
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
	result = import_records(import->archive, reader, import->options->source, &records, err);
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

// Returns -1 only for what stops everything.
static int
import_file(struct import *import, const char *path, struct error *err)
{
	char *name = name_for_people(path);
	struct error refusal;
	int result = 0;
	int fd = open_input(path, name, &refusal);

	int records = fd < 0 ? -1 : import_records_look(&fd, name, &refusal);

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
	const struct file_list *files = &import->files;
	char *name;

	if (!import->options->progress)
		return;
	name = done < files->paths.count ? name_for_people(files->paths.items[done])
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

int
import_paths(struct archive *archive, const char *const *paths, size_t count,
	     const struct import_options *options, struct import_totals *totals, struct error *err)
{
	struct import import = {.archive = archive, .options = options, .totals = totals};
	int result = 0;
	size_t done = 0;

	*totals = (struct import_totals){0};
	if (check_source(options->source, err))
		return -1;
	find_files(&import, paths, count);
	while (!result && done < import.files.paths.count && !is_cancelled(&import)) {
		report_progress(&import, done);
		result = import_file(&import, import.files.paths.items[done], err);
		done++;
	}
	if (!result)
		report_progress(&import, done);
	release_names(&import.files);
	return result;
}
