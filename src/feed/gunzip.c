// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/feed/gunzip.h"

#include <errno.h>
#include <unistd.h>

#include <zlib.h>

#include "shoroku/base/i18n.h"

#define CHUNK ((size_t)65536)

// zlib closes what it is given; the caller's descriptor stays. What is not gzipped passes as it is.
static gzFile
open_copy(int fd)
{
	int copy = dup(fd);
	gzFile file = copy >= 0 ? gzdopen(copy, "rb") : NULL;

	if (!file && copy >= 0)
		close(copy);
	return file;
}

ssize_t
gunzip_peek(int fd, char *bytes, size_t size)
{
	gzFile file = open_copy(fd);
	int got;

	if (!file)
		return -1;
	got = gzread(file, bytes, (unsigned)size);
	gzclose(file);
	lseek(fd, 0, SEEK_SET);
	return got;
}

static int
refuse(gzFile file, const char *name, struct error *err)
{
	int code;

	gzerror(file, &code);
	if (code == Z_ERRNO)
		return error_set_errno(err, errno, _("cannot read %s"), name);
	return error_set(err, ERROR_DATA, _("%s is damaged or cut off"), name);
}

int
gunzip_read(int fd, const char *name, size_t limit, struct strbuf *out, struct error *err)
{
	size_t start = out->length;
	gzFile file = open_copy(fd);
	int result = 0;
	int got = 1;

	if (!file)
		return error_set_errno(err, errno, _("cannot read %s"), name);
	while (!result && got > 0) {
		strbuf_reserve(out, CHUNK);
		got = gzread(file, out->data + out->length, CHUNK);
		if (got > 0)
			out->length += (size_t)got;
		out->data[out->length] = '\0';
		if (out->length - start > limit)
			result = error_set(err, ERROR_DATA, _("%s is larger than %zu bytes"), name,
					   limit);
	}
	if (!result && got < 0)
		result = refuse(file, name, err);
	// A packed text that ends too early is told by the end alone.
	if (!result && gzclose_r(file) != Z_OK)
		result = error_set(err, ERROR_DATA, _("%s is damaged or cut off"), name);
	else if (result)
		gzclose_r(file);
	return result;
}
