#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Marks in an open reader while others work on the archive, and where there is no space for them.
. "${srcdir:-.}/tests/tui/tui-lib.sh"
. "${srcdir:-.}/tests/fault/full-disk.sh"

# An import of many days runs: a mark is shown and kept all the same, and the days arrive.
mkdir "$work/many"
day=1
while [ "$day" -le 28 ]; do
	digest "2024-02-$(printf %02d $day)" 150 >"$work/many/$day.txt"
	day=$((day + 1))
done
cat >"$work/importing" <<'END'
start
row 1 "•"
sh "$SHOROKU import --quiet --source many $MANY & echo $! >$MANY.pid"
keys f
row 1 "★"
sh "until $SHOROKU list 2025-09-21 --format tsv | cut -f9 | grep -qx 1; do sleep 0.02; done"
sh "kill -0 $(cat $MANY.pid)"
sh "while kill -0 $(cat $MANY.pid) 2>/dev/null; do sleep 0.1; done"
keys "d2024-02-28<Enter>"
row 0 "150 papers"
keys Q
exit 0
END

# Two readers of one archive: each shows what the other marks.
cat >"$work/other" <<'END'
start
row 0 "2025-09-21"
keys j
cursor-on "Generative"
keys f
expect "favourites 2"
keys Q
exit 0
END
cat >"$work/two" <<'END'
start
keys f
row 1 "★"
sh "$RUNNER $OTHER $SHOROKU >/dev/null"
expect "favourites 2"
keys u
expect "Undone: favourite"
expect "favourites 1"
keys Q
exit 0
END

MANY=$work/many RUNNER=$runner OTHER=$work/other
export MANY RUNNER OTHER
play importing two

# No space: the mark is taken back and a sentence says why; with space again it works.
"$SHOROKU" --data-dir "$small" import --source examples "$srcdir/examples" >/dev/null
SHOROKU_DATA_DIR=$small
cat >"$work/full" <<'END'
start
row 1 "•"
keys f
expect "no space is left"
row 1 "•"
expect-not "★"
keys j
cursor-on "Generative"
keys Q
exit 0
END
fill
blocks=66 # the reader itself needs 64 of 512 bytes
limited "$runner" "$work/full" "$SHOROKU" >"$work/out" 2>&1
result $? "no space" || sed 's/^/# /' "$work/out"
free_space
run "$SHOROKU" list 2025-09-21 --format tsv
is "$(cut -f9 "$work/out" | grep -c 1)" 0 "no mark was kept"
run "$SHOROKU" fav '2025-09-21#1'
exits 0 "with space a mark is kept"

finish
