#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# export: every format, whole files, and records that go in again.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

digest 2025-09-24 3 >"$work/a.txt"
digest 2025-09-23 2 >"$work/b.txt"
"$SHOROKU" import "$work/a.txt" "$work/b.txt" >/dev/null
"$SHOROKU" fav '2025-09-24#2'
"$SHOROKU" tag +評価 +toread '2025-09-24#2'
"$SHOROKU" note '2025-09-24#2' 'A note, "quoted".
Two lines.'

run "$SHOROKU" export
exits 0 "everything as records"
is "$(wc -l <"$work/out" | tr -d ' ')" 5 "a line a paper"
cp "$work/out" "$work/all.jsonl"
is "$(sed -n 1p "$work/out" | "$json_query" sections 1 machine)" true "what a model wrote is marked"
run "$SHOROKU" --data-dir "$work/other" import "$work/all.jsonl"
says out '5 added' "they are taken again"
"$SHOROKU" --data-dir "$work/other" export >"$work/again.jsonl"
check "and are the same, marks and note too" cmp -s "$work/all.jsonl" "$work/again.jsonl"

run "$SHOROKU" export --format bibtex is:favourite
exits 0 "BibTeX of a query"
is "$(grep -c '^@misc{' "$work/out")" 1 "one paper"
says out 'author = {Example, Ada and Nikolić, Bo and 試験, 太郎 and O.Hara, Dora' "names"
check "no abstract of a model's" sh -c '! grep -q "^  abstract" "$1"' sh "$work/out"
says out '^\[かんたん要約 (SNS向け) (AI summary)\] ' "its words are labelled in the note"
cp "$work/out" "$work/first.bib"
run "$SHOROKU" export --format bibtex
is "$(grep -c '^@misc{' "$work/out")" 5 "all papers"
is "$(sed -n 's/^@misc{\(.*\),$/\1/p' "$work/out" | sort -u | wc -l | tr -d ' ')" 5 "keys are unique"
key=$(sed -n 's/^@misc{\(.*\),$/\1/p' "$work/first.bib")
check "a key is the same in another run" grep -qF "@misc{$key," "$work/out"

for format in text tsv json jsonl bibtex ris csl markdown org; do
	run "$SHOROKU" export --format "$format"
	cp "$work/out" "$work/exported"
	exits 0 "export $format"
	run "$SHOROKU" list 2025 --format "$format"
	exits 0 "list $format"
	case $format in
	text) ;;
	*) check "list prints the same as $format" cmp -s "$work/exported" "$work/out" ;;
	esac
	run "$SHOROKU" show '2025-09-24#2' --format "$format"
	exits 0 "show $format"
	says out 'Test Subject Number 2 on 2025-09-24' "show $format shows it"
	run "$SHOROKU" search --format "$format" title:2
	exits 0 "search $format"
done
for format in ris csl markdown org; do
	run "$SHOROKU" export --format "$format" is:favourite
	says out '(AI summary)' "$format says what a model wrote"
done
run "$SHOROKU" show --format json '2025-09-24#1' '2025-09-24#2'
is "$(wc -l <"$work/out" | tr -d ' ')" 2 "show json is still a line a paper"

run "$SHOROKU" export '2025-09-24#3' '2025-09-23#1' --format jsonl
is "$(sed -n 1p "$work/out" | "$json_query" position)" 3 "papers by name, in that order"

run "$SHOROKU" export --output "$work/refs.bib" is:favourite
exits 0 "into a file"
says err '^1 paper written$' "what was written is said"
check "by its ending" cmp -s "$work/first.bib" "$work/refs.bib"
ln -s refs.bib "$work/link.bib"
chmod 644 "$work/refs.bib"
"$SHOROKU" export --output "$work/link.bib" 2>/dev/null
check "a link stays one" test -L "$work/link.bib"
is "$(grep -c '^@misc{' "$work/refs.bib")" 5 "what it leads to is replaced"
run "$SHOROKU" export --output "$work/refs.bib" title:nothingofthatname
exits 1 "nothing found"
is "$(grep -c '^@misc{' "$work/refs.bib")" 5 "leaves the file alone"
run "$SHOROKU" export --output "$work"
exits 3 "a directory is no file"
run "$SHOROKU" export --output "$work/none/x.bib"
exits 3 "no directory, no file"
is "$(find "$work" -name '*.bib.*' | wc -l | tr -d ' ')" 0 "nothing is left behind"
run "$SHOROKU" export --format word
exits 2 "no such format"
run "$SHOROKU" list --days --format bibtex
exits 2 "days are no papers"

run "$SHOROKU" --color=always show --plain '2025-09-24#1' '2025-09-24#2'
exits 0 "linear text"
is "$(sed -n 1,2p "$work/out")" "Paper 1 of 2
Title: A Study of Test Subject Number 1 on 2025-09-24" "headings in words"
says out '^Section 2 of 4, かんたん要約 (SNS向け) (AI summary):$' "sections by number"
says out '^論文2の詳しい要約。.*述べる。$' "a paragraph is a line"
check "no colour, no lines drawn, no columns" sh -c '! grep -qE "$(printf "\033")|[─│•★]|  " "$1"' sh "$work/out"

finish
