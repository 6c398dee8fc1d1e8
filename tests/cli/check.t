#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What goes wrong in an archive is found, and the search index can be made anew.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

command -v sqlite3 >/dev/null || lack "the sqlite3 shell is not here"
digest 2025-09-24 3 >"$work/a.txt"
"$SHOROKU" import "$work/a.txt" >/dev/null
run "$SHOROKU" check
exits 0 "a fresh archive"
says out 'is whole' "is whole"

damaged() {
	run "$SHOROKU" check
	exits 3 "$1"
	says out "$2" "$1: says what"
	run "$SHOROKU" rebuild
	exits 0 "$1: the index is made anew"
	run "$SHOROKU" check
	exits 0 "$1: and is whole"
}
sqlite3 "$data/archive.db" "UPDATE section SET text = replace(text, '論文', '書物') WHERE position = 1"
damaged "a text altered behind its back" 'does not say what'
run "$SHOROKU" search --count 書物
is "$(cat "$work/out")" 3 "the altered text is found"
sqlite3 "$data/archive.db" "DELETE FROM section WHERE entry_id = (SELECT max(id) FROM entry);
	DELETE FROM entry WHERE id = (SELECT max(id) FROM entry)"
damaged "a ghost in the index" 'does not say what'
sqlite3 "$data/archive.db" "UPDATE meta SET value = 99 WHERE name = 'index'"
damaged "an index of another version" 'another version'
run "$SHOROKU" search --count 論文
is "$(cat "$work/out")" 2 "and what is there is found"
sqlite3 "$data/archive.db" "UPDATE meta SET value = 0 WHERE name = 'index'"
run "$SHOROKU" search 論文
exits 3 "an index that was never finished finds nothing silently"
says err 'not made yet' "and says so"
digest 2025-09-25 1 >"$work/b.txt"
run "$SHOROKU" import "$work/b.txt"
exits 0 "an import makes it"
run "$SHOROKU" search --count 論文
is "$(cat "$work/out")" 3 "and all is found"
run "$SHOROKU" check --below 0.5
exits 2 "--below without --text"
printf 'xxxxxxxxxxxxxxxx' | dd of="$data/archive.db" bs=1 seek=16384 conv=notrunc 2>/dev/null
run "$SHOROKU" check
exits 3 "a damaged file"

finish
