#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Records in and out: what one archive prints as JSON Lines another takes, once.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

digest 2025-09-24 3 >"$work/a.txt"
digest 2025-09-23 2 >"$work/b.txt"
"$SHOROKU" import "$work/a.txt" "$work/b.txt" >/dev/null
"$SHOROKU" list 2025 --format jsonl >"$work/all.jsonl"
other=$work/other
run "$SHOROKU" --data-dir "$other" import "$work/all.jsonl"
exits 0 "records are taken"
says out 'records: 5 added' "and counted"
"$SHOROKU" --data-dir "$other" list 2025 --format jsonl >"$work/again.jsonl"
check "what comes out is what went in" cmp -s "$work/all.jsonl" "$work/again.jsonl"
run "$SHOROKU" --data-dir "$other" import "$work/all.jsonl"
says out 'records: 5 unchanged' "a second time nothing changes"
gzip -c "$work/all.jsonl" >"$work/all.jsonl.gz"
run "$SHOROKU" --data-dir "$work/third" import "$work/all.jsonl.gz"
says out 'records: 5 added' "gzipped"
run sh -c "cat '$work/all.jsonl.gz' | '$SHOROKU' --data-dir '$work/fourth' import -"
says out 'records: 5 added' "from a pipe"
sed 's/選んだ/拾い上げた/' "$work/all.jsonl" >"$work/changed.jsonl"
run "$SHOROKU" --data-dir "$other" import "$work/changed.jsonl"
says out 'records: 5 changed' "another text takes the place of the former"
run "$SHOROKU" --data-dir "$other" search --count 拾い上げた
is "$(cat "$work/out")" 5 "and is found"
run "$SHOROKU" --data-dir "$other" search --count 選んだ
is "$(cat "$work/out")" 0 "the former is not"
is "$("$SHOROKU" --data-dir "$other" list --days --format tsv | sed 1d | cut -f4 | paste -sd ' ' -)" "3 2" \
	"counted once"

{
	sed -n 1p "$work/all.jsonl"
	echo '{"title": "No date"}'
	echo 'no JSON'
	echo '{"date": "2025-09-22", "title": "Bare\u001b[31m", "authors": ["A\u202eB"]}'
} >"$work/mixed.jsonl"
run "$SHOROKU" --data-dir "$work/fifth" import "$work/mixed.jsonl"
exits 1 "some lines are no records"
says out 'records: 2 added, 2 refused' "the others are taken"
says err 'mixed\.jsonl, line 2: ' "with the line"
run "$SHOROKU" --data-dir "$work/fifth" show 2025-09-22#1
says out '^Bare\[31m$' "cleaned"
cat >"$work/marked.jsonl" <<'EOF'
{"date": "2025-09-20", "title": "Marked", "read": true, "favourite": true, "rating": 4, "tags": ["評価", "to read", ""], "note": "二度読む。\nAgain."}
{"date": "2025-09-20", "title": "Bare"}
EOF
marked="$work/marked"
run "$SHOROKU" --data-dir "$marked" import "$work/marked.jsonl"
exits 0 "records with marks"
"$SHOROKU" --data-dir "$marked" list --format jsonl 2025-09-20 | head -n 1 >"$work/out"
says out '"read": true, "favourite": true, "rating": 4, "tags": \["to read", "評価"\], "note": "二度読む。\\nAgain."' \
	"bring them along"
"$SHOROKU" --data-dir "$marked" tag -- -評価 2025-09-20#1 >/dev/null
sed 's/"rating": 4/"rating": 1/; s/二度/三度/' "$work/marked.jsonl" >"$work/again.jsonl"
"$SHOROKU" --data-dir "$marked" import "$work/again.jsonl" >/dev/null
"$SHOROKU" --data-dir "$marked" list --format jsonl 2025-09-20 | head -n 1 >"$work/out"
says out '"rating": 4,.*二度' "and leave a rating and a note of one's own alone"

printf '{"broken\n' >"$work/bad.jsonl"
run "$SHOROKU" --data-dir "$work/sixth" import "$work/bad.jsonl"
exits 3 "nothing but lines that are none"
head -c 300 "$work/all.jsonl.gz" >"$work/cut.jsonl.gz"
run "$SHOROKU" --data-dir "$work/seventh" import "$work/cut.jsonl.gz"
check "a file cut off is told" test "$code" -ne 0
says err 'damaged or cut off' "as what it is"

finish
