#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What would move a terminal's cursor or reorder a line never reaches standard output or error.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

# clean NAME: the last run printed no control character, no bidi control, no invalid UTF-8.
clean() {
	cat "$work/out" "$work/err" >"$work/both"
	bad=$(LC_ALL=C tr -d '\t\n -~\200-\377' <"$work/both" | wc -c | tr -d ' ')
	is "$bad" 0 "$1: no C0, no DEL"
	LC_ALL=C grep -c -e "$(printf '\302[\200-\237]')" -e "$(printf '\342\200[\213-\217\252-\256]')" \
		-e "$(printf '\342\201[\246-\251]')" "$work/both" >"$work/count"
	is "$(cat "$work/count")" 0 "$1: no C1, no bidi control, no zero width"
	check "$1: valid UTF-8" sh -c 'iconv -f UTF-8 -t UTF-8 <"$1" >/dev/null 2>&1' sh "$work/both"
}

esc=$(printf '\033')
evil="${esc}[31mred${esc}]0;title$(printf '\007')bell$(printf '\302\233')31m$(printf '\233')raw\
$(printf '\342\200\256')rtl$(printf '\342\201\246')iso$(printf '\342\200\213')zw$(printf '\177')del\
$(printf '\010\010')bs$(printf '\300\257')overlong$(printf '\355\240\200')surrogate"
{
	printf '2025-09-24 の注目論文\n\nA Title With %s Inside\n\n' "$evil"
	printf 'Eve %s Mallory, Bob Plain\n\n選定理由\n\n理由 %s です。\n\n' "$evil" "$evil"
	printf 'かんたん要約 (SNS向け)\n\n短い %s 要約。\n\n詳細要約\n\n詳しい %s 要約。\n' "$evil" "$evil"
} >"$work/evil.txt"

run "$SHOROKU" import "$work/evil.txt"
check "imported or refused, no crash" test "$code" -eq 0 -o "$code" -eq 3
imported=$code
clean "import"
for arguments in 'list' 'list --format tsv' 'list --format json' 'list --format jsonl' \
	'show today#1' 'show today#1 --format json' 'list --days'; do
	# shellcheck disable=SC2086 # words on purpose
	run "$SHOROKU" $arguments
	[ "$imported" -ne 0 ] || exits 0 "$arguments"
	clean "$arguments"
done

# A name of a file, an argument, a tag are from outside as well.
cp "$work/evil.txt" "$work/a${esc}[2Jb.txt"
printf 'nothing\n' >"$work/no${esc}[2Jdigest.txt"
run "$SHOROKU" import "$work/no${esc}[2Jdigest.txt" "$work/absent${esc}[2J.txt"
exits 3 "hostile names"
clean "hostile names"
run "$SHOROKU" "com${evil}mand"
exits 2 "hostile command"
clean "hostile command"
run "$SHOROKU" list "${evil}"
clean "hostile date"
run "$SHOROKU" list "--${evil}"
exits 2 "hostile option"
clean "hostile option"
run "$SHOROKU" tag "+a${evil}" 'today#1'
clean "hostile tag"
run "$SHOROKU" list --format tsv
clean "hostile tag, listed"
run "$SHOROKU" show "to${evil}day#1"
clean "hostile entry"

# An archive somebody else wrote to is no better than a file.
for table in $(sqlite3 "$data/archive.db" "SELECT name FROM sqlite_master WHERE type = 'table'
	AND name NOT LIKE 'sqlite_%'" 2>/dev/null); do
	if sqlite3 "$data/archive.db" "PRAGMA table_info($table)" | cut -d'|' -f2 | grep -qx title; then
		sqlite3 "$data/archive.db" "UPDATE $table SET title = 'x' || char(27) || '[31m' || char(155)
			|| char(8238) || title" && touched=yes
	fi
done
if [ "${touched:-}" = yes ]; then
	for arguments in 'list' 'list --format tsv' 'list --format json' 'show today#1'; do
		# shellcheck disable=SC2086 # words on purpose
		run "$SHOROKU" $arguments
		clean "altered archive: $arguments"
	done
fi

# One line of 4 MB, of each kind a line can be; a file of noise; one beyond the cap.
for where in heading title authors text; do
	{
		[ $where != heading ] || head -c 4000000 /dev/zero | tr '\0' a
		printf '2025-09-23 の注目論文\n\nTitle '
		[ $where != title ] || head -c 4000000 /dev/zero | tr '\0' a
		printf '\n\nAda Example'
		[ $where != authors ] || head -c 4000000 /dev/zero | tr '\0' ,
		printf '\n\n選定理由\n\n理由'
		[ $where != text ] || head -c 4000000 /dev/zero | tr '\0' a
		printf '\n\n詳細要約\n\n詳細\n'
	} >"$work/long.txt"
	run timeout 60 "$SHOROKU" --data-dir "$work/long-$where" import "$work/long.txt"
	check "4 MB $where: exit $code" test "$code" -eq 0 -o "$code" -eq 3
	run timeout 60 "$SHOROKU" --data-dir "$work/long-$where" list
	check "4 MB $where, listed: exit $code" test "$code" -le 3
	run timeout 60 "$SHOROKU" --data-dir "$work/long-$where" show '2025-09-23#1'
	check "4 MB $where, shown: exit $code" test "$code" -le 3
done
gzip -c "$SHOROKU" | head -c 300000 >"$work/noise.txt"
run "$SHOROKU" import "$work/noise.txt"
exits 3 "noise"
clean "noise"
head -c 9000000 /dev/zero | tr '\0' a >"$work/huge.txt"
run "$SHOROKU" import "$work/huge.txt"
exits 3 "beyond the cap"
head -c 2000 /dev/zero >"$work/nul.txt"
run "$SHOROKU" import "$work/nul.txt"
exits 3 "NUL bytes"

finish
