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

# Selected papers are marked at once and undone as one step; the selection stays.
cat >"$work/selected" <<'END'
start
row 1 "•"
keys "  "
expect "2 selected"
keys 4
expect "2 papers marked; u takes it back"
row 1 "4/5"
keys f
expect "favourites 2"
keys v
expect "1 selected"
keys v
expect "2 selected"
keys u
expect "favourites 0"
keys u
expect "Undone: rating (2 changes)"
expect-not "4/5"
keys <Esc>
expect-not "selected"
keys Q
exit 0
END

# The editor has the terminal; what was typed meanwhile is no key of the reader's.
cat >"$work/editor" <<'END'
#!/bin/sh
grep -q '^2025-09-21\|2025-09-21' "$1" || exit 1
printf '# Mine\n\n- 考え\n' >>"$1"
END
chmod +x "$work/editor"
cat >"$work/noted" <<'END'
start
row 1 "•"
keys e
row 1 "✎"
keys <Enter>G
expect "考え"
keys q
sh "$SHOROKU search --count note:考え | grep -qx 1"
keys u
expect "Undone: note"
expect-not "✎"
keys Q
exit 0
END
cat >"$work/no-editor" <<'END'
start
row 1 "•"
keys ":note<Enter>"
expect "nosucheditor"
expect "the text is in"
keys Q
exit 0
END

# Commands by query, mistakes, completion, what was typed before.
cat >"$work/typed" <<'END'
start
row 1 "•"
keys ":tag +読む is:unread date:2025-09-20..2025-09-21<Enter>"
expect "6 papers marked; u takes it back"
expect "読む"
keys ":tag +x sharpness<Enter>"
expect "this is no query"
keys <Esc>
keys ":read date:2025-13<Enter>"
expect "2025-13"
keys <Esc>
keys ":set mou<Tab>"
expect ": set mouse"
keys <Esc>
keys ":<Up>"
expect ": tag +読む is:unread"
keys <Esc>
keys ":rename 読む later<Enter>"
expect "6 papers marked"
expect "later"
keys ":tags<Enter>"
expect "6  later"
keys <Enter>
expect "6 hits"
keys <Esc>
keys q
keys ":no-such-thing<Enter>"
expect "no-such-thing"
keys <Esc>
keys ":stats<Enter>"
expect "Statistics"
keys ":quit<Enter>"
exit 0
END

# Back to a point of the history, and undone.
cat >"$work/restored" <<'END'
start
row 1 "•"
keys f
row 1 "★"
keys j
cursor-on "Generative"
keys 3
expect "3/5"
keys ":history<Enter>"
expect "rating 3"
expect "before everything"
keys j
keys <Enter>
expect "went back"
expect "1 change taken back; u undoes that"
keys q
expect-not "3/5"
row 1 "★"
keys u
expect "3/5"
keys Q
exit 0
END

# The help is searched, and does what one finds in it.
cat >"$work/helped" <<'END'
start
row 1 "•"
keys "?/rename<Enter>"
expect ":tags"
expect-not "Quit"
keys j
keys <Enter>
expect "There are no tags yet"
keys Q
exit 0
END

MANY=$work/many RUNNER=$runner OTHER=$work/other
export MANY RUNNER OTHER
play importing two
EDITOR=$work/editor
export EDITOR
unset VISUAL
play selected noted typed restored helped
EDITOR=nosucheditor TMPDIR=$work
export TMPDIR
play no-editor

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
