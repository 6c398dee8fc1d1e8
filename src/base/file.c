// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"

#define CHUNK ((size_t)65536)

int
file_read_fd(int fd, const char *name, size_t limit, struct strbuf *out, struct error *err)
{
	size_t start = out->length;

	for (;;) {
		ssize_t got;

		strbuf_reserve(out, CHUNK);
		got = read(fd, out->data + out->length, CHUNK);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return error_set_errno(err, errno, _("cannot read %s"), name);
		if (got == 0)
			return 0;
		out->length += (size_t)got;
		out->data[out->length] = '\0';
		if (out->length - start > limit)
			return error_set(err, ERROR_DATA, _("%s is larger than %zu bytes"), name,
					 limit);
	}
}

int
file_read(const char *path, size_t limit, struct strbuf *out, struct error *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	int result;

	if (fd < 0)
		return error_set_errno(err, errno, _("cannot open %s"), path);
	result = file_read_fd(fd, path, limit, out, err);
	close(fd);
	return result;
}

static int
write_all(int fd, const char *bytes, size_t length)
{
	while (length) {
		ssize_t written = write(fd, bytes, length);

		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return -1;
		bytes += written;
		length -= (size_t)written;
	}
	return 0;
}

static int
sync_directory_of(const char *path)
{
	char *copy = memory_strdup(path);
	int fd = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int result = fd < 0 ? -1 : fsync(fd);

	if (fd >= 0)
		close(fd);
	free(copy);
	return result;
}

// What the path leads to, itself where nothing is there yet.
static char *
follow_links(const char *path)
{
	char *resolved = realpath(path, NULL);

	return resolved ? resolved : memory_strdup(path);
}

int
file_output_open(struct file_output *output, const char *path, struct error *err)
{
	struct strbuf temporary;
	struct stat status;
	bool exists;

	*output = (struct file_output){.path = follow_links(path), .fd = -1};
	exists = !stat(output->path, &status);
	if (exists && !S_ISREG(status.st_mode)) {
		error_set(err, ERROR_DISK, _("%s is no file that could be replaced"), path);
		goto failed;
	}
	strbuf_init(&temporary);
	strbuf_addf(&temporary, "%s.XXXXXX", output->path);
	output->temporary = strbuf_detach(&temporary);
	output->fd = mkstemp(output->temporary);
	if (output->fd < 0) {
		error_set_errno(err, errno, _("cannot write %s"), path);
		goto failed;
	}
	if (exists)
		(void)fchmod(output->fd, status.st_mode & 0777);
	return 0;
failed:
	free(output->path);
	free(output->temporary);
	*output = (struct file_output){.fd = -1};
	return -1;
}

int
file_output_write(struct file_output *output, const char *bytes, size_t length, struct error *err)
{
	if (write_all(output->fd, bytes, length))
		return error_set_errno(err, errno, _("cannot write %s"), output->path);
	return 0;
}

static int
put_in_place(const struct file_output *output, struct error *err)
{
	if (fsync(output->fd))
		return error_set_errno(err, errno, _("cannot write %s"), output->path);
	if (rename(output->temporary, output->path))
		return error_set_errno(err, errno, _("cannot replace %s"), output->path);
	if (sync_directory_of(output->path))
		return error_set_errno(err, errno, _("cannot make %s durable"), output->path);
	return 0;
}

int
file_output_close(struct file_output *output, bool good, struct error *err)
{
	int result = good && output->fd >= 0 ? put_in_place(output, err) : 0;

	if (output->fd >= 0)
		close(output->fd);
	if (output->temporary && (!good || result))
		unlink(output->temporary);
	free(output->path);
	free(output->temporary);
	*output = (struct file_output){.fd = -1};
	return result;
}

int
file_replace(const char *path, const char *bytes, size_t length, struct error *err)
{
	struct file_output output;
	struct error closing;
	bool good;

	if (file_output_open(&output, path, err))
		return -1;
	good = !file_output_write(&output, bytes, length, err);
	if (!file_output_close(&output, good, &closing))
		return good ? 0 : -1;
	*err = closing;
	return -1;
}
