#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# list: dates, formats, an absent archive.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

run "$SHOROKU" list
exits 1 "no archive"
says err "no archive yet in .*'shoroku import FILE' makes one" "says how to make one"
check "and makes none" test ! -e "$data/archive.db"

digest 2025-09-24 3 >"$work/a.txt"
digest 2025-09-22 2 >"$work/b.txt"
digest 2024-12-31 1 >"$work/c.txt"
"$SHOROKU" import "$work/a.txt" "$work/b.txt" "$work/c.txt" >/dev/null

run "$SHOROKU" list
exits 0 "the newest day"
says out '^2025-09-24 Wed · 3 papers · 3 unread$' "has a heading"
says out '#1 • A Study of Test Subject Number 1 on 2025-09-24  *Example, Nikolić, ' "and a row a paper"
is "$(wc -l <"$work/out" | tr -d ' ')" 4 "and no more"
is "$(cat "$work/err")" "" "and no complaint"

for pair in 2025-09-22:2 2025-09:5 2025:5 2024:1 today:3 -2:2 9/22:2 12-31:1; do
	is "$(papers_of "${pair%:*}")" "${pair#*:}" "list ${pair%:*}"
done
run "$SHOROKU" list yesterday
exits 1 "a day without a digest"
run "$SHOROKU" list 2025-13
exits 2 "a month that is none"
run "$SHOROKU" list today today
exits 2 "two dates"
run "$SHOROKU" list --format xml
exits 2 "a format that is none"
says err 'text|tsv|json|jsonl' "says what there is"

run "$SHOROKU" list 2025 --format json
exits 0 "json"
is "$(json '#')" 5 "is one array"
is "$(json 0 '@')" \
	"id key date date_origin source position lang title authors authors_truncated sections read favourite" \
	"members in their order"
is "$(json 0 date)" 2025-09-24 "newest day first"
is "$(json 3 position)" 1 "each day in its order"
run "$SHOROKU" list 2025 --format jsonl
is "$(wc -l <"$work/out" | tr -d ' ')" 5 "jsonl: a line a paper"
while read -r line; do
	printf '%s\n' "$line" | "$json_query" title >/dev/null || echo bad
done <"$work/out" >"$work/bad"
check "jsonl: each an object" test ! -s "$work/bad"
run "$SHOROKU" list 2023 --format json
exits 1 "json of nothing"
is "$(json '#')" 0 "is an empty array"

run "$SHOROKU" list --format tsv
is "$(sed -n 1p "$work/out" | tr '\t' ' ')" \
	"id date position source title authors tags read favourite" "tsv: header"
is "$(awk -F'\t' '{ print NF }' "$work/out" | sort -u)" 9 "tsv: nine columns everywhere"
is "$(sed -n 2p "$work/out" | cut -f6)" "Ada Example;Bo Nikolić;試験 太郎;Dora O'Hara;Emil Müller" \
	"tsv: authors"

run "$SHOROKU" list --days
is "$(wc -l <"$work/out" | tr -d ' ')" 3 "days: a line each"
run "$SHOROKU" list 2025 --days --format json
is "$(json '#')" 2 "days as json"
is "$(json 0 '@')" "date source state papers unread favourites revision" "days: members"
is "$(json 1 papers)/$(json 1 unread)/$(json 1 state)/$(json 1 revision)" 2/2/complete/1 "days: values"

run "$SHOROKU" --color always list
check "bold when asked" grep -q "$(printf '\033')\\[1m" "$work/out"
run "$SHOROKU" list --color=never
check "the option after the command" sh -c '! grep -q "$(printf "\033")" "$1"' sh "$work/out"
"$SHOROKU" list >/dev/full 2>"$work/err"
code=$?
: >"$work/out"
exits 3 "standard output is full"
says err 'standard output' "says so"
"$SHOROKU" list >&- 2>"$work/err"
code=$?
exits 3 "standard output is closed"
mkfifo "$work/pipe"
exec 3<>"$work/pipe"
exec 4>"$work/pipe" 3>&-
"$SHOROKU" list >&4 2>"$work/err"
code=$?
exec 4>&-
exits 3 "nobody reads standard output any more"
is "$(cat "$work/err")" "" "which needs no sentence"

SHOROKU_DATA_DIR=$work/elsewhere
export SHOROKU_DATA_DIR
run "$SHOROKU" list
exits 1 "SHOROKU_DATA_DIR names another place"
run "$SHOROKU" --data-dir "$data" list
exits 0 "--data-dir beats it"
run "$SHOROKU" paths
says out "^archive	$work/elsewhere/archive.db\$" "paths says where"
unset SHOROKU_DATA_DIR

run "$SHOROKU" --version
exits 0 "--version"
says out '^shoroku [0-9]' "prints it"
for command in $("$SHOROKU" help | sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p'); do
	"$SHOROKU" help "$command"
done >"$work/out"
"$SHOROKU" stats >>"$work/out"
check "no line of help and statistics ends in a blank" sh -c '! grep -n " \$" "$1"' sh "$work/out"
check "all are explained" test "$(grep -c '^Usage: ' "$work/out")" -gt 20
run "$SHOROKU" help
exits 0 "help"
says out '^  import ' "lists commands"
run "$SHOROKU" list --help
exits 0 "list --help"
says out '--format text|tsv|json|jsonl' "lists options"
run "$SHOROKU" nonsense
exits 2 "an unknown command"
"$SHOROKU" help --list | cut -f1 | sed 1d >"$work/names"
while read -r name; do
	"$SHOROKU" help "$name" >/dev/null || echo "$name"
done <"$work/names" >"$work/bad"
check "every command has help" test ! -s "$work/bad"

finish
