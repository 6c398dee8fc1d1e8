// SPDX-License-Identifier: GPL-3.0-or-later
// The inputs of an import, read and parsed on a thread of their own, a few of them ahead of whoever stores them.
#ifndef WORK_IMPORT_INPUT_H
#define WORK_IMPORT_INPUT_H

#include "shoroku/work/import.h"
#include "work/import-batch.h"
#include "work/import-files.h"

enum import_input_kind { IMPORT_REFUSED, IMPORT_DIGESTS, IMPORT_RECORDS, IMPORT_TAKEN };

// Whoever takes over the digests or the descriptor changes the kind to IMPORT_TAKEN.
struct import_input {
	const char *path;
	char *name; // how messages call it
	enum import_input_kind kind;
	struct error refusal; // IMPORT_REFUSED: what is wrong with it
	struct import_waiting digests;
	int records; // the descriptor
};

// All that is given outlives it.
struct import_inputs *import_input_begin(const struct file_list *files,
					 const struct import_options *options);

// The next input, in the order of the files; NULL at their end. The caller frees it.
struct import_input *import_input_next(struct import_inputs *inputs);
void import_input_free(struct import_input *input);

void import_input_end(struct import_inputs *inputs);

#endif
