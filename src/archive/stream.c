// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/stream.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/query/query.h"

// Rows a seek steps over before it asks anew.
#define STEPS_BEFORE_SEEK 6

struct stream *
stream_new(enum stream_kind kind)
{
	struct stream *stream = memory_alloc(sizeof(*stream));

	stream->kind = kind;
	stream->least = INT64_MIN + 1;
	stream->greatest = INT64_MAX;
	return stream;
}

void
stream_free(struct stream *stream)
{
	if (!stream)
		return;
	sqlite3_finalize(stream->rows);
	occurrence_free(stream->occurrence);
	for (size_t i = 0; i < stream->with.count; i++)
		stream_free(stream->with.items[i]);
	for (size_t i = 0; i < stream->without.count; i++)
		stream_free(stream->without.items[i]);
	for (size_t i = 0; i < stream->checks.count; i++) {
		phrase_release(&stream->checks.items[i]->phrase);
		free(stream->checks.items[i]);
	}
	vec_release(&stream->with);
	vec_release(&stream->without);
	vec_release(&stream->checks);
	free(stream);
}

struct stream *
stream_rows(struct archive *archive, enum statement_id id, const char *match, struct error *err)
{
	struct stream *stream = stream_new(STREAM_ROWS);
	int code = sqlite3_prepare_v2(archive->db, statement_sql(id), -1, &stream->rows, NULL);
	int parameter;

	if (code != SQLITE_OK) {
		handle_error(archive, code, err);
		stream_free(stream);
		return NULL;
	}
	parameter = sqlite3_bind_parameter_index(stream->rows, ":match");
	if (match && parameter)
		sqlite3_bind_text(stream->rows, parameter, match, -1, SQLITE_TRANSIENT);
	return stream;
}

struct stream *
stream_occurrence(struct occurrence *occurrence)
{
	struct stream *stream = stream_new(STREAM_OCCURRENCE);

	stream->occurrence = occurrence;
	return stream;
}

static int
step_rows(struct archive *archive, struct stream *stream, struct error *err)
{
	int code = sqlite3_step(stream->rows);

	stream->at = code == SQLITE_ROW ? sqlite3_column_int64(stream->rows, 0) : STREAM_END;
	if (code == SQLITE_ROW || code == SQLITE_DONE)
		return 0;
	return handle_error(archive, code, err);
}

static int
seek_rows(struct archive *archive, struct stream *stream, int64_t at_most, struct error *err)
{
	for (int i = 0; stream->started && stream->at > at_most && i < STEPS_BEFORE_SEEK; i++) {
		if (step_rows(archive, stream, err))
			return -1;
	}
	if (stream->started && stream->at <= at_most)
		return 0;
	sqlite3_reset(stream->rows);
	sqlite3_bind_int64(stream->rows, sqlite3_bind_parameter_index(stream->rows, ":from"),
			   at_most);
	stream->started = true;
	return step_rows(archive, stream, err);
}

void
stream_add_check(struct stream *stream, const char *text, bool prefix, unsigned fields)
{
	struct stream_check *check = memory_alloc(sizeof(*check));

	phrase_init(&check->phrase, text, prefix);
	check->fields = fields;
	*vec_push(&stream->checks) = check;
}

static bool
stands_in(const struct stream_check *check, const char *value)
{
	struct phrase_text text;
	bool found;

	if (!value)
		return false;
	phrase_text_init(&text);
	phrase_text_set(&text, value, strlen(value), NULL);
	found = phrase_find(&check->phrase, &text, 0) < text.atoms.count;
	phrase_text_release(&text);
	return found;
}

// Whether the phrase stands in one of the fields of the entry, which are columns of a statement.
static int
holds(struct archive *archive, const struct stream_check *check, int64_t id, bool *found,
      struct error *err)
{
	bool note = check->fields == QUERY_NOTES;
	struct statement st =
	    statement_begin(archive, note ? STATEMENT_ENTRY_NOTE : STATEMENT_ENTRY_TEXT);
	unsigned fields = note ? 1 : check->fields;

	*found = false;
	statement_bind_int(&st, ":entry", id);
	if (statement_step(&st)) {
		for (int column = 0; !*found && fields >> column; column++)
			*found = (fields & 1u << column) &&
				 stands_in(check, statement_text(&st, column));
	}
	return statement_end(&st, err);
}

// Whether nothing that is not to be stands in the way of an id all members have.
static int
passes(struct archive *archive, struct stream *stream, int64_t id, bool *good, struct error *err)
{
	*good = true;
	for (size_t i = 0; *good && i < stream->without.count; i++) {
		int64_t found;

		if (stream_seek(archive, stream->without.items[i], id, &found, err))
			return -1;
		*good = found != id;
	}
	for (size_t i = 0; *good && i < stream->checks.count; i++) {
		if (holds(archive, stream->checks.items[i], id, good, err))
			return -1;
	}
	return 0;
}

// Moves *id down to the next that all of `with` have.
static int
meet(struct archive *archive, struct stream *stream, int64_t *id, struct error *err)
{
	for (size_t agreeing = 0, i = 0; agreeing < stream->with.count && *id >= stream->least;
	     i = (i + 1) % stream->with.count) {
		int64_t found;

		if (stream_seek(archive, stream->with.items[i], *id, &found, err))
			return -1;
		agreeing = found == *id ? agreeing + 1 : 1;
		*id = found;
	}
	return 0;
}

static int
seek_and(struct archive *archive, struct stream *stream, int64_t at_most, int64_t *id,
	 struct error *err)
{
	bool good = false;

	for (*id = at_most < stream->greatest ? at_most : stream->greatest;; --*id) {
		if (handle_is_stopped(archive))
			return handle_error(archive, SQLITE_INTERRUPT, err);
		if (meet(archive, stream, id, err))
			return -1;
		if (*id < stream->least) {
			*id = STREAM_END;
			return 0;
		}
		if (passes(archive, stream, *id, &good, err))
			return -1;
		if (good)
			return 0;
	}
}

static int
seek_or(struct archive *archive, struct stream *stream, int64_t at_most, int64_t *id,
	struct error *err)
{
	*id = STREAM_END;
	for (size_t i = 0; i < stream->with.count; i++) {
		int64_t found;

		if (stream_seek(archive, stream->with.items[i], at_most, &found, err))
			return -1;
		if (found > *id)
			*id = found;
	}
	return 0;
}

int
stream_seek(struct archive *archive, struct stream *stream, int64_t at_most, int64_t *id,
	    struct error *err)
{
	// An end stays an end, and what was found last may answer again.
	if (stream->started && stream->at <= at_most) {
		*id = stream->at;
		return 0;
	}
	switch (stream->kind) {
	case STREAM_ROWS:
		if (seek_rows(archive, stream, at_most, err))
			return -1;
		break;
	case STREAM_OCCURRENCE:
		if (occurrence_seek(archive, stream->occurrence, at_most, &stream->at, err))
			return -1;
		break;
	case STREAM_AND:
		if (seek_and(archive, stream, at_most, &stream->at, err))
			return -1;
		break;
	case STREAM_OR:
		if (seek_or(archive, stream, at_most, &stream->at, err))
			return -1;
		break;
	}
	stream->started = true;
	*id = stream->at;
	return 0;
}
