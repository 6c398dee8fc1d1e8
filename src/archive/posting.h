// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of postings: the entries a term stands in, newest first, each with the places where it stands or
// without. The first id of a list is written whole, the others as what they differ by: a number of the
// same day (n of model/entry-id.h) takes a byte, another day two.
//
// Places are either one number, written as 2p + 1, or twice the bytes that follow and then those
// bytes: the differences between the places. Numbers are LEB128, seven bits a byte.
#ifndef ARCHIVE_POSTING_H
#define ARCHIVE_POSTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/base/strbuf.h"

void posting_put_number(struct strbuf *out, uint64_t number);

// The number at *at, which moves past it; false where [*at, end) does not begin with one.
bool posting_get_number(const unsigned char **at, const unsigned char *end, uint64_t *number);

// Bytes of places as they stand in a list, borrowed. Without places: NULL and 0.
struct posting_places {
	const unsigned char *bytes;
	size_t length;
};

struct posting_writer {
	struct strbuf bytes;
	int64_t last; // id
	size_t count;
};

void posting_writer_init(struct posting_writer *writer);
void posting_writer_release(struct posting_writer *writer);
void posting_writer_clear(struct posting_writer *writer); // begins a new list

// Ids must come in descending order.
void posting_write(struct posting_writer *writer, int64_t id, struct posting_places places);

// Appends places in ascending order, in the form above; there is one at least.
void posting_put_places(struct strbuf *out, const uint32_t *places, size_t count);

struct posting_reader {
	const unsigned char *at;
	const unsigned char *end;
	bool has_places;
	bool begun;
	bool is_first; // the posting read last is the list's first
	bool damaged;  // the bytes are no list
	int64_t id;    // of the posting read last
	struct posting_places places;
};

// The bytes are borrowed.
void posting_reader_init(struct posting_reader *reader, const void *bytes, size_t length,
			 bool has_places);

// Moves to the next posting; false at the end, or where the list is damaged.
bool posting_read(struct posting_reader *reader);

#endif
