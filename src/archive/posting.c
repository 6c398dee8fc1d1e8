// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/posting.h"

#include "shoroku/base/error.h"
#include "shoroku/model/entry-id.h"

void
posting_put_number(struct strbuf *out, uint64_t number)
{
	if (out->capacity < out->length + 11)
		strbuf_reserve(out, 10);
	for (; number >= 0x80; number >>= 7)
		out->data[out->length++] = (char)(number | 0x80);
	out->data[out->length++] = (char)number;
	out->data[out->length] = '\0';
}

bool
posting_get_number(const unsigned char **at, const unsigned char *end, uint64_t *number)
{
	const unsigned char *byte = *at;

	*number = 0;
	for (unsigned shift = 0; byte < end && shift < 64; shift += 7) {
		*number |= (uint64_t)(*byte & 0x7F) << shift;
		if (*byte++ < 0x80) {
			*at = byte;
			return true;
		}
	}
	return false;
}

void
posting_writer_init(struct posting_writer *writer)
{
	strbuf_init(&writer->bytes);
	posting_writer_clear(writer);
}

void
posting_writer_release(struct posting_writer *writer)
{
	strbuf_release(&writer->bytes);
}

void
posting_writer_clear(struct posting_writer *writer)
{
	strbuf_clear(&writer->bytes);
	writer->count = 0;
}

// Days before 1970 are negative.
static uint64_t
zigzag(date_day day)
{
	return day < 0 ? ((uint64_t) - (int64_t)day << 1) - 1 : (uint64_t)day << 1;
}

static void
put_id(struct posting_writer *writer, int64_t id)
{
	date_day day = entry_id_day(id);
	uint64_t n = (uint64_t)entry_id_n(id);

	if (!writer->count) {
		posting_put_number(&writer->bytes, zigzag(day));
		posting_put_number(&writer->bytes, n);
		return;
	}
	if (id >= writer->last)
		BUG("posting %lld after %lld", (long long)id, (long long)writer->last);
	if (day == entry_id_day(writer->last)) {
		posting_put_number(&writer->bytes, (n - (uint64_t)entry_id_n(writer->last)) << 1);
		return;
	}
	posting_put_number(&writer->bytes, (uint64_t)(entry_id_day(writer->last) - day) << 1 | 1);
	posting_put_number(&writer->bytes, n);
}

void
posting_write(struct posting_writer *writer, int64_t id, struct posting_places places)
{
	put_id(writer, id);
	if (places.length)
		strbuf_add(&writer->bytes, (const char *)places.bytes, places.length);
	writer->last = id;
	writer->count++;
}

static size_t
number_size(uint64_t number)
{
	size_t size = 1;

	for (; number >= 0x80; number >>= 7)
		size++;
	return size;
}

void
posting_put_places(struct strbuf *out, const uint32_t *places, size_t count)
{
	size_t length = 0;

	if (count == 1) {
		posting_put_number(out, (uint64_t)places[0] << 1 | 1);
		return;
	}
	for (size_t i = 0; i < count; i++)
		length += number_size(places[i] - (i ? places[i - 1] : 0));
	posting_put_number(out, (uint64_t)length << 1);
	for (size_t i = 0; i < count; i++)
		posting_put_number(out, places[i] - (i ? places[i - 1] : 0));
}

void
posting_reader_init(struct posting_reader *reader, const void *bytes, size_t length,
		    bool has_places)
{
	*reader = (struct posting_reader){
	    .at = bytes,
	    .end = (const unsigned char *)bytes + length,
	    .has_places = has_places,
	};
}

// Most numbers take one byte.
static inline bool
get(struct posting_reader *reader, uint64_t *number)
{
	if (reader->at < reader->end && *reader->at < 0x80) {
		*number = *reader->at++;
		return true;
	}
	if (posting_get_number(&reader->at, reader->end, number))
		return true;
	reader->damaged = true;
	return false;
}

static bool
read_id(struct posting_reader *reader)
{
	uint64_t step;
	uint64_t n;
	int64_t day;

	if (!get(reader, &step))
		return false;
	if (reader->begun && !(step & 1)) {
		reader->id -= (int64_t)(step >> 1);
		return true;
	}
	if (!get(reader, &n))
		return false;
	if (reader->begun)
		day = (reader->id >> ENTRY_ID_BITS) - (int64_t)(step >> 1);
	else
		day = step & 1 ? -(int64_t)((step + 1) >> 1) : (int64_t)(step >> 1);
	reader->damaged = n > ENTRY_ID_MAX_N || day < DATE_MIN || day > DATE_MAX;
	if (reader->damaged)
		return false;
	reader->id = entry_id_make((date_day)day, (int)n);
	reader->begun = true;
	return true;
}

static bool
skip_places(struct posting_reader *reader)
{
	const unsigned char *start = reader->at;
	uint64_t first;

	if (!get(reader, &first))
		return false;
	if (!(first & 1)) {
		if (first >> 1 > (uint64_t)(reader->end - reader->at)) {
			reader->damaged = true;
			return false;
		}
		reader->at += first >> 1;
	}
	reader->places.bytes = start;
	reader->places.length = (size_t)(reader->at - start);
	return true;
}

bool
posting_read(struct posting_reader *reader)
{
	if (reader->at >= reader->end || reader->damaged)
		return false;
	reader->is_first = !reader->begun;
	return read_id(reader) && (!reader->has_places || skip_places(reader));
}
