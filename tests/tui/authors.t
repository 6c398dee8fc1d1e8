#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# An author of a paper, the others of theirs, and following.
. "${srcdir:-.}/tests/tui/tui-lib.sh"

# day DATE SUBJECT NAMES
day() {
	printf '%s の注目論文\n' "$1"
	printf '\nOn the %s of Careful Measurement\n\n%s\n' "$2" "$3"
	printf '\n選定理由\n\n%sについての論文である。\n' "$2"
}
day 2024-03-01 Art "Ada Example, Bo Other" >"$work/a.txt"
day 2025-03-02 Limits "Bo Other, Ada Éxample, Cy Third" >"$work/b.txt"
day 2025-10-03 Cost "Ada Example" >"$work/c.txt"
"$SHOROKU" import --source s "$work/a.txt" "$work/b.txt" "$work/c.txt" >/dev/null || exit 99

cat >"$work/eighty" <<'END'
size 80 24
start
row 0 "2025-10-03"
keys "@"
row 0 "Authors of the paper"
expect "▸ Ada Example"
keys "<Enter>"
row 0 "Author"
expect "3 papers, first seen 2024-03-01, last 2025-10-03"
expect "2025    2  ████████"
expect "2024    1  ████"
expect "with Bo Other 2, Cy Third 1"
expect "▸ • 2025-10-03 On the Cost"
keys "S"
expect "Ada Example stands beside the days now"
keys "j<Enter>"
row 0 "2025-03-02"
expect "On the Limits of Careful Measurement"
expect "    ◆ Ada Éxample"
keys "hh"
expect "Ada Example"
keys "Q"
exit 0
END
cat >"$work/narrow" <<'END'
size 40 10
start
expect "On the Cost"
keys "@<Enter>"
expect "3 papers, first seen"
expect "2025-10-03 On the Cost"
keys "q"
row 0 "Authors of the paper"
keys "qQ"
exit 0
END
# Who is followed stands before the authors.
cat >"$work/wide" <<'END'
size 120 30
start
keys "@"
expect "Authors of the paper"
keys "<Enter>"
expect "first seen 2024-03-01"
keys "S"
expect "stands beside the days now"
keys "qq"
expect "◆ Ada Example  Example"
# a list of one row a paper has the mark alone
resize 90 20
row 1 "◆"
keys "Q"
exit 0
END
play eighty narrow wide
finish
