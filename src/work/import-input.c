// SPDX-License-Identifier: GPL-3.0-or-later
#include "work/import-input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/feed/gunzip.h"
#include "shoroku/work/worker.h"
#include "work/import-records.h"

#define AHEAD 4 // inputs

struct import_inputs {
	const struct file_list *files;
	const struct import_options *options;
	struct worker
	    *worker; // NULL where no thread could be made: then each is read when it is wanted
	size_t begun;
	size_t given;
};

// --- reading one

static int
open_input(const char *path, const char *name, struct error *err)
{
	int fd = !strcmp(path, "-") ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);

	return fd >= 0 ? fd : error_set_errno(err, errno, _("cannot read %s"), name);
}

// Whether the input holds records: as the user says, else as its beginning looks.
static int
look(const char *format, int *fd, const char *name, struct error *err)
{
	int records = import_records_look(fd, name, err);

	if (records < 0 || !format)
		return records;
	return !strcmp(format, IMPORT_RECORDS_FORMAT);
}

// Everything the input has, as digests.
static int
read_digests(struct import_input *input, int fd, const struct import_options *options)
{
	struct parse_input parsing = {
	    .name = input->name,
	    .format = options->format,
	    .date = options->date,
	    .labels = options->labels,
	};
	struct import_waiting *digests = &input->digests;

	digests->name = input->name;
	if (strcmp(input->path, "-") != 0)
		digests->origin = parsing.path = input->path;
	strbuf_init(&digests->bytes);
	arena_init(&digests->arena);
	if (!gunzip_read(fd, input->name, PARSE_MAX_BYTES, &digests->bytes, &input->refusal)) {
		parsing.bytes = digests->bytes.data;
		parsing.length = digests->bytes.length;
		if (!parse_digests(&digests->arena, &parsing, &digests->parsed, &input->refusal))
			return 0;
	}
	arena_release(&digests->arena);
	strbuf_release(&digests->bytes);
	return -1;
}

static struct import_input *
read_input(const char *path, const struct import_options *options)
{
	struct import_input *input = memory_alloc(sizeof(*input));
	int records = -1;
	int fd;

	input->path = path;
	input->name = import_files_name(path);
	fd = open_input(path, input->name, &input->refusal);
	if (fd >= 0)
		records = look(options->format, &fd, input->name, &input->refusal);
	if (records > 0) {
		input->kind = IMPORT_RECORDS;
		input->records = fd;
		return input;
	}
	if (!records && !read_digests(input, fd, options))
		input->kind = IMPORT_DIGESTS;
	if (fd >= 0)
		close(fd);
	return input;
}

void
import_input_free(struct import_input *input)
{
	if (!input)
		return;
	if (input->kind == IMPORT_DIGESTS) {
		arena_release(&input->digests.arena);
		strbuf_release(&input->digests.bytes);
	}
	if (input->kind == IMPORT_RECORDS)
		close(input->records);
	free(input->name);
	free(input);
}

// --- the thread: requests are paths

static void *
start(struct worker *worker, void *inputs)
{
	(void)worker;
	return inputs;
}

static void
run(struct worker *worker, void *state, void *path)
{
	const struct import_inputs *inputs = state;

	worker_post(worker, read_input(path, inputs->options));
}

static void
stop(void *inputs)
{
	(void)inputs; // import_input_end() has it
}

static void
free_event(void *input)
{
	import_input_free(input);
}

static void
read_ahead(struct import_inputs *inputs)
{
	while (inputs->begun < inputs->files->paths.count && inputs->begun < inputs->given + AHEAD)
		worker_send(inputs->worker, inputs->files->paths.items[inputs->begun++]);
}

struct import_inputs *
import_input_begin(const struct file_list *files, const struct import_options *options)
{
	static const struct worker_ops ops = {start, run, stop, free_event};
	struct import_inputs *inputs = memory_alloc(sizeof(*inputs));

	inputs->files = files;
	inputs->options = options;
	inputs->worker = worker_start(&ops, inputs, -1);
	return inputs;
}

struct import_input *
import_input_next(struct import_inputs *inputs)
{
	if (inputs->given == inputs->files->paths.count)
		return NULL;
	if (!inputs->worker)
		return read_input(inputs->files->paths.items[inputs->given++], inputs->options);
	read_ahead(inputs);
	inputs->given++;
	return worker_await(inputs->worker);
}

void
import_input_end(struct import_inputs *inputs)
{
	worker_join(inputs->worker);
	free(inputs);
}
