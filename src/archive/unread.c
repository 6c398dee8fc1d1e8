// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/unread.h"

#include "shoroku/model/entry-id.h"

static int
run_on_day(struct archive *archive, enum statement_id id, date_day day, struct error *err)
{
	struct statement st = statement_begin(archive, id);

	statement_bind_int(&st, ":first", entry_id_day_first(day));
	statement_bind_int(&st, ":last", entry_id_day_last(day));
	return statement_run(&st, err);
}

static int
set_unread_day(struct archive *archive, date_day day, bool unread, bool whole, struct error *err)
{
	struct statement st =
	    statement_begin(archive, unread ? STATEMENT_ADD_UNREAD_DAY : STATEMENT_DROP_UNREAD_DAY);

	statement_bind_int(&st, ":day", day);
	if (unread)
		statement_bind_int(&st, ":whole", whole);
	return statement_run(&st, err);
}

static int
ask_of_day(struct archive *archive, enum statement_id id, date_day day, bool *answers, int count,
	   struct error *err)
{
	struct statement st = statement_begin(archive, id);

	statement_bind_int(&st, ":first", entry_id_day_first(day));
	statement_bind_int(&st, ":last", entry_id_day_last(day));
	if (statement_step(&st)) {
		for (int i = 0; i < count; i++)
			answers[i] = statement_int(&st, i) != 0;
	}
	return statement_end(&st, err);
}

int
unread_refresh_day(struct archive *archive, date_day day, struct error *err)
{
	bool read_and_any[2] = {false, false};
	bool unread = false;

	if (ask_of_day(archive, STATEMENT_READ_OF_DAY, day, read_and_any, 2, err) ||
	    run_on_day(archive, STATEMENT_DROP_UNREAD_OF_DAY, day, err))
		return -1;
	if (!read_and_any[0])
		return set_unread_day(archive, day, read_and_any[1], true, err);
	if (run_on_day(archive, STATEMENT_ADD_UNREAD_OF_DAY, day, err) ||
	    ask_of_day(archive, STATEMENT_UNREAD_OF_DAY, day, &unread, 1, err))
		return -1;
	return set_unread_day(archive, day, unread, false, err);
}

int
unread_refresh_entry(struct archive *archive, int64_t entry, bool read, struct error *err)
{
	date_day day = entry_id_day(entry);
	struct statement st = statement_begin(archive, STATEMENT_UNREAD_DAY);
	bool unread = true;
	bool listed;

	statement_bind_int(&st, ":day", day);
	listed = statement_step(&st) && !statement_int(&st, 0);
	if (statement_end(&st, err))
		return -1;
	if (!listed)
		return unread_refresh_day(archive, day, err);
	st = statement_begin(archive, read ? STATEMENT_DROP_UNREAD : STATEMENT_ADD_UNREAD);
	statement_bind_int(&st, ":entry", entry);
	if (statement_run(&st, err) ||
	    ask_of_day(archive, STATEMENT_UNREAD_OF_DAY, day, &unread, 1, err))
		return -1;
	return unread ? 0 : set_unread_day(archive, day, false, false, err);
}
