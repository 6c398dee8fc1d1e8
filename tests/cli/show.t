#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# show: the ways to name an entry, text and JSON.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

digest 2025-09-24 3 | "$SHOROKU" import - >/dev/null
title='A Study of Test Subject Number 2 on 2025-09-24'

run "$SHOROKU" show '2025-09-24#2' --format json
exits 0 "DATE#N"
is "$(wc -l <"$work/out" | tr -d ' ')" 1 "one object on one line"
is "$(json title)" "$title" "the right paper"
is "$(json position)" 2 "its position"
is "$(json source)" summarxiv "its source"
is "$(json lang)" ja "its language"
is "$(json -j '; ' authors)" "Ada Example; Bo Nikolić; 試験 太郎; Dora O'Hara; Emil Müller" "authors"
is "$(json authors_truncated)" false "authors are whole"
is "$(json sections 1 label)" 'かんたん要約 (SNS向け)' "a label as printed"
is "$(json sections 2 text)" '論文2の詳しい要約。背景、方法(z=4-7)、結果、結論の順に述べる。' "a text"
is "$(json read)/$(json favourite)" false/false "marks"
json tags >/dev/null
is $? 1 "no tags, no member"
id=$(json id)
key=$(json key)

for name in "$id" "$key" '2025-09-24/summarxiv#2' 'today#2' '-0#2' '9/24#2'; do
	run "$SHOROKU" show "$name" --format json
	is "$(json title)" "$title" "show $name"
done
run "$SHOROKU" show '2025-09-24#9'
exits 1 "an entry beyond the day"
run "$SHOROKU" show '2025-09-24#1' 'arxiv:9999.99999' '2025-09-24#2' --format json
exits 1 "one of three is not there"
is "$(wc -l <"$work/out" | tr -d ' ')" 2 "the others are shown"
run "$SHOROKU" show
exits 2 "no entry"

run "$SHOROKU" show '2025-09-24#2'
exits 0 "as text"
is "$(sed -n 1p "$work/out")" "$title" "the title first"
says out '^選定理由$' "a label on a line of its own"
says out '2025-09-24/summarxiv#2' "its exact name"
grep -E '^.{73,}$' "$work/out" >"$work/long"
check "no line is longer than 72" test ! -s "$work/long"
check "no escape without a terminal" sh -c '! grep -q "$(printf "\033")" "$1"' sh "$work/out"
run "$SHOROKU" --color=always show '2025-09-24#2'
check "bold title when asked" grep -q "^$(printf '\033')\\[1m$title" "$work/out"

finish
