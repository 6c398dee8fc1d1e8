// SPDX-License-Identifier: GPL-3.0-or-later
// JSON Lines in shoroku's own form, plain or gzipped, one record after the other however many there are.
// The record is that of `shoroku list --format jsonl`; the id and what can be derived are passed over.
#ifndef SHOROKU_FEED_RECORD_READER_H
#define SHOROKU_FEED_RECORD_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/arena.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/error.h"
#include "shoroku/model/paper.h"

#define RECORD_READER_MAX_LINE ((size_t)8 << 20) // bytes

#define RECORD_READER_HEAD ((size_t)16 << 10) // bytes that are enough to tell

// Whether bytes that begin so (unpacked) are records: an object with what only ours have.
bool record_reader_likes(const unsigned char *bytes, size_t length);

struct record_reader;

// Reads from the descriptor, which it closes. `name` is how messages call the input.
struct record_reader *record_reader_open(int fd, const char *name, struct error *err) ERROR_CHECKED;
void record_reader_close(struct record_reader *reader); // NULL is fine

// The next record and its marks into `arena`: 1, 0 at the end, or −1 with `err`, which names the line. After a line
// that is no record reading goes on with the next; *fatal says that it cannot.
int record_reader_next(struct record_reader *reader, struct arena *arena, struct entry *entry,
		       struct marks *marks, bool *fatal, struct error *err) ERROR_CHECKED;

#endif
