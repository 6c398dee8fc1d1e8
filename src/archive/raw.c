// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/raw.h"

#include <string.h>

#include <zlib.h>

#include "archive/handle.h"
#include "archive/store-content.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/vec.h"
#include "shoroku/model/key.h"

// Reads the columns all statements of inputs have.
static void
read_row(const struct statement *st, struct arena *arena, struct raw *raw)
{
	*raw = (struct raw){
	    .id = statement_int(st, 0),
	    .digest_id = statement_int(st, 1),
	    .date = (date_day)statement_int(st, 2),
	    .source = statement_copy(st, 3, arena),
	    .date_origin = (enum date_origin)statement_int(st, 4),
	    .parts = (int)statement_int(st, 5),
	    .part = (int)statement_int(st, 6),
	    .revision = (int)statement_int(st, 7),
	    .poorer = statement_int(st, 8) != 0,
	    .name = statement_copy(st, 9, arena),
	    .origin = statement_copy(st, 10, arena),
	    .reader = statement_copy(st, 11, arena),
	    .reader_version = (int)statement_int(st, 12),
	    .hash = statement_copy(st, 13, arena),
	    .length = (size_t)statement_int(st, 14),
	    .stored_at = statement_int(st, 15),
	    .content_hash = statement_copy(st, 16, arena),
	    .latest = statement_int(st, 17) != 0,
	    .change = statement_int(st, 18),
	};
}

int
raw_next(struct archive *archive, struct arena *arena, int64_t after, struct raw *raw,
	 struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_RAW_AFTER);

	*raw = (struct raw){0};
	statement_bind_int(&st, ":after", after);
	if (statement_step(&st))
		read_row(&st, arena, raw);
	return statement_end(&st, err);
}

int
raw_last(struct archive *archive, int64_t *id, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_LAST_RAW);

	*id = statement_step(&st) ? statement_int(&st, 0) : 0;
	return statement_end(&st, err);
}

int
raw_of_days(struct archive *archive, struct arena *arena, struct date_range range,
	    const char *source, struct raw_list *list, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_RAW_OF_DAYS);
	VEC(struct raw) rows = {0};
	int result;

	statement_bind_int(&st, ":first", range.first);
	statement_bind_int(&st, ":last", range.last);
	statement_bind_text(&st, ":source", source);
	while (statement_step(&st))
		read_row(&st, arena, vec_push(&rows));
	result = statement_end(&st, err);
	list->count = rows.count;
	list->items = arena_alloc(arena, rows.count * sizeof(*rows.items));
	if (rows.count)
		memcpy(list->items, rows.items, rows.count * sizeof(*rows.items));
	vec_release(&rows);
	return result;
}

int
raw_of_entry(struct archive *archive, struct arena *arena, int64_t entry, struct raw *raw,
	     struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_RAW_OF_ENTRY);

	*raw = (struct raw){0};
	statement_bind_int(&st, ":entry", entry);
	if (statement_step(&st))
		read_row(&st, arena, raw);
	if (statement_end(&st, err))
		return -1;
	return raw->id ? 0
		       : error_set(err, ERROR_NOT_FOUND,
				   _("no input is kept for this paper: it came as a record"));
}

// Unpacks `packed`. False where that does not give what the hash was made of.
static bool
unpack(const struct raw *raw, const void *packed, size_t size, struct strbuf *bytes)
{
	size_t start = bytes->length;
	uLongf length = raw->length;
	struct key_hash hash;
	char hex[33];

	strbuf_reserve(bytes, raw->length + 1);
	if (uncompress((Bytef *)bytes->data + start, &length, packed, size) != Z_OK ||
	    length != raw->length) {
		strbuf_truncate(bytes, start);
		return false;
	}
	bytes->length = start + length;
	bytes->data[bytes->length] = '\0';
	key_hash_init(&hash);
	key_hash_add(&hash, bytes->data + start, length);
	key_hash_hex(&hash, hex);
	return !strcmp(hex, raw->hash);
}

int
raw_read(struct archive *archive, const struct raw *raw, struct strbuf *bytes, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_RAW_BYTES);
	bool whole = false;

	statement_bind_text(&st, ":hash", raw->hash);
	if (statement_step(&st)) {
		size_t size;
		const void *packed = statement_blob(&st, 0, &size);

		whole = unpack(raw, packed, size, bytes);
	}
	if (statement_end(&st, err))
		return -1;
	if (!whole)
		return error_set(err, ERROR_DATA, _("what is kept of %s is damaged"), raw->name);
	return 0;
}

bool
raw_said(const struct raw *raw, const struct digest *digest)
{
	char hash[STORE_CONTENT_HASH];

	store_content_hash(digest, hash);
	return !strcmp(hash, raw->content_hash);
}
