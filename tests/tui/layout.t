#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Three layouts by width, live resize, a storm of sizes, one column, signals, bytes.
. "${srcdir:-.}/tests/tui/tui-lib.sh"

reader <<'END'
size 120 40
start
expect "September 2025"
expect "Adam: A Method for"
expect "AI summary"
style "選定理由" bold
style "選定理由" wide
resize 80 24
expect-not "September 2025"
expect "選定理由"
resize 40 10
expect-not "選定理由"
expect "Adam: A Method for"
resize 200 60
expect "September 2025"
expect "選定理由"
# moving the cursor by a row repaints two rows, not the screen
resize 80 24
expect-not "September 2025"
keys "?"
row 0 "Keys"
sync
mark-bytes
keys j
sync
bytes-under 120
keys q
storm 200 7
resize 80 24
row 0 "2025-09-21"
cursor-on "Adam: A Method"
alive
signal CONT
row 0 "2025-09-21"
resize 1 1
resize 2 2
resize 80 24
row 0 "2025-09-21"
signal TERM
exit 0
END
