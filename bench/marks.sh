#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# marks.sh ARCHIVE-DIRECTORY NEW-DIRECTORY PER-100000: the same archive with other marks: so many of
# 100,000 papers unread and tagged "bench", spread over all days.
set -eu

mkdir -p "$2"
ln -sfn "$(cd "$1" && pwd)/archive.db" "$2/archive.db"
rm -f "$2"/user.db*
cp "$1/user.db" "$2/user.db"
# A multiplication scatters the ids evenly.
sqlite3 "$2/user.db" "
	ATTACH '$2/archive.db' AS archive;
	BEGIN;
	INSERT INTO entry_mark(field, entry_id, value) SELECT 'read', id, '1' FROM archive.entry
		WHERE ((id % 1000003) * 2654435761 >> 8 & 0xFFFFFFFF) % 100000 >= $3;
	INSERT INTO entry_mark(field, entry_id, value) SELECT 'tag:bench', id, '1' FROM archive.entry
		WHERE ((id % 1000003) * 2654435761 >> 8 & 0xFFFFFFFF) % 100000 < $3;
	DELETE FROM unread_day;
	DELETE FROM unread;
	INSERT INTO unread SELECT id FROM archive.entry
		WHERE ((id % 1000003) * 2654435761 >> 8 & 0xFFFFFFFF) % 100000 < $3;
	INSERT INTO unread_day SELECT DISTINCT entry_id >> 20, 0 FROM unread;
	COMMIT;"
