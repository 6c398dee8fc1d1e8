#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# `shoroku stats` counts the examples.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

SHOROKU_NOW=2025-09-22T10:00:00Z
tab=$(printf '\t')
run "$SHOROKU" stats
exits 1 "without an archive"
"$SHOROKU" import --source examples "$srcdir/examples" >/dev/null || exit 99
"$SHOROKU" read 2025-09-21#1 2025-09-21#2 >/dev/null || exit 99

run "$SHOROKU" stats 2025-09 --by day --format tsv
exits 0 "by day"
says out "^2025-09-21${tab}3${tab}0\$" "the day's papers"
says out "^2025-09-22${tab}0${tab}2\$" "what was read today"
run "$SHOROKU" stats 2025 --by month --format json
says out '^{"month": "2025-09", "papers": 21, "read": 2}$' "a month of JSON"
run "$SHOROKU" stats --by source --format jsonl
says out '^{"source": "examples", "papers": 21}$' "a source"
run "$SHOROKU" stats --by author --limit 1
is "$(grep -c '█' "$work/out")" 1 "one author of many"
run "$SHOROKU" stats
exits 0 "as text"
says out '^21 papers, 2 read; read on 1 day in a row, at most 1$' "the sum"
run "$SHOROKU" stats --limit 0
exits 2 "no row at all"
run "$SHOROKU" stats --by moon
exits 2 "an unknown group"
run "$SHOROKU" stats 1999
exits 1 "a year without digests"
says err 'nothing to count' "and it says so"
finish
