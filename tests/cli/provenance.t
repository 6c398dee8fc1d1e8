#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Where texts came from: the kept bytes, revisions and what they change, reading them again, seen before.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

digest 2025-09-24 2 >"$work/first.txt"
digest 2025-09-24 1 >"$work/poorer.txt"
digest 2025-09-24 3 改めて >"$work/richer.txt"
printf '\357\273\277' >"$work/crlf.txt"
digest 2025-09-23 1 | sed 's/$/\r/' >>"$work/crlf.txt"
"$SHOROKU" import "$work/crlf.txt" >/dev/null

# The bytes as they were read, and the line that tells of them.
run "$SHOROKU" show --raw '2025-09-23#1'
exits 0 "show --raw"
check "the bytes as they were" cmp "$work/out" "$work/crlf.txt"
run "$SHOROKU" show '2025-09-23#1'
tr '\n' ' ' <"$work/out" | grep -q \
	"crlf.txt, stored 2025-09-24 12:00, read by summarxiv- *text [0-9]*, revision 1, date from the heading"
result $? "show tells where it came from" || show_files
digest 2025-09-01 2 | gzip >"$work/packed.txt.gz"
"$SHOROKU" import "$work/packed.txt.gz" >/dev/null
run "$SHOROKU" show --raw '2025-09-01#2'
digest 2025-09-01 2 >"$work/plain.txt"
check "of a packed file what was in it" cmp "$work/out" "$work/plain.txt"

"$SHOROKU" list 2025-09-01 --format jsonl | sed 's/2025-09-01/2025-08-01/g; s/"id": [0-9]*, //' \
	>"$work/records.jsonl"
"$SHOROKU" import "$work/records.jsonl" >/dev/null
run "$SHOROKU" show --raw '2025-08-01#1'
exits 1 "a record has no input"
says err 'no input is kept' "which is said"
is "$(cat "$work/out")" "" "and nothing is printed"
run "$SHOROKU" show --raw '2025-09-23#7'
exits 1 "no such paper"

# A richer, a poorer and an unchanged text.
for name in first poorer richer richer first; do
	"$SHOROKU" import "$work/$name.txt" >/dev/null
done
run "$SHOROKU" revisions
exits 0 "revisions"
is "$(sed -n 1p "$work/out")" "2025-09-24 Wed · summarxiv · 3 revisions" "of the newest day"
is "$(grep -c '^ *[123]  2025-09-24 12:00  summarxiv-text [0-9]*  [0-9]* bytes  ' "$work/out")" 3 \
	"what was the same is none"
says out '^   1  .*first.txt  replaced$' "the first was shown once"
says out '^   2  .*poorer.txt  poorer$' "the poorer never"
says out '^   3  .*richer.txt  shown$' "the richer is"
says out '^      - A Study of Test Subject Number 2 on 2025-09-24$' "a paper gone"
says out '^      + A Study of Test Subject Number 3 on 2025-09-24$' "a paper added"
says out '^      ~ A Study of Test Subject Number 1 on 2025-09-24: 選定理由 changed$' "a section changed"
run "$SHOROKU" show --raw '2025-09-24#1'
check "the input of the text that is shown" cmp "$work/out" "$work/richer.txt"

run "$SHOROKU" revisions 2025-09-24/summarxiv --format json
exits 0 "revisions as JSON"
is "$(json '#')" 3 "an object a revision"
is "$(json 0 '@')" "date source part revision state stored_at reader reader_version size name" \
	"the first changes nothing"
is "$(json 1 state)" poorer "its state"
is "$(json 2 stored_at)" 2025-09-24T12:00:00Z "its time"
is "$(json 2 size)" "$(wc -c <"$work/richer.txt" | tr -d ' ')" "its size"
is "$(json 2 changes '#')" 3 "its changes"
is "$(json 2 changes 0 kind)" section-changed "each of a kind"
run "$SHOROKU" revisions 2025-09 --format tsv
is "$(cut -f1,4,5 "$work/out" | tr '\t\n' '  ')" \
	"date revision state 2025-09-24 1 replaced 2025-09-24 2 poorer 2025-09-24 3 shown 2025-09-23 1 shown 2025-09-01 1 shown " \
	"revisions of a month as TSV"
run "$SHOROKU" revisions 2025-09-24/other
exits 1 "of another source there are none"
run "$SHOROKU" revisions 2025-08-01
exits 1 "of records there are none"

# States.
run "$SHOROKU" list --days 2025-09
says out '^2025-09-24 .*  complete  revision 3$' "a richer text completes the day"
run "$SHOROKU" import "$work/poorer.txt"
digest 2025-09-24 2 またも >"$work/less.txt"
"$SHOROKU" import --data-dir "$work/d-less" "$work/richer.txt" "$work/less.txt" >/dev/null
run "$SHOROKU" --data-dir "$work/d-less" list --days
says out '^2025-09-24 .*  changed$' "a poorer one that came later leaves it changed"
printf '{"version": "https://jsonfeed.org/version/1.1", "title": "Quiet", "items": []}' |
	"$SHOROKU" --data-dir "$work/d-less" import --date 2025-09-22 - >/dev/null
run "$SHOROKU" --data-dir "$work/d-less" list --days 2025-09-22
says out '^2025-09-22 .*  papers 0 .*  complete$' "a day without papers is a day"
run "$SHOROKU" --data-dir "$work/d-less" rebuild --parse
says out 'changed: 0, unchanged: 3,' "which reads the same again"

# A date that the user gave is given again.
digest 2025-10-05 1 >"$work/later.txt"
"$SHOROKU" import "$work/later.txt" >/dev/null
run "$SHOROKU" import --date 2025-10-05 "$work/poorer.txt"
says out '1 paper added' "another input joins a day"

# A page of the day that says less of a paper told of before, but has others too, hides nothing.
{
	printf '2025-10-06 の注目論文\n\nOn Rivers\n\nAnn Bell\n\n選定理由\n\n川を測る。\n\n'
	printf '詳細要約\n\n川の流れを測った。\n'
} >"$work/river.txt"
{
	printf '2025-10-06 の注目論文\n\nOn Rivers\n\nAnn Bell\n\n選定理由\n\n川を測る。\n\n'
	printf 'On Lakes\n\nBo Li\n\n選定理由\n\n湖を測る。\n'
} >"$work/waters.txt"
"$SHOROKU" import "$work/river.txt" >/dev/null
run "$SHOROKU" import "$work/waters.txt"
says out '2 papers added' "a page with more papers and less of one joins the day"
run "$SHOROKU" list 2025-10-06
says out 'On Lakes' "its other paper is shown"
run "$SHOROKU" search --count detail:流れ date:2025-10-06
is "$(cat "$work/out")" 1 "and what was there before is"
run "$SHOROKU" import "$work/waters.txt"
says out 'unchanged' "again: nothing to do"

# A section lost and gained, in a part of its own.
mkdir "$work/parts"
note() {
	printf '# On Part %s\n\n- Date: 2025-09-20\n- arXiv: https://arxiv.org/abs/2509.0000%s\n\n' "$1" "$1"
	printf '## Abstract\n\nPart %s is measured.\n' "$1"
}
note 1 >"$work/parts/2025-09-20-one.md"
note 2 >"$work/parts/2025-09-20-two.md"
"$SHOROKU" import --source notes "$work/parts" >/dev/null
printf '\n## Reason\n\nIt is short.\n' >>"$work/parts/2025-09-20-two.md"
"$SHOROKU" import --source notes "$work/parts" >/dev/null
run "$SHOROKU" revisions 2025-09-20/notes
exits 0 "a day in parts"
is "$(grep -c '^   [12]  part [12]  ' "$work/out")" 3 "says which part each is of"
says out '^      ~ On Part 2: Reason gained$' "and what the part gained"

# Reading again changes nothing where nothing differs, and keeps marks.
"$SHOROKU" fav '2025-09-24#2' >/dev/null
"$SHOROKU" tag +kept '2025-09-24#3' >/dev/null
"$SHOROKU" list 2025 --format jsonl >"$work/before"
run "$SHOROKU" rebuild --parse
exits 0 "rebuild --parse"
says out 'changed: 0, unchanged: [0-9]*, poorer: 0, failed: 0$' "finds nothing changed"
is "$(wc -l <"$work/out" | tr -d ' ')" 2 "and reports no day"
says out 'made anew' "and makes the index anew"
"$SHOROKU" list 2025 --format jsonl >"$work/after"
check "the papers are as they were, marks and all" cmp "$work/before" "$work/after"
run "$SHOROKU" check
exits 0 "the archive is whole"
run "$SHOROKU" --quiet rebuild --parse
is "$(cat "$work/out" "$work/err")" "" "quietly"

# A label learned tells apart what was one section; that loses nothing.
printf '2025-09-24 の注目論文\n\nA Paper of Two Parts\n\nAda Example, Bo Other\n\nかんたん要約 (SNS向け)\n\n短い。\n\n詳細要約\n\n見もの\n\nここがよい。\n' \
	>"$work/label.txt"
"$SHOROKU" --data-dir "$work/d-label" import "$work/label.txt" >/dev/null
mkdir -p "$HOME/.config/shoroku"
echo 'label ja 見もの reason' >"$HOME/.config/shoroku/config"
run "$SHOROKU" --data-dir "$work/d-label" rebuild --parse
says out '^2025-09-24 summarxiv: 1 changed$' "a label learned since"
run "$SHOROKU" --data-dir "$work/d-label" show '2025-09-24#1' --format json
is "$(json sections '#')" 2 "makes a section of its own"
run "$SHOROKU" --data-dir "$work/d-label" rebuild --parse
says out 'changed: 0, unchanged: 1,' "once"
rm "$HOME/.config/shoroku/config"

# One input of several days is kept once and is each day's.
cat >"$work/days.txt" <<'END'
[{"title": "On Tides", "published": "2025-06-01", "why_read_ja": "潮の話"},
 {"title": "On Winds", "published": "2025-06-02", "why_read_ja": "風の話"},
 {"title": "On Rain", "published": "2025-06-02", "why_read_ja": "雨の話"}]
END
"$SHOROKU" --data-dir "$work/d-days" import "$work/days.txt" >/dev/null
for day in 2025-06-01 2025-06-02; do
	run "$SHOROKU" --data-dir "$work/d-days" show --raw "$day#1"
	check "$day: the whole input" cmp "$work/out" "$work/days.txt"
done
run "$SHOROKU" --data-dir "$work/d-days" rebuild --parse
says out 'changed: 0, unchanged: 2, poorer: 0, failed: 0$' "both days read the same again"

run "$SHOROKU" --data-dir "$work/d-days" show '2025-06-02#1' --format json
is "$(json date_origin)" papers "the record says that the date is the paper's"

# Parts of a day may be dated in different ways, and records keep what they were told.
mkdir -p "$work/origins/2025-06-03"
printf -- '---\ndate: 2025-06-03\n---\n# On Snow\n\n## 要約\n\n雪の話。\n' >"$work/origins/snow.md"
printf '# On Hail\n\n## 要約\n\n雹の話。\n' >"$work/origins/2025-06-03/hail.md"
printf '# On Fog\n\n## 要約\n\n霧の話。\n' >"$work/fog.md"
"$SHOROKU" --data-dir "$work/d-origins" import "$work/origins" >/dev/null
"$SHOROKU" --data-dir "$work/d-origins" import --date 2025-06-04 "$work/fog.md" >/dev/null
origins() {
	"$SHOROKU" --data-dir "$1" list 2025-06 --format jsonl |
		sed 's/.*"date_origin": "\([^"]*\)".*"title": "\([^"]*\)".*/\2: \1/' | sort | paste -sd ' ' -
}
origins_were="On Fog: user On Hail: directory On Snow: front-matter"
is "$(origins "$work/d-origins")" "$origins_were" "each paper's own"
for title in Fog Hail Snow; do
	"$SHOROKU" --data-dir "$work/d-origins" list 2025-06 --format jsonl | grep "On $title" >"$work/$title.jsonl"
	"$SHOROKU" --data-dir "$work/d-$title" import "$work/$title.jsonl" >/dev/null
	is "$(origins "$work/d-$title")" "$(echo "$origins_were" | grep -o "On $title: [a-z-]*")" "$title: import keeps it"
done
sed 's/"front-matter"/"the moon"/' "$work/Snow.jsonl" >"$work/moon.jsonl"
"$SHOROKU" --data-dir "$work/d-moon" import "$work/moon.jsonl" >/dev/null
is "$(origins "$work/d-moon")" "On Snow: metadata" "a name nobody knows is passed over"

# Mails of two lists on one day, filed under one source, are one day.
mail() {
	printf 'From list\nDate: Wed, 24 Sep 2025 00:51:30 GMT\nSubject: %s daily mailing\n\n' "$1"
	printf '\\\\\narXiv:%s\nTitle: %s\nAuthors: Ann Bell\n\\\\\n  Some words.\n\\\\\n\n' "$2" "$3"
}
{
	mail cs 2509.00001 "On Trees"
	mail math 2509.00002 "On Leaves"
} >"$work/two.mbox"
two=$work/d-two
run "$SHOROKU" --data-dir "$two" import --source lists "$work/two.mbox"
run "$SHOROKU" --data-dir "$two" list --days --format tsv
is "$(sed 1d "$work/out" | cut -f1-4 | tr '\t' ' ')" "2025-09-24 lists complete 2" "two mails of one day"
is "$("$SHOROKU" --data-dir "$two" list 2025-09-24 --format jsonl |
	sed 's/.*"position": \([0-9]*\).*"title": "\([^"]*\)".*/\1 \2/' | paste -sd ' ' -)" \
	"1 On Trees 2 On Leaves" "keep all their papers"
run "$SHOROKU" --data-dir "$two" import --source lists "$work/two.mbox"
run "$SHOROKU" --data-dir "$two" revisions 2025-09-24
is "$(grep -c 'revision 2' "$work/out")" 0 "and have one revision"
run "$SHOROKU" --data-dir "$two" rebuild --parse
says out 'changed: 0, unchanged: 1, poorer: 0, failed: 0$' "read again they are the same"
run "$SHOROKU" --data-dir "$work/d-apart" import "$work/two.mbox"
is "$("$SHOROKU" --data-dir "$work/d-apart" list --days --format tsv | sed 1d | cut -f2 | sort | paste -sd ' ' -)" \
	"arxiv-cs arxiv-math" "left alone they are two"

# A record that changed a paper since is no input's text, and is not overwritten.
"$SHOROKU" --data-dir "$work/d-days" list 2025-06-02 --format jsonl |
	sed -n 's/風の話/嵐の話/p' >"$work/record.jsonl"
"$SHOROKU" --data-dir "$work/d-days" import "$work/record.jsonl" >/dev/null
run "$SHOROKU" --data-dir "$work/d-days" show --raw '2025-06-02#1'
exits 1 "a paper a record has changed"
run "$SHOROKU" --data-dir "$work/d-days" show --raw '2025-06-02#2'
exits 0 "the others of its day"
run "$SHOROKU" --data-dir "$work/d-days" rebuild --parse
says out 'changed: 0' "reading again leaves the record"
is "$("$SHOROKU" --data-dir "$work/d-days" show '2025-06-02#1' | grep -c 嵐の話)" 1 "its text stays"

# The same paper in an earlier digest.
digest 2025-09-12 1 | sed 's/on 2025-09-12/on 2025-09-24/' >"$work/early.txt"
"$SHOROKU" import --source early "$work/early.txt" >/dev/null
run "$SHOROKU" show '2025-09-24#1' --format json
is "$(json seen_before)" 2025-09-12 "seen before, in the record"
run "$SHOROKU" show '2025-09-24#1'
says out '^seen before: 2025-09-12 · early$' "seen before, in the text"
run "$SHOROKU" list 2025-09-24 --format json
is "$(json 0 seen_before)" 2025-09-12 "seen before, in the list"
run "$SHOROKU" show '2025-09-12#1' --format json
is "$(grep -c seen_before "$work/out")" 0 "the earlier one was not"
"$SHOROKU" list 2025-09-24 --format jsonl >"$work/again.jsonl"
run "$SHOROKU" import "$work/again.jsonl"
says out '3 unchanged' "import passes it over"

# A text that was altered is made anew from its input.
if command -v sqlite3 >/dev/null; then
	alter() {
		sqlite3 "$data/archive.db" "$1"
	}
	entry=$("$SHOROKU" list 2025-09-24 --format tsv | sed -n 3p | cut -f1)
	alter "UPDATE section SET text = 'something else' WHERE entry_id = $entry AND role = 2"
	run "$SHOROKU" rebuild --parse
	exits 0 "rebuild --parse after an alteration"
	says out '^2025-09-24 summarxiv: 1 changed$' "reports the day"
	says out 'changed: 1, unchanged' "counts it"
	"$SHOROKU" list 2025-09-24 --format jsonl | sed 's/"seen_before": "[^"]*", //' >"$work/after"
	grep '"date": "2025-09-24"' "$work/before" >"$work/wanted"
	check "the text, the ids and the marks are back" cmp "$work/wanted" "$work/after"
	run "$SHOROKU" check
	exits 0 "the index follows"
	run "$SHOROKU" rebuild --parse
	says out 'changed: 0' "the next time nothing differs"

	# A paper that is marked by another key than its reader gives it keeps that key.
	alter "UPDATE paper SET key = 'doi:10.1000/marked' WHERE id = (SELECT paper_id FROM entry WHERE id = $entry)"
	alter "UPDATE section SET text = 'something else' WHERE entry_id = $entry AND role = 1"
	run "$SHOROKU" rebuild --parse
	says out '^2025-09-24 summarxiv: 1 changed$' "a paper under another key is read again"
	run "$SHOROKU" show "$entry" --format json
	is "$(json key)" doi:10.1000/marked "and keeps its key and its id"

	sqlite3 "$work/d-label/archive.db" "UPDATE paper SET key = 'doi:10.1000/marked'"
	run "$SHOROKU" --data-dir "$work/d-label" rebuild --parse
	says out '^2025-09-24 summarxiv: 1 changed$' "also where its reader says something else"
	run "$SHOROKU" --data-dir "$work/d-label" show 'doi:10.1000/marked' --format json
	is "$(json sections '#')" 2 "and keeps it"

	# A section more than the input has: what is there is richer, and stays.
	alter "INSERT INTO section VALUES($entry, 9, 3, 'Abstract', 'More than there was.')"
	run "$SHOROKU" rebuild --parse
	says out '^2025-09-24 summarxiv: 1 changed; .*richer.txt reads poorer now' "a poorer reading is reported"
	is "$("$SHOROKU" show "$entry" | grep -c 'More than there was')" 1 "and not stored"
	alter "DELETE FROM section WHERE entry_id = $entry AND position = 9"

	# A poorer revision that is none any more becomes the text.
	alter "UPDATE raw SET poorer = 1 WHERE revision = 3; UPDATE digest SET state = 1 WHERE revision = 3"
	run "$SHOROKU" rebuild --parse
	is "$("$SHOROKU" revisions --format tsv 2025-09-24 | cut -f5 | tail -n 1)" shown \
		"what is not poorer any more is shown"
	run "$SHOROKU" list --days 2025-09-24
	says out '  complete  ' "and the day is complete"

	alter "UPDATE raw SET bytes = x'00' WHERE revision = 3"
	run "$SHOROKU" show --raw '2025-09-24#1'
	exits 3 "kept bytes that are damaged"
	says err 'richer.txt is damaged' "are told"
	run "$SHOROKU" rebuild --parse
	exits 1 "and do not stop the others"
	says out 'failed: 1$' "but are counted"
fi
finish
