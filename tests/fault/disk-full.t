#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# No space: a sentence, exit 3, the archive intact; with space again the same command completes.
. "${srcdir:-.}/tests/cli/cli-lib.sh"
. "${srcdir:-.}/tests/fault/full-disk.sh"

command -v sqlite3 >/dev/null || lack "the sqlite3 shell is not here"
sound() {
	for file in archive.db user.db; do
		is "$(sqlite3 "$small/$file" 'PRAGMA integrity_check' 2>&1)" ok "$1: $file is sound"
	done
}

digest 2025-09-23 2 >"$work/before.txt"
digest 2025-09-24 400 >"$work/day.txt"

"$SHOROKU" --data-dir "$small" import "$work/before.txt" >/dev/null
"$SHOROKU" --data-dir "$small" fav '2025-09-23#1' >/dev/null
fill
limited "$SHOROKU" --data-dir "$small" import "$work/day.txt" >"$work/out" 2>"$work/err" </dev/null
code=$?
exits 3 "import"
is "$(grep -c . "$work/err")" 1 "import: one sentence"
limited "$SHOROKU" --data-dir "$small" tag +full '2025-09-23#1' >"$work/out" 2>"$work/err" </dev/null
code=$?
exits 3 "a mark"
is "$(grep -c . "$work/err")" 1 "a mark: one sentence"
run "$SHOROKU" --data-dir "$small" list 2025-09-23 --format tsv
exits 0 "what was there can be read"
is "$(sed -n 2p "$work/out" | cut -f7,9)" "	1" "the mark before stands, the failed one does not"
is "$("$SHOROKU" --data-dir "$small" list 2025-09-24 --format tsv 2>/dev/null | sed 1d | wc -l |
	tr -d ' ')" 0 "no part of the day is there"
free_space
sound "space again"
run "$SHOROKU" --data-dir "$small" import "$work/day.txt"
exits 0 "the import again"
is "$("$SHOROKU" --data-dir "$small" list 2025-09-24 --format tsv | sed 1d | wc -l | tr -d ' ')" 400 \
	"the day is whole"
run "$SHOROKU" --data-dir "$small" tag +full '2025-09-23#1'
exits 0 "the mark again"
sound "at the end"

finish
