// SPDX-License-Identifier: GPL-3.0-or-later
// The file door: whole files in under a cap, whole files out or not at all.
#ifndef SHOROKU_BASE_FILE_H
#define SHOROKU_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/error.h"
#include "shoroku/base/strbuf.h"

// Appends everything that can be read. More than `limit` bytes is ERROR_DATA.
int file_read(const char *path, size_t limit, struct strbuf *out, struct error *err) ERROR_CHECKED;
int file_read_fd(int fd, const char *name, size_t limit, struct strbuf *out, struct error *err)
    ERROR_CHECKED;

// Temporary file beside it, fsync, rename, fsync of the directory: after a failure the old file
// stands untouched. Mode 0600.
int file_replace(const char *path, const char *bytes, size_t length, struct error *err)
    ERROR_CHECKED;

// The same for a file that is written piece by piece. A link is followed, what was there keeps its mode, and
// only a plain file is replaced.
struct file_output {
	char *path;
	char *temporary;
	int fd; // −1: closed
};

int file_output_open(struct file_output *output, const char *path, struct error *err) ERROR_CHECKED;
int file_output_write(struct file_output *output, const char *bytes, size_t length,
		      struct error *err) ERROR_CHECKED;

// Puts it in its place, where `good`, or forgets it; the output is closed in either case.
int file_output_close(struct file_output *output, bool good, struct error *err) ERROR_CHECKED;

#endif
