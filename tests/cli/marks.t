#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# fav, read, tag, undo, redo: each a process of its own.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

run "$SHOROKU" fav '2025-09-24#1'
exits 1 "no archive to mark in"
digest 2025-09-24 3 | "$SHOROKU" import - >/dev/null
digest 2025-09-23 2 | "$SHOROKU" import - >/dev/null

# marks N: read, favourite and tags of the Nth paper.
marks() {
	"$SHOROKU" list 2025-09-24 --format tsv | awk -F'\t' -v n="$1" '$3 == n { print $8 $9 " " $7 }'
}

run "$SHOROKU" fav '2025-09-24#1' '2025-09-24#3'
exits 0 "fav"
is "$(cat "$work/out")" "2 papers marked favourite" "says how many"
is "$(marks 1)$(marks 2)$(marks 3)" "01 00 01 " "both and no other"
run "$SHOROKU" fav '2025-09-24#1'
exits 0 "fav again"
says out 'nothing to change' "says so"
run "$SHOROKU" fav --off '2025-09-24#1'
is "$(cat "$work/out")" "1 paper is no favourite any more" "fav --off"
is "$(marks 1)" "00 " "is off"

run "$SHOROKU" undo
exits 0 "undo"
is "$(marks 1)" "01 " "is on again"
run "$SHOROKU" undo
is "$(marks 1)$(marks 3)" "00 00 " "two papers are one step"
run "$SHOROKU" undo
exits 1 "nothing is left to undo"
run "$SHOROKU" redo
exits 0 "redo"
is "$(marks 1)$(marks 3)" "01 01 " "both are back"
run "$SHOROKU" redo
is "$(marks 1)" "00 " "and the step after it"
run "$SHOROKU" redo
exits 1 "nothing is left to do again"

run "$SHOROKU" read '2025-09-24#2'
is "$(cat "$work/out")" "1 paper marked read" "read"
is "$(marks 2)" "10 " "is read"
is "$("$SHOROKU" list --days --format tsv | awk '$1 == "2025-09-24" { print $5 }')" 2 "the day counts it"
run "$SHOROKU" read --off '2025-09-24#2'
is "$(marks 2)" "00 " "unread again"

run "$SHOROKU" tag +評価 +toread '2025-09-24#2'
exits 0 "tag"
is "$(marks 2)" "00 toread;評価" "two tags, by code point"
run "$SHOROKU" tag -toread +銀河進化 '2025-09-24#2' '2025-09-24#3'
is "$(marks 2)|$(marks 3)" "00 評価;銀河進化|01 銀河進化" "on and off, two papers"
run "$SHOROKU" undo
is "$(marks 2)|$(marks 3)" "00 toread;評価|01 " "undone as one step"
nfd=$(printf 'caf\145\314\201')
run "$SHOROKU" tag "+$nfd" '2025-09-24#1'
is "$(marks 1)" "00 café" "a tag is stored in NFC"
run "$SHOROKU" tag -café '2025-09-24#1'
is "$(marks 1)" "00 " "and found by it"
run "$SHOROKU" tag '2025-09-24#1'
exits 2 "no tag"
run "$SHOROKU" tag +a +b
exits 2 "no entry"
run "$SHOROKU" tag + '2025-09-24#1'
exits 2 "an empty tag"
run "$SHOROKU" tag +x -- -1#1
exits 0 "after -- all are entries"
is "$("$SHOROKU" list 2025-09-23 --format tsv | sed -n 2p | cut -f7)" x "yesterday's first has it"
run "$SHOROKU" tag +deep '2025-09-24#1' --data-dir "$data"
exits 0 "global options still work beside tags"

run "$SHOROKU" fav '2025-09-24#2' '2025-09-24#77'
exits 1 "one of two is not there"
is "$(marks 2)" "01 toread;評価" "the other is marked"
run "$SHOROKU" fav '2025-09-24#77'
exits 1 "none is there"
run "$SHOROKU" fav 'no such name'
check "a name that is none fails" test "$code" -ne 0
run "$SHOROKU" --quiet fav --off '2025-09-24#2'
is "$(cat "$work/out" "$work/err")" "" "quietly"

# Marks are by paper: the same paper under another source has them too.
digest 2025-09-24 3 | "$SHOROKU" import --source other - >/dev/null
run "$SHOROKU" show '2025-09-24/other#2' --format json
is "$(json tags '#')" 2 "the same paper elsewhere has the same tags"

finish
