#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The calendar and the year: a shade and a sign a day, moving by days and weeks, opening a day, the mouse.
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
keys "]lj"
expect "papers ▒ 1 ▓ 2 █ 3"
keys "m"
expect "unread ▒ 1 ▓ 2 █ 3"
keys "m"
expect "favourites 0"
keys "m"
keys "<Enter>"
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
cat >"$work/mouse" <<'END'
size 120 30
start
# beside the days
keys "<Esc>[<0;3;8M<Esc>[<0;3;8m"
row 0 "2025-09-15"
keys "<Esc>[<64;3;8M"
row 1 "August 2025"
row 0 "2025-09-15"
keys "<Esc>[<0;3;8M<Esc>[<0;3;8m"
expect "no digest of 2025-08-11"
keys "<Esc>[<65;3;8M"
row 1 "September 2025"
# the calendar
keys "c<Esc>[<0;28;10M<Esc>[<0;28;10m"
row -2 "2025-09-22: no digest"
keys "<Esc>[<64;28;10M"
row -2 "2025-08-22"
keys "<Esc>[<65;28;10M"
row -2 "2025-09-22"
keys "<Esc>[<0;31;8M<Esc>[<0;31;8m"
row -2 "2025-09-16: 3 papers"
keys "<Esc>[<0;31;8M<Esc>[<0;31;8m"
row 0 "2025-09-16"
# the year
keys "cy<Esc>[<0;81;4M<Esc>[<0;81;4m"
row 1 "2025   2025-09-15"
keys "<Esc>[<64;81;4M"
row 1 "2024   2024-09-15"
keys "<Esc>[<65;81;4M"
keys "<Esc>[<0;81;4M<Esc>[<0;81;4m"
row 0 "2025-09-15"
keys "Q"
exit 0
END
# what is known of a day: how many papers, favourites, unread ones
cat >"$work/signs" <<'END'
size 80 24
start
keys "f[AA"
keys "c"
row -2 "2025-09-20: 3 papers, 0 unread"
expect "★█▫"
expect "█▪"
keys "l"
row -2 "3 unread, 1 favourite"
# what has no room: the weeks up to that of the day
resize 40 10
expect "[21]"
expect-not " 7"
keys "y"
row 1 "2025-09-20"
keys "q"
keys "qQ"
exit 0
END
play wide narrow mouse signs
finish
