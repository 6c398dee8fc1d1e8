// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/fetched-note.h"

#include <string.h>

static bool
text_is_same(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

bool
fetched_note_is_same(const struct fetched_answer *answer, const char *hash)
{
	return answer->before->record.has_text && text_is_same(answer->before->hash, hash);
}

int
fetched_note_judge(struct archive *archive, struct fetched_answer *answer,
		   const struct digest *digest, const char *hash, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_CONTENT_SHOWN);

	answer->answer = digest->entry_count ? DAY_POORER : DAY_EMPTY;
	statement_bind_int(&st, ":day", digest->date);
	statement_bind_text(&st, ":source", digest->source);
	statement_bind_text(&st, ":hash", hash);
	if (statement_step(&st) && statement_int(&st, 0) && digest->entry_count)
		answer->answer = DAY_TEXT;
	return statement_end(&st, err);
}

// A digest's state says that the source shows less now; the rest stands in the row.
static int
set_digest_state(struct archive *archive, const struct fetched_answer *answer, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_STATE_OF_DAY);

	statement_bind_int(&st, ":day", answer->date);
	statement_bind_text(&st, ":source", answer->source);
	statement_bind_int(&st, ":state",
			   answer->after.state == DAY_CHANGED ? DIGEST_CHANGED : DIGEST_COMPLETE);
	return statement_run(&st, err);
}

// The row as it will be; what an answer that was not understood leaves as it was stays.
static struct fetched
row_after(const struct fetched_answer *answer, const char *hash)
{
	struct fetched row = *answer->before;
	bool understood = answer->answer != DAY_UNREADABLE && answer->answer != DAY_MISSING &&
			  answer->answer != DAY_UNREACHABLE;

	row.date = answer->date;
	row.record = answer->after;
	row.reason = answer->reason;
	if (!row.url || understood)
		row.url = answer->url;
	if (understood && hash) {
		row.hash = hash;
		row.etag = answer->etag;
		row.last_modified = answer->last_modified;
	}
	return row;
}

static bool
row_is_same(const struct fetched *a, const struct fetched *b)
{
	return day_state_is_same(&a->record, &b->record) && text_is_same(a->url, b->url) &&
	       text_is_same(a->etag, b->etag) && text_is_same(a->last_modified, b->last_modified) &&
	       text_is_same(a->hash, b->hash) && text_is_same(a->reason, b->reason);
}

static int
write_row(struct archive *archive, const char *source, const struct fetched *row, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_ADD_SOURCE);

	statement_bind_text(&st, ":name", source);
	if (statement_run(&st, err))
		return -1;
	st = statement_begin(archive, STATEMENT_SET_FETCHED);
	statement_bind_text(&st, ":source", source);
	statement_bind_int(&st, ":day", row->date);
	statement_bind_int(&st, ":state", row->record.state);
	statement_bind_int(&st, ":trouble", row->record.trouble);
	statement_bind_int(&st, ":settled", row->record.settled);
	statement_bind_int(&st, ":agreed_at", row->record.agreed_at);
	statement_bind_int(&st, ":tried_at", row->record.tried_at);
	statement_bind_text(&st, ":url", row->url);
	statement_bind_text(&st, ":etag", row->etag);
	statement_bind_text(&st, ":last_modified", row->last_modified);
	statement_bind_text(&st, ":hash", row->hash);
	statement_bind_text(&st, ":reason", row->reason);
	return statement_run(&st, err);
}

int
fetched_note_write(struct archive *archive, struct fetched_answer *answer, const char *hash,
		   struct error *err)
{
	struct fetched row;

	if (!hash && answer->hash) {
		hash = answer->hash;
		answer->answer = fetched_note_is_same(answer, hash) ? DAY_SAME : answer->answer;
	}
	answer->after = day_state_after(&answer->before->record, answer->answer, answer->date,
					answer->today, answer->now);
	row = row_after(answer, hash);
	answer->written = !row_is_same(&row, answer->before);
	if (!answer->written)
		return 0;
	if (answer->after.has_text && set_digest_state(archive, answer, err))
		return -1;
	return write_row(archive, answer->source, &row, err);
}
