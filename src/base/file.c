// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
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

int
file_replace(const char *path, const char *bytes, size_t length, struct error *err)
{
	struct strbuf temporary;
	int result = -1;
	int fd;

	strbuf_init(&temporary);
	strbuf_addf(&temporary, "%s.XXXXXX", path);
	fd = mkstemp(temporary.data);
	if (fd < 0) {
		error_set_errno(err, errno, _("cannot write %s"), path);
		goto out;
	}
	if (write_all(fd, bytes, length) || fsync(fd)) {
		error_set_errno(err, errno, _("cannot write %s"), path);
		close(fd);
		unlink(temporary.data);
		goto out;
	}
	close(fd);
	if (rename(temporary.data, path)) {
		error_set_errno(err, errno, _("cannot replace %s"), path);
		unlink(temporary.data);
		goto out;
	}
	result = sync_directory_of(path);
	if (result)
		error_set_errno(err, errno, _("cannot make %s durable"), path);
out:
	strbuf_release(&temporary);
	return result;
}
