// SPDX-License-Identifier: GPL-3.0-or-later
#include "work/import-records.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/feed/gunzip.h"

// A file without a name that holds what is left of the input after `begun`, rewound; −1 where none can
// be made. Only pipes need it.
static int
spool(int from, const char *begun, size_t length)
{
	char buffer[1 << 16];
	FILE *file = tmpfile();
	ssize_t got = 0;
	int fd = -1;

	if (!file)
		return -1;
	fwrite(begun, 1, length, file);
	while ((got = read(from, buffer, sizeof(buffer))) > 0)
		fwrite(buffer, 1, (size_t)got, file);
	if (got == 0 && fflush(file) == 0 && !ferror(file))
		fd = dup(fileno(file));
	fclose(file);
	if (fd >= 0 && lseek(fd, 0, SEEK_SET) < 0) {
		close(fd);
		fd = -1;
	}
	return fd;
}

int
import_records_look(int *fd, const char *name, struct error *err)
{
	char bytes[RECORD_READER_HEAD];
	ssize_t got = pread(*fd, bytes, sizeof(bytes), 0);
	int whole;

	if (got < 0 && errno == ESPIPE) {
		got = read(*fd, bytes, sizeof(bytes));
		whole = got < 0 ? -1 : spool(*fd, bytes, (size_t)got);
		if (whole < 0)
			return error_set_errno(err, errno, _("cannot read %s"), name);
		close(*fd);
		*fd = whole;
	}
	// What cannot be read is told by whoever reads it.
	got = got > 0 ? gunzip_peek(*fd, bytes, sizeof(bytes)) : 0;
	return got > 0 && record_reader_likes((const unsigned char *)bytes, (size_t)got);
}

// Takes up to a batch into `entries`; the number of them. *more is false at the input's end.
static size_t
read_batch(struct record_reader *reader, const char *source, struct arena *arena,
	   struct entry *entries, bool *more, struct import_records_result *result)
{
	size_t count = 0;
	bool fatal = false;
	struct error err;

	for (*more = true; *more && count < RECORDS_BATCH;) {
		int next = record_reader_next(reader, arena, &entries[count], &fatal, &err);

		if (next > 0) {
			if (source)
				entries[count].source = source;
			count++;
		} else if (next == 0) {
			*more = false;
		} else {
			if (!result->refused++)
				result->first = err;
			*more = !fatal;
		}
	}
	return count;
}

int
import_records(struct archive *archive, struct record_reader *reader, const char *source,
	       struct import_records_result *result, struct error *err)
{
	struct entry *entries = memory_alloc(RECORDS_BATCH * sizeof(*entries));
	bool more = true;
	int failed = 0;

	*result = (struct import_records_result){0};
	while (more && !failed) {
		struct arena arena;
		size_t count;

		arena_init(&arena);
		count = read_batch(reader, source, &arena, entries, &more, result);
		if (count)
			failed = records_store(archive, entries, count, &result->totals, err);
		arena_release(&arena);
	}
	free(entries);
	return failed;
}

int
import_records_count(struct record_reader *reader, struct import_records_result *result)
{
	struct entry *entries = memory_alloc(RECORDS_BATCH * sizeof(*entries));
	bool more = true;

	*result = (struct import_records_result){0};
	while (more) {
		struct arena arena;

		arena_init(&arena);
		result->totals.added += read_batch(reader, NULL, &arena, entries, &more, result);
		arena_release(&arena);
	}
	free(entries);
	return 0;
}
