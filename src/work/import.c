// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/import.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/arena.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/feed/parse.h"
#include "shoroku/model/source.h"
#include "work/import-batch.h"
#include "work/import-files.h"
#include "work/import-input.h"
#include "work/import-records.h"

struct import {
	struct archive *archive;
	const struct import_options *options;
	struct import_totals *totals;
	struct import_files files;
	struct import_batch batch;
};

static void
refuse_named(void *context, const char *name, const struct error *err)
{
	struct import *import = context;

	import->totals->refused++;
	if (import->options->refused)
		import->options->refused(import->options->context, name, err);
}

static bool
is_cancelled(void *context)
{
	const struct import *import = context;

	return import->options->cancelled && import->options->cancelled(import->options->context);
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

static void
tell(void *context, const struct import_waiting *input, const struct store_item *item)
{
	struct import *import = context;

	count_outcome(import->totals, item->digest, item->outcome);
	if (import->options->stored)
		import->options->stored(import->options->context, input->name, item->digest,
					input->parsed.reader.name, item->outcome);
}

static int
store_waiting(struct import *import, struct error *err)
{
	return import_batch_store(&import->batch, import->archive, tell, import, err);
}

static void
plan(struct import *import, const struct import_waiting *input)
{
	for (size_t i = 0; i < input->parsed.digest_count; i++)
		import->options->planned(import->options->context, input->name,
					 &input->parsed.digests[i], input->parsed.reader.name);
}

// Takes the digests over.
static int
take_digests(struct import *import, struct import_input *input, struct error *err)
{
	struct import_waiting *digests = &input->digests;

	if (import->options->source)
		parse_set_source(&digests->arena, &digests->parsed, import->options->source);
	if (!import->archive) {
		plan(import, digests);
		return 0;
	}
	import_batch_add(&import->batch, digests);
	input->kind = IMPORT_TAKEN;
	return import_batch_is_full(&import->batch) ? store_waiting(import, err) : 0;
}

// Takes the descriptor over.
static int
take_records(struct import *import, struct import_input *input, struct error *err)
{
	struct import_records_result records;
	struct record_reader *reader = record_reader_open(input->records, input->name, err);
	struct records_totals *totals = &import->totals->records;
	int result;

	input->kind = IMPORT_TAKEN;
	if (!reader) {
		refuse_named(import, input->name, err);
		return 0;
	}
	if (store_waiting(import, err)) {
		record_reader_close(reader);
		return -1;
	}
	if (import->archive)
		result = import_records(import->archive, import->options->marking, reader,
					import->options->source, &records, err);
	else
		result = import_records_count(reader, &records);
	record_reader_close(reader);
	totals->added += records.totals.added;
	totals->changed += records.totals.changed;
	totals->unchanged += records.totals.unchanged;
	if (records.refused)
		refuse_named(import, input->name, &records.first);
	if (!result && import->options->records)
		import->options->records(import->options->context, input->name, &records.totals,
					 records.refused);
	return result;
}

// Returns -1 only for what stops everything.
static int
take(struct import *import, struct import_input *input, struct error *err)
{
	switch (input->kind) {
	case IMPORT_DIGESTS:
		return take_digests(import, input, err);
	case IMPORT_RECORDS:
		return take_records(import, input, err);
	case IMPORT_REFUSED:
		refuse_named(import, input->name, &input->refusal);
		break;
	case IMPORT_TAKEN:
		BUG("an input was taken before it was given");
	}
	return 0;
}

static void
report_progress(const struct import *import, size_t done)
{
	const struct file_list *files = &import->files.found;
	char *name;

	if (!import->options->progress)
		return;
	name = done < files->paths.count ? import_files_name(files->paths.items[done])
					 : memory_strdup("");
	import->options->progress(import->options->context, done, files->paths.count, name);
	free(name);
}

static int
check_format(const char *format, struct error *err)
{
	struct strbuf names;

	if (!format || !strcmp(format, IMPORT_RECORDS_FORMAT))
		return 0;
	strbuf_init(&names);
	for (size_t i = 0; parse_format_name(i); i++) {
		if (!strcmp(format, parse_format_name(i))) {
			strbuf_release(&names);
			return 0;
		}
		strbuf_addf(&names, "%s, ", parse_format_name(i));
	}
	error_set(err, ERROR_USAGE, _("no format '%s'; there are %s%s"), format, names.data,
		  IMPORT_RECORDS_FORMAT);
	strbuf_release(&names);
	return -1;
}

static int
take_all(struct import *import, struct error *err)
{
	struct import_inputs *inputs = import_input_begin(&import->files.found, import->options);
	size_t count = import->files.found.paths.count;
	size_t done = 0;
	int result = 0;

	while (!result && done < count && !is_cancelled(import)) {
		struct import_input *input;

		report_progress(import, done);
		input = import_input_next(inputs);
		result = take(import, input, err);
		import_input_free(input);
		done++;
	}
	import_input_end(inputs);
	if (!result)
		result = store_waiting(import, err);
	if (!result)
		report_progress(import, done);
	return result;
}

int
import_paths(struct archive *archive, const char *const *paths, size_t count,
	     const struct import_options *options, struct import_totals *totals, struct error *err)
{
	struct import import = {
	    .archive = archive,
	    .options = options,
	    .totals = totals,
	    .files = {.refused = refuse_named, .cancelled = is_cancelled, .context = &import},
	};
	int result;

	*totals = (struct import_totals){0};
	if ((options->source && source_name_check(options->source, err)) ||
	    check_format(options->format, err))
		return -1;
	import_files_find(&import.files, paths, count);
	result = take_all(&import, err);
	import_batch_release(&import.batch);
	import_files_release(&import.files);
	return result;
}
