#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# import: files, directories, standard input; again; refusals and exit codes; encodings of a text.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

digest 2025-09-20 2 >"$work/one.txt"
digest 2025-09-21 3 >"$work/two.txt"
digest 2025-09-22 1 >"$work/three.txt"
printf 'Shopping\n\nmilk\nbread\n' >"$work/list.txt"

run "$SHOROKU" import "$work/one.txt"
exits 0 "a file"
says out '^2025-09-20 [^ ]*: 2 papers added (' "says what came in"
is "$(papers_of 2025-09-20)" 2 "two papers are there"

cp "$data/archive.db" "$work/before.db"
run "$SHOROKU" import "$work/one.txt"
exits 0 "the same again"
says out '^2025-09-20 [^ ]*: unchanged$' "says that nothing changed"
is "$(papers_of 2025-09-20)" 2 "still two papers"

run "$SHOROKU" import "$work/two.txt" "$work/list.txt" "$work/three.txt"
exits 1 "a refused file among good ones"
says err 'list\.txt' "the refusal names the file"
is "$(papers_of 2025-09)" 6 "the others are in"
is "$(wc -l <"$work/err" | tr -d ' ')" 1 "one sentence on standard error"

run "$SHOROKU" import "$work/list.txt"
exits 3 "nothing but a refused file"
says err '選定理由' "the refusal says what was looked for"
run "$SHOROKU" import "$work/absent.txt"
exits 3 "a file that is not there"
says err 'absent\.txt.*No such file' "says so"
run "$SHOROKU" import
exits 2 "no path"
run "$SHOROKU" import --nonsense x
exits 2 "an unknown option"
run "$SHOROKU" import --source 'a/b' "$work/one.txt"
exits 2 "a source that is no name"

mkdir -p "$work/tree/b/c" "$work/tree/.hidden"
digest 2025-08-01 1 >"$work/tree/a.txt"
digest 2025-08-02 1 >"$work/tree/b/c/z.txt"
digest 2025-08-03 1 >"$work/tree/.hidden/h.txt"
digest 2025-08-04 1 >"$work/tree/b/.h.txt"
echo notes >"$work/tree/notes.doc"
ln -s .. "$work/tree/b/loop"
run "$SHOROKU" import "$work/tree"
exits 0 "a directory with a loop of links"
is "$("$SHOROKU" list 2025-08 --days --format tsv | cut -f1 | sed 1d | tr '\n' ' ')" \
	"2025-08-02 2025-08-01 " "its .txt files, those with a dot in front not"
is "$(sed -n 1p "$work/out" | cut -d' ' -f1)" 2025-08-01 "in byte order"
mkdir "$work/empty"
run "$SHOROKU" import "$work/empty"
exits 3 "a directory without digests"

digest 2025-07-01 2 | "$SHOROKU" import - >"$work/out" 2>"$work/err"
code=$?
exits 0 "standard input"
is "$(papers_of 2025-07-01)" 2 "its papers are there"
"$SHOROKU" import - </dev/null >"$work/out" 2>"$work/err"
code=$?
exits 3 "an empty standard input"
says err 'standard input' "is called that"

run "$SHOROKU" import --source lab "$work/one.txt"
exits 0 "under another source"
is "$("$SHOROKU" list 2025-09-20 --days --format tsv | sed 1d | cut -f2 | sort | grep -c .)" 2 \
	"stands beside the first"

run "$SHOROKU" --quiet import "$work/one.txt"
exits 0 "quietly"
is "$(cat "$work/out" "$work/err")" "" "says nothing"

# One text in other dress is the same text.
reference() {
	"$SHOROKU" --data-dir "$1" list 2025-09-24 --format jsonl 2>/dev/null |
		sed 's/"id": [0-9]*, //'
}
digest 2025-09-24 2 >"$work/plain.txt"
"$SHOROKU" --data-dir "$work/d-plain" import "$work/plain.txt" >/dev/null
sed 's/$/\r/' "$work/plain.txt" >"$work/crlf.txt"
{ printf '\357\273\277' && cat "$work/plain.txt"; } >"$work/bom.txt"
sed "s/ć/$(printf 'c\314\201')/g; s/ü/$(printf 'u\314\210')/g" "$work/plain.txt" >"$work/nfd.txt"
sed '1s/.*/２０２５年９月２４日 の注目論文/; s/^かんたん要約 (SNS向け)$/かんたん要約（ＳＮＳ向け）：/' \
	"$work/plain.txt" >"$work/wide.txt"
for form in crlf bom nfd; do
	run "$SHOROKU" --data-dir "$work/d-$form" import "$work/$form.txt"
	exits 0 "$form"
	is "$(reference "$work/d-$form")" "$(reference "$work/d-plain")" "$form: the same papers"
done
run "$SHOROKU" --data-dir "$work/d-wide" import "$work/wide.txt"
exits 0 "full-width date and label"
run "$SHOROKU" --data-dir "$work/d-wide" show '2025-09-24#2' --format json
is "$(json sections '#')" 3 "full-width: three sections"
is "$(json sections 1 role)" short "full-width: the label is known"

# A fuller text revises the day, a poorer one does not.
digest 2025-09-20 2 改めて >"$work/revised.txt"
run "$SHOROKU" import "$work/revised.txt"
exits 0 "another text of the same day"
says out 'revision' "is a revision"
run "$SHOROKU" show '2025-09-20/summarxiv#1' --format json
is "$(json sections 0 text | grep -c 改めて)" 1 "which is shown"
digest 2025-09-20 1 >"$work/poorer.txt"
run "$SHOROKU" import "$work/poorer.txt"
exits 0 "a poorer text"
says out 'poorer' "is called so"
is "$("$SHOROKU" list 2025-09-20 --format tsv | cut -f4 | grep -c summarxiv)" 2 "the day stays whole"

finish
