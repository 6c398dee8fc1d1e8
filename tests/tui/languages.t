#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A paper that digests of two languages have: one key from one to the other, in the same section.
. "${srcdir:-.}/tests/tui/tui-lib.sh"

# record LANG POSITION SUBJECT SHORT DETAIL
record() {
	printf '{"date": "2025-09-24", "source": "daily-%s", "position": %s, "lang": "%s",' "$1" "$2" "$1"
	printf ' "title": "On %s", "authors": ["Ada Example"], "sections": [' "$3"
	printf '{"role": "short", "label": "In short %s", "text": "%s"},' "$1" "$4"
	printf '{"role": "detail", "label": "In detail %s", "text": "%s"}]}\n' "$1" "$5"
}
{
	record ja 1 Rivers '川は流れる。' '川がどう流れるかを述べる。'
	record ja 2 Stones '石は転がる。' '石がどう転がるかを述べる。'
	record en 1 Rivers 'Rivers flow.' 'How rivers flow is told at length.'
} >"$work/records.jsonl"
"$SHOROKU" import "$work/records.jsonl" >/dev/null || exit 99

cat >"$work/switch" <<'END'
size 80 24
start
row 0 "2025-09-24"
expect "also in English (i)"
cursor-on "On Rivers"
keys "l"
keys ")"
keys ")"
expect "In detail ja"
expect "川がどう流れるか"
keys "i"
expect "In detail en"
expect "How rivers flow"
keys "g"
expect "also in Japanese (i)"
keys "i"
expect "also in English (i)"
expect "In short ja"
keys "i"
keys "J"
expect "On Stones"
expect-not "also in"
keys "i"
expect "On Stones"
keys "K"
expect "also in English (i)"
keys "Q"
exit 0
END
play switch
finish
