#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The year: a sign a day, moving by days and weeks, opening a day.
. "${srcdir:-.}/tests/tui/tui-lib.sh"

cat >"$work/wide" <<'END'
size 120 30
start
expect "Adam: A Method"
keys "cy"
row 0 "Year"
row 1 "2025   2025-09-21: 3 papers, 3 unread"
expect "papers 21   read 0   favourites 0   days in a row 0"
keys "k"
row 1 "2025   2025-09-20: 3 papers, 3 unread"
keys "h"
row 1 "2025   2025-09-13: no digest"
keys "["
row 1 "2024   2024-09-13: no digest"
expect "papers 0"
keys "]lj<Enter>"
row 0 "2025-09-21"
keys "Q"
exit 0
END
cat >"$work/narrow" <<'END'
size 40 14
start
expect "Adam: A Method"
keys "cy"
row 1 "2025   2025-09-21: 3 papers"
keys "q"
row 0 "Calendar"
keys "qQ"
exit 0
END
play wide narrow
finish
