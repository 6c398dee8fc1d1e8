// SPDX-License-Identifier: GPL-3.0-or-later
// Records into the archive, a batch at a time: however many there are, memory holds one batch.
#ifndef WORK_IMPORT_RECORDS_H
#define WORK_IMPORT_RECORDS_H

#include "shoroku/archive/records.h"
#include "shoroku/feed/record-reader.h"

struct import_records_result {
	struct records_totals totals;
	size_t refused;	    // lines that are no record
	struct error first; // of them
};

// 1 where the input holds records, 0 where it does not, −1 with `err`. An input that cannot be rewound
// (a pipe) is copied first, and the copy's descriptor takes the place of *fd.
int import_records_look(int *fd, const char *name, struct error *err) ERROR_CHECKED;

// Reads `reader` to its end. `marking` (opened with ARCHIVE_MARK) takes the marks, or is NULL. `source` overrides that of the records, or is NULL. −1 only for what
// stops everything; an input that cannot be read further counts as refused.
int import_records(struct archive *archive, struct archive *marking, struct record_reader *reader,
		   const char *source, struct import_records_result *result, struct error *err)
    ERROR_CHECKED;

// Reads `reader` to its end and stores nothing; what is a record counts as added. Returns 0.
int import_records_count(struct record_reader *reader, struct import_records_result *result);

#endif
