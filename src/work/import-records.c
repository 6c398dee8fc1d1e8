// SPDX-License-Identifier: GPL-3.0-or-later
#include "work/import-records.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/feed/gunzip.h"
#include "shoroku/work/worker.h"
#include "work/import-marks.h"

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

// What one batch holds. Two of them take turns: one is read while the other is stored.
struct batch {
	struct arena arena;
	struct entry *entries;
	struct marks *marks; // of each
	size_t count;
	struct records_terms *terms;
	struct records_verdicts *verdicts;
	bool last; // the input ends here
	size_t refused;
	struct error first; // of the refused
};

struct reading {
	struct record_reader *reader;
	const char *source;
	struct records_terms_maker *maker;
	struct worker *judge; // has each batch while its terms are made
};

static struct batch *
batch_new(void)
{
	struct batch *batch = memory_alloc(sizeof(*batch));

	arena_init(&batch->arena);
	batch->entries = memory_alloc(RECORDS_BATCH * sizeof(*batch->entries));
	batch->terms = records_terms_new();
	batch->verdicts = records_verdicts_new();
	batch->marks = memory_alloc(RECORDS_BATCH * sizeof(*batch->marks));
	return batch;
}

static void
batch_clear(struct batch *batch)
{
	arena_release(&batch->arena);
	batch->count = batch->refused = 0;
	batch->last = false;
}

static void
batch_free(void *item)
{
	struct batch *batch = item;

	batch_clear(batch);
	records_terms_free(batch->terms);
	records_verdicts_free(batch->verdicts);
	free(batch->entries);
	free(batch->marks);
	free(batch);
}

static void
fill(const struct reading *reading, struct batch *batch)
{
	bool fatal = false;
	struct error err;

	while (!batch->last && batch->count < RECORDS_BATCH) {
		int next = record_reader_next(reading->reader, &batch->arena,
					      &batch->entries[batch->count],
					      &batch->marks[batch->count], &fatal, &err);

		if (next > 0) {
			if (reading->source)
				batch->entries[batch->count].source = reading->source;
			batch->count++;
		} else if (next == 0) {
			batch->last = true;
		} else {
			if (!batch->refused++)
				batch->first = err;
			batch->last = fatal;
		}
	}
}

// --- the judging thread: requests are batches of the reading thread, which takes them back

static void *
start(struct worker *worker, void *argument)
{
	(void)worker;
	return argument;
}

static void
judge(struct worker *worker, void *state, void *request)
{
	struct batch *batch = request;

	records_verdicts_make(state, batch->entries, batch->count, batch->verdicts);
	worker_post(worker, batch);
}

static void
stop(void *state)
{
	(void)state; // whoever started the thread frees it
}

static void
leave_batch(void *batch)
{
	(void)batch;
}

static const struct worker_ops judging_ops = {
    .start = start,
    .run = judge,
    .stop = stop,
    .free_event = leave_batch,
};

// --- the reading thread: requests are empty batches, events the same ones filled

static void
read_batch(struct worker *worker, void *state, void *request)
{
	const struct reading *reading = state;
	struct batch *batch = request;

	fill(reading, batch);
	worker_send(reading->judge, batch);
	records_terms_make(reading->maker, batch->entries, batch->count, batch->terms);
	worker_post(worker, worker_await(reading->judge));
}

static const struct worker_ops reading_ops = {
    .start = start,
    .run = read_batch,
    .stop = stop,
    .free_event = batch_free,
};

static void
count_refused(const struct batch *batch, struct import_records_result *result)
{
	if (batch->refused && !result->refused)
		result->first = batch->first;
	result->refused += batch->refused;
}

static int
store(struct archive *archive, struct archive *marking, struct batch *batch,
      struct import_records_result *result, struct error *err)
{
	const struct records_found found = {batch->terms, batch->verdicts};

	count_refused(batch, result);
	if (!batch->count)
		return 0;
	if (records_store(archive, batch->entries, batch->count, &found, &result->totals, err))
		return -1;
	return marking ? import_marks(marking, batch->entries, batch->marks, batch->count, err) : 0;
}

// Two batches take turns between the thread that reads and this one, which stores.
static int
store_all(struct archive *archive, struct archive *marking, struct worker *worker,
	  struct import_records_result *result, struct error *err)
{
	bool last = false;
	int failed = 0;

	worker_send(worker, batch_new());
	worker_send(worker, batch_new());
	while (!last && !failed) {
		struct batch *batch = worker_await(worker);

		last = batch->last;
		failed = store(archive, marking, batch, result, err);
		batch_clear(batch);
		worker_send(worker, batch);
	}
	return failed;
}

static int
run_threads(struct archive *archive, struct archive *marking, struct reading *reading,
	    struct records_verdicts_judge *judge, struct import_records_result *result,
	    struct error *err)
{
	struct worker *worker = NULL;
	int failed = -1;

	reading->judge = worker_start(&judging_ops, judge, -1);
	if (reading->judge)
		worker = worker_start(&reading_ops, reading, -1);
	if (worker)
		failed = store_all(archive, marking, worker, result, err);
	else
		error_set_errno(err, errno, _("no thread can be started"));
	worker_join(worker);
	worker_join(reading->judge);
	return failed;
}

int
import_records(struct archive *archive, struct archive *marking, struct record_reader *reader,
	       const char *source, struct import_records_result *result, struct error *err)
{
	struct reading reading = {.reader = reader, .source = source};
	struct records_verdicts_judge *judge = records_verdicts_judge_new(archive, err);
	int failed;

	*result = (struct import_records_result){0};
	if (!judge)
		return -1;
	reading.maker = records_terms_maker_new();
	failed = run_threads(archive, marking, &reading, judge, result, err);
	records_terms_maker_free(reading.maker);
	records_verdicts_judge_free(judge);
	if (!failed)
		records_settle(archive);
	return failed;
}

int
import_records_count(struct record_reader *reader, struct import_records_result *result)
{
	const struct reading reading = {.reader = reader};
	struct batch *batch = batch_new();
	bool last = false;

	*result = (struct import_records_result){0};
	while (!last) {
		batch_clear(batch);
		fill(&reading, batch);
		last = batch->last;
		count_refused(batch, result);
		result->totals.added += batch->count;
	}
	batch_free(batch);
	return 0;
}
