#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Marks by query, ratings, notes, renamed tags, the history: each one step.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

digest 2025-09-24 3 | "$SHOROKU" import - >/dev/null
digest 2025-09-23 2 | "$SHOROKU" import - >/dev/null

# count QUERY: how many papers it finds.
count() {
	"$SHOROKU" search --count "$@" 2>/dev/null || true
}

run "$SHOROKU" tag +toread -later date:2025-09-24
exits 0 "tag by query"
says err 'the query finds 3 papers' "how many is said before"
is "$(count tag:toread)" 3 "all have it"
run "$SHOROKU" fav tag:toread -tag:none date:2025-09-24
is "$(count is:favourite)" 3 "a query with signs of its own"
run "$SHOROKU" tag +x is:favourite -date:2025-09-24
exits 1 "a query that finds nothing"
is "$(count tag:x)" 0 "marks nothing"
run "$SHOROKU" tag +x date:2025-09-24 -nosuchword
is "$(count tag:x)" 3 "after its first word - is the query's"
run "$SHOROKU" undo
is "$(count tag:x)|$(count is:favourite)" "0|3" "undone as one step"

run "$SHOROKU" read --dry-run is:unread
is "$(cat "$work/out")" "5 papers" "a dry run says how many"
is "$(count is:read)" 0 "and marks none"
run "$SHOROKU" read sharpness
exits 2 "a word alone is no query"
says err 'title:sharpness' "and what would be one is said"
run "$SHOROKU" read --query nosuchword
exits 1 "but with --query it is"
run "$SHOROKU" read is:unread '2025-09-24#1'
exits 2 "names among a query"
run "$SHOROKU" read --query ''
exits 2 "a query that says nothing"
run "$SHOROKU" read 2025-09-24
exits 2 "a date alone is no entry"
says err 'such as date:2025-09-24 or' "and is told what it may be"
run "$SHOROKU" read Title
says err 'such as title:Title or' "as a word is"
run "$SHOROKU" undo now
exits 2 "undo takes no word"
says err '^shoroku: usage: shoroku undo$' "and says so"
run "$SHOROKU" read date:2025-13
exits 2 "a mistake in it"
says err 'at byte 6' "is pointed at"
is "$(count is:read)" 0 "nothing was read by all that"

# More than a thousand at once are asked for.
digest 2025-09-01 1001 | "$SHOROKU" import - >/dev/null
run "$SHOROKU" read date:2025-09-01
exits 2 "more than a thousand"
says err '1001 papers; with --many' "say how many and how"
is "$(count is:read)" 0 "and are left"
run "$SHOROKU" read --many date:2025-09-01
is "$(cat "$work/out")" "1001 papers marked read" "--many"
run "$SHOROKU" undo
is "$(count is:read)" 0 "one step all the same"

run "$SHOROKU" rate 4 '2025-09-24#1' '2025-09-24#2'
is "$(cat "$work/out")" "2 papers rated" "rate"
run "$SHOROKU" show --format json '2025-09-24#1'
is "$(json rating)" 4 "is rated"
run "$SHOROKU" rate 0 tag:toread
run "$SHOROKU" show --format json '2025-09-24#1'
is "$(json rating)" "" "not any more"
run "$SHOROKU" rate 6 '2025-09-24#1'
exits 2 "six is none"
run "$SHOROKU" rate x '2025-09-24#1'
exits 2 "nor is a letter"

run "$SHOROKU" note '2025-09-24#1' 読む価値が ある
is "$(cat "$work/out")" "note kept" "a note"
run "$SHOROKU" show --format json '2025-09-24#1'
is "$(json note)" "読む価値が ある" "is kept"
is "$(count note:価値)" 1 "and found"
printf '# One\n\n- two\n\n\n' >"$work/text"
"$SHOROKU" note '2025-09-24#1' - <"$work/text" >/dev/null
run "$SHOROKU" show --format json '2025-09-24#1'
is "$(json note)" "# One

- two" "from standard input"
run "$SHOROKU" note '2025-09-24#1' ''
is "$(cat "$work/out")" "note removed" "without text it goes"
run "$SHOROKU" note '2025-09-24#1'
exits 2 "no terminal, no editor"

run "$SHOROKU" tag --rename toread 読む
is "$(cat "$work/out")" "renamed on 3 papers" "rename"
is "$(count tag:toread)|$(count tag:読む)" "0|3" "the tag is another"
"$SHOROKU" tag +b '2025-09-24#1' >/dev/null
run "$SHOROKU" tag --rename b 読む
is "$(count tag:b)|$(count tag:読む)" "0|3" "two tags become one"
run "$SHOROKU" undo
is "$(count tag:b)|$(count tag:読む)" "1|3" "and two again"
run "$SHOROKU" tag --rename nosuch y
exits 1 "a tag nobody has"
run "$SHOROKU" tag --rename b
exits 2 "one name"

run "$SHOROKU" history
exits 0 "history"
says out '^ *[0-9]*  2025-09-24 12:00  -toread +読む · 3 papers$' "what a step did"
says out '(undone)$' "what was undone"
run "$SHOROKU" history --format jsonl --limit 1
is "$(json origin)|$(json changes 0 field)|$(json changes 0 papers)" "undo|tag:b|1" "for programs"
run "$SHOROKU" history --format tsv
first=$(tail -1 "$work/out" | cut -f1)
run "$SHOROKU" history restore "$first"
exits 0 "back to the first step"
is "$(count tag:toread)|$(count tag:b)|$(count is:favourite)" "3|0|0" "as it was"
run "$SHOROKU" undo
is "$(count tag:読む)|$(count tag:b)|$(count is:favourite)" "3|1|3" "undone"
run "$SHOROKU" history restore 0
is "$(count tag:読む)|$(count is:favourite)|$(count has:note)" "0|0|0" "before everything"
run "$SHOROKU" history restore 99999
exits 1 "no such step"
run "$SHOROKU" history restore x
exits 2 "no number"
run "$SHOROKU" history nonsense
exits 2 "no such word"

finish
