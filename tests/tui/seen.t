#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A paper that an earlier digest had is said to have been seen before; the days say their state.
. "${srcdir:-.}/tests/tui/tui-lib.sh"

# day DATE SUBJECT…: a digest of one author's papers.
day() {
	printf '%s の注目論文\n' "$1"
	shift
	for subject; do
		printf '\nOn the %s of Careful Measurement\n\nAda Example, Bo Other\n' "$subject"
		printf '\n選定理由\n\n%sについての論文である。\n' "$subject"
		printf '\nかんたん要約 (SNS向け)\n\n測る話。\n\n詳細要約\n\n測り方を述べる。\n'
	done
}
day 2025-09-22 Art >"$work/early.txt"
day 2025-09-24 Limits Art >"$work/late.txt"
day 2025-09-24 Limits >"$work/poorer.txt"
"$SHOROKU" import --source first "$work/early.txt" >/dev/null || exit 99
"$SHOROKU" import "$work/late.txt" >/dev/null || exit 99
"$SHOROKU" import "$work/poorer.txt" >/dev/null || exit 99

cat >"$work/wide" <<'END'
size 120 30
start
row 0 "2025-09-24"
expect "      Example, Other         seen before "
expect-not "seen before:"
keys "j"
expect "seen before: 2025-09-22 Mo · first"
cursor-on "On the Art"
keys "Q"
exit 0
END
cat >"$work/eighty" <<'END'
size 80 24
start
row 0 "2025-09-24"
expect-not "seen before"
keys "j"
expect "seen before: 2025-09-22 Mo · first"
keys "["
row 0 "2025-09-22"
expect "On the Art of"
expect-not "seen before"
keys "h"
expect "2025-09-24 We    2    2 ↻  changed"
expect "2025-09-22 Mo    1    1    complete"
keys "Q"
exit 0
END
play wide eighty
finish
