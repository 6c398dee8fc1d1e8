// SPDX-License-Identifier: GPL-3.0-or-later
// From what the user names to a list of files.
#ifndef WORK_IMPORT_FILES_H
#define WORK_IMPORT_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/error.h"
#include "shoroku/base/vec.h"

struct file_list {
	VEC(char *) paths;
};

struct import_files {
	struct file_list found;
	size_t refusals; // directories that could not be read
	void (*refused)(void *context, const char *name, const struct error *err);
	bool (*cancelled)(void *context); // NULL: never
	void *context;
};

// Directories are searched, everything else is taken as it is ("-" is standard input).
void import_files_find(struct import_files *files, const char *const *paths, size_t count);
void import_files_release(struct import_files *files);

// How messages call a path; the caller frees it.
char *import_files_name(const char *path);

#endif
