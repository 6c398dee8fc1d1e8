// SPDX-License-Identifier: GPL-3.0-or-later
#include "work/import-files.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/paths.h"
#include "shoroku/text/clean.h"

// Deeper directories are refused: links are not followed, but a file system may still be a maze.
#define IMPORT_MAX_DEPTH 32

char *
import_files_name(const char *path)
{
	if (!strcmp(path, "-"))
		return memory_strdup(_("standard input"));
	return clean_string(path, strlen(path), CLEAN_LINE);
}

static bool
is_cancelled(const struct import_files *files)
{
	return files->cancelled && files->cancelled(files->context);
}

static int
compare_names(const void *a, const void *b)
{
	const char *const *first = a;
	const char *const *second = b;

	return strcmp(*first, *second);
}

// The end of a name without ".gz".
static size_t
unpacked_length(const char *name)
{
	size_t length = strlen(name);

	return length > 3 && !strcmp(name + length - 3, ".gz") ? length - 3 : length;
}

static bool
is_wanted(const char *name)
{
	static const char *const endings[] = {".txt", ".md",   ".markdown", ".html", ".htm",
					      ".xml", ".rss",  ".atom",	    ".json", ".jsonl",
					      ".eml", ".mbox", ".abs"};
	size_t length = unpacked_length(name);

	for (size_t i = 0; i < ARRAY_LENGTH(endings); i++) {
		size_t ending = strlen(endings[i]);

		if (length > ending && !strncmp(name + length - ending, endings[i], ending))
			return true;
	}
	return false;
}

// The names in a directory that do not begin with a dot, in byte order; the caller frees them.
static int
read_names(const char *directory, struct file_list *names, struct error *err)
{
	char *shown = import_files_name(directory);
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

static void
refuse(struct import_files *files, const char *path, const struct error *err)
{
	char *name = import_files_name(path);

	files->refusals++;
	files->refused(files->context, name, err);
	free(name);
}

static void walk(struct import_files *files, const char *directory, int depth);

// Takes what a directory holds: `path` is handed over.
static void
add_found(struct import_files *files, char *path, const char *name, int depth)
{
	struct stat status;

	if (!lstat(path, &status) && S_ISDIR(status.st_mode)) {
		walk(files, path, depth + 1);
	} else if (is_wanted(name) && !stat(path, &status) && S_ISREG(status.st_mode)) {
		*vec_push(&files->found.paths) = path;
		return;
	}
	free(path);
}

static void
walk(struct import_files *files, const char *directory, int depth)
{
	struct file_list names = {0};
	struct error err;

	if (depth > IMPORT_MAX_DEPTH) {
		char *shown = import_files_name(directory);

		error_set(&err, ERROR_DATA, _("%s: more than %d directories deep"), shown,
			  IMPORT_MAX_DEPTH);
		refuse(files, directory, &err);
		free(shown);
	} else {
		if (read_names(directory, &names, &err))
			refuse(files, directory, &err);
		for (size_t i = 0; i < names.paths.count && !is_cancelled(files); i++) {
			const char *name = names.paths.items[i];

			add_found(files, paths_join(directory, name), name, depth);
		}
	}
	release_names(&names);
}

static void
add_directory(struct import_files *files, const char *directory)
{
	size_t found = files->found.paths.count;
	size_t refused = files->refusals;
	struct error err;

	walk(files, directory, 0);
	if (files->found.paths.count == found && files->refusals == refused) {
		char *shown = import_files_name(directory);

		error_set(&err, ERROR_DATA,
			  _("%s: no file in it has a name that ends like a digest's, in "
			    ".txt, .md, .html, .xml, .json and the like"),
			  shown);
		refuse(files, directory, &err);
		free(shown);
	}
}

void
import_files_find(struct import_files *files, const char *const *paths, size_t count)
{
	for (size_t i = 0; i < count && !is_cancelled(files); i++) {
		struct stat status;

		if (strcmp(paths[i], "-") && !stat(paths[i], &status) && S_ISDIR(status.st_mode))
			add_directory(files, paths[i]);
		else // what cannot be read says so when it is read
			*vec_push(&files->found.paths) = memory_strdup(paths[i]);
	}
}

void
import_files_release(struct import_files *files)
{
	release_names(&files->found);
}
