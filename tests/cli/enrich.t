#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What arXiv says of papers: found by title and authors, or asked for by id; stored beside the digests'
# words, searched, kept through revisions and reading again; marks and undo across the stronger key.
. "${srcdir:-.}/tests/net/net-lib.sh"

# entry ID TITLE AUTHOR ABSTRACT [MORE]
entry() {
	printf '<entry><id>http://arxiv.org/abs/%sv2</id><title>%s</title>' "$1" "$2"
	printf '<published>2025-09-20T10:00:00Z</published><updated>2025-09-22T10:00:00Z</updated>'
	printf '<summary>%s</summary><author><name>%s</name></author>' "$4" "$3"
	printf '<link href="http://arxiv.org/abs/%sv2" rel="alternate"/>' "$1"
	printf '<link title="pdf" href="http://arxiv.org/pdf/%sv2" rel="related"/>' "$1"
	printf '<category term="astro-ph.GA"/>%s</entry>' "${5:-}"
}

# feed [ENTRY…]: an answer of the API.
feed() {
	printf '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"'
	printf ' xmlns:arxiv="http://arxiv.org/schemas/atom"><id>http://arxiv.org/api/x</id>'
	printf '<updated>2025-09-24T00:00:00-04:00</updated>'
	printf '%s' "$@"
	printf '</feed>\n'
}

more='<arxiv:journal_ref>Rivers 7 (2025) 11</arxiv:journal_ref><arxiv:doi>10.1234/r.7</arxiv:doi>'
rivers=$(entry 2509.00011 'Slow Rivers of Warm Gas' 'Ada Bell' 'We follow the quixotic eddies.' "$more")
herons=$(entry 2509.00012 'Counting Herons at Dusk' 'Bo Finch' 'Herons were counted by zephyrs.')
other=$(entry 2509.00013 'Slow Rivers of Cold Dust' 'Cy Gull' 'Dust.')
feed "$other" "$rivers" >"$work/rivers.xml"
feed "$herons" >"$work/herons.xml"
feed "$other" >"$work/other.xml"
feed >"$work/none.xml"
feed "$(printf '%s' "$herons" | sed 's|<summary>.*</summary>||')" >"$work/listing.xml"
feed '<entry><id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>bad id</summary></entry>' \
	>"$work/error.xml"

cat >"$work/script" <<END
/query?search_query=ti:%22slow+rivers+of+warm+gas%22* file rivers.xml
/query?search_query=ti:%22slow+rivers+of+old+dust%22* file other.xml
/query?search_query=%28cat:* file listing.xml
/query?search_query=* file none.xml
/query?id_list=2509.00012* file herons.xml
/broken* file error.xml
/page* text "<html><body>Sign in first</body></html>"
/refused* status 400
END
cat >"$work/day.txt" <<END
2025-09-24 の注目論文

Slow rivers of warm gas

A. Bell

選定理由

暖かいガスの流れ。

Counting Herons at Dusk

Bo Finch

https://arxiv.org/abs/2509.00012

選定理由

鷺を数える。

Slow Rivers of Old Dust

Di Heron

選定理由

何もない。
END
serve "$work/script"

enrich() {
	run "$SHOROKU" enrich --api "$url/query" "$@"
}

"$SHOROKU" import "$work/day.txt" >/dev/null
"$SHOROKU" tag +before '2025-09-24#1' >/dev/null
run "$SHOROKU" show --format json '2025-09-24#1'
old_key=$(json key)
old_id=$(json id)

enrich --dry-run '2025-09-24#1'
exits 0 "a dry run"
says out 'arXiv:2509.00011 found for: Slow rivers of warm gas' "says what it found"
run "$SHOROKU" search --count quixotic
exits 1 "and stores nothing"

enrich 2025-09-24
exits 0 "enriching a day"
says out 'arXiv:2509.00011 found for: Slow rivers of warm gas (1000 of 1000)' "one is found by its title"
says out 'arXiv:2509.00012: Counting' "one by its id"
says out 'left: Slow Rivers of Old Dust' "one is left"
says out 'nearest is arXiv:2509.00013, Slow Rivers of Cold Dust' "and why"
says out 'found 2, left 1, not asked 0' "and how many there are"
is "$(cat "$work/err")" '' "nothing goes wrong"
is "$(grep -c id_list "$work/requests")" 1 "what has an id is asked about once"

run "$SHOROKU" show --format json '2025-09-24#1'
is "$(json key)" arxiv:2509.00011 "the key grew stronger"
is "$(json id)" "$old_id" "the entry is the same"
is "$(json tags 0)" before "the tag is still there"
is "$(json sections 1 label)" 'Abstract (arXiv)' "the abstract is a section of its own"
is "$(json sections 1 origin)" arxiv "which says whose words it is"
is "$(json sections 1 text)" 'We follow the quixotic eddies.' "with its text"
is "$(json journal_ref)" 'Rivers 7 (2025) 11' "the journal reference"
is "$(json doi)" 10.1234/r.7 "the DOI"
is "$(json updated)" 2025-09-22 "the day of the latest version"
is "$(json categories 0)" astro-ph.GA "the category"
is "$(json pdf_url)" http://arxiv.org/pdf/2509.00011v2 "the PDF"
run "$SHOROKU" show --format json "$old_key"
is "$(json key)" arxiv:2509.00011 "the old key still names it"
run "$SHOROKU" search --count abstract:quixotic
is "$(cat "$work/out")" 1 "its abstract is searched"
run "$SHOROKU" search --count id:2509.00011
is "$(cat "$work/out")" 1 "and its id"
run "$SHOROKU" check
exits 0 "the index says what the texts say"

# Marks across the key.
"$SHOROKU" fav "$old_key" >/dev/null
run "$SHOROKU" search --count is:favourite tag:before
is "$(cat "$work/out")" 1 "a mark by the old key is the same paper's"
"$SHOROKU" undo >/dev/null
"$SHOROKU" undo >/dev/null
run "$SHOROKU" show --format json '2025-09-24#1'
is "$(json favourite)" false "undo takes it back"
run "$SHOROKU" search --count tag:before
exits 1 "and what was made before the key grew"
"$SHOROKU" redo >/dev/null
run "$SHOROKU" search --count tag:before
is "$(cat "$work/out")" 1 "and redo does it again"

# Asked once.
requests=$(wc -l <"$work/requests")
enrich 2025-09-24
exits 0 "again: nothing to do"
says out 'not asked again before 2025-10-24' "what was not found is remembered"
is "$(wc -l <"$work/requests")" "$requests" "nobody is asked"
SHOROKU_NOW=2025-10-25T12:00:00Z
enrich
exits 1 "after a month: it is asked about again, and not found"
check "by a request" test "$(wc -l <"$work/requests")" -gt "$requests"
SHOROKU_NOW=2025-09-24T12:00:00Z

# It outlives what the digest says.
sed 's/流れ。/静かな流れ。/' "$work/day.txt" >"$work/revised.txt"
run "$SHOROKU" import "$work/revised.txt"
says out 'a new revision' "a revision under the old key is one"
run "$SHOROKU" show --format json '2025-09-24#1'
is "$(json key)" arxiv:2509.00011 "it keeps the key"
is "$(json sections 1 origin)" arxiv "and what arXiv says"
run "$SHOROKU" rebuild --parse
exits 0 "reading all inputs again"
run "$SHOROKU" search --count abstract:quixotic tag:before
is "$(cat "$work/out")" 1 "keeps it too, and searched"
run "$SHOROKU" check
exits 0 "the index is as the texts are"

# Another digest tells of it by the old key, and one by arXiv's.
sed 's/2025-09-24/2025-09-25/' "$work/day.txt" >"$work/later.txt"
"$SHOROKU" import "$work/later.txt" >/dev/null
run "$SHOROKU" show --format json '2025-09-25#1'
is "$(json seen_before)" 2025-09-24 "a later digest's paper was seen before"
is "$(json tags 0)" before "with its tag"

# Records take it along.
"$SHOROKU" list 2025-09-24 --format jsonl >"$work/records.jsonl"
"$SHOROKU" --data-dir "$work/moved" import "$work/records.jsonl" >/dev/null
run "$SHOROKU" --data-dir "$work/moved" show --format json '2025-09-24#1'
is "$(json sections 1 origin)" arxiv "a record moves it to another archive"
is "$(json tags 0)" before "with the marks"
run "$SHOROKU" --data-dir "$work/moved" import "$work/records.jsonl"
says out 'records: 3 unchanged' "again: nothing changes"
run "$SHOROKU" --data-dir "$work/moved" check
exits 0 "and is searched there"
"$SHOROKU" list 2025-09-23 --format jsonl >/dev/null 2>&1

# Two papers of the archive become one.
"$SHOROKU" --data-dir "$work/two" import --source a "$work/day.txt" >/dev/null
"$SHOROKU" --data-dir "$work/two" import --source arxiv --date 2025-09-20 "$work/rivers.xml" >/dev/null
"$SHOROKU" --data-dir "$work/two" tag +digest '2025-09-24#1' >/dev/null
"$SHOROKU" --data-dir "$work/two" tag +listing arxiv:2509.00011 >/dev/null
run "$SHOROKU" --data-dir "$work/two" enrich --api "$url/query" 2025-09-24#1
says out 'which is here already' "a paper that is there already under arXiv's key"
run "$SHOROKU" --data-dir "$work/two" show --format json '2025-09-24#1'
is "$(json seen_before)" 2025-09-20 "was seen before"
is "$(json tags 0) $(json tags 1)" 'digest listing' "and has the tags of both"
run "$SHOROKU" --data-dir "$work/two" check
exits 0 "both are indexed as one"
"$SHOROKU" --data-dir "$work/two" undo >/dev/null
run "$SHOROKU" --data-dir "$work/two" show --format json '2025-09-24#1'
is "$(json tags 0) $(json tags 1 2>/dev/null)" 'digest ' "undo takes back one of them"

# A source that wants it has its papers looked up after a fetch.
printf 'source sky arxiv:astro-ph.GA api=%s/query enrich=on\n' "$url" >"$work/config"
run "$SHOROKU" --config "$work/config" --data-dir "$work/fetched" fetch sky --since 2025-09-20 --until 2025-09-20
exits 0 "fetching a source with enrich=on"
run "$SHOROKU" --data-dir "$work/fetched" search --count abstract:zephyrs
is "$(cat "$work/out")" 1 "asks arXiv about what came"

# A digest that has another title or other authors than arXiv.
cat >"$work/wrong.txt" <<END
2025-09-26 の注目論文

Mapping Glaciers from Balloons

Bo Finch

https://arxiv.org/abs/2509.00012

選定理由

氷河を測る。
END
sed 's/^Mapping.*/Counting Herons at Dusk/; s/^Bo Finch/Cy Gull/' "$work/wrong.txt" >"$work/authors.txt"
for file in wrong authors; do
	"$SHOROKU" --data-dir "$work/$file" import "$work/$file.txt" >/dev/null
	run "$SHOROKU" --data-dir "$work/$file" search --count has:warning
	is "$(cat "$work/out")" 0 "$file: not known before arXiv is asked"
	"$SHOROKU" --data-dir "$work/$file" enrich --api "$url/query" 2025-09-26 >/dev/null
	run "$SHOROKU" --data-dir "$work/$file" check --text
	exits 0 "$file: told afterwards"
	cp "$work/out" "$work/$file.told"
	"$SHOROKU" --data-dir "$work/$file" rebuild >/dev/null
	run "$SHOROKU" --data-dir "$work/$file" check --text
	is "$(cat "$work/out")" "$(cat "$work/$file.told")" "$file: the same after rebuild"
done
is "$(cat "$work/wrong.told")" "2025-09-26/summarxiv#1  title-differs  Mapping Glaciers from Balloons
  arXiv has: Counting Herons at Dusk" "the title that arXiv has"
is "$(cat "$work/authors.told")" "2025-09-26/summarxiv#1  authors-differ  Counting Herons at Dusk
  arXiv has: Bo Finch" "the authors that arXiv has"

# What goes wrong.
run "$SHOROKU" enrich --again --api "$url/broken" 2025-09-24
exits 3 "an error of the API"
says err 'error of arXiv.s API.*bad id' "is one, and told"
run "$SHOROKU" enrich --again --api "$url/page" 2025-09-24
exits 3 "a page that is no answer"
run "$SHOROKU" enrich --again --api "$url/refused" 2025-09-24
exits 4 "a status that is none"
says err 'status 400' "is told"
run "$SHOROKU" enrich --limit 0
exits 2 "a limit of nothing"
run "$SHOROKU" enrich arxiv:0000.00000
exits 1 "a key that is not there"
stop_serving
run "$SHOROKU" search --count abstract:quixotic
is "$(cat "$work/out")" 2 "nothing was lost by it"

finish
