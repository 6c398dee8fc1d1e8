#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Searching from the shell.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

run "$SHOROKU" search anything
exits 1 "no archive yet"
{
	printf '2025-09-23 の注目論文\n\nＬＬＭ for Data\n\nZoran Nikolić, D\342\200\231Eugenio Mario\n'
	printf '\n選定理由\n\nｶﾞﾝﾏ線とβ崩壊、m-SAM手法。\n\n詳細要約\n\nGN-z11 (z>6) [Fe/O] M⊙。科学技術。\n'
} >"$work/a.txt"
digest 2025-09-24 3 >"$work/b.txt"
"$SHOROKU" import "$work/a.txt" "$work/b.txt" >/dev/null

finds() {
	run "$SHOROKU" search --count -- "$1"
	is "$(cat "$work/out")" "${2:-1}" "$1"
}
curly=$(printf 'D\342\200\231Eugenio')
for query in llm ＬＬＭ Llm zoran ZORÁN "d'eugenio" "$curly" eugenio ガンマ線 ﾝﾏ 線 科 学技 β β崩 \
	m-SAM sam SAM手法 'SAM 手法' 手 GN-z11 z11 'z>6' '[Fe/O]' 'M⊙' 'title:llm' 'author:zoran' \
	'author:="zoran nikolic"' 'reason:手法' 'detail:科学' 'dat*' 'zor*' '科学 llm' 'llm or nowhere' \
	'date:2025-09-23' 'llm date:2025-09' '"fe o"'; do
	finds "$query"
done
for query in でーた 化学 'reason:科学' 'llm -科学' zora 'author:=zoran' 'date:2024' 'is:read' 'tag:x'; do
	finds "$query" 0
done
finds 'is:unread' 4
finds 'llm or 試験' 4
finds nikolić 4

run "$SHOROKU" search 試験
exits 0 "hits"
is "$(grep -c '^#' "$work/out")" 3 "a line each"
run "$SHOROKU" search 試験 --format json --limit 2
is "$(json '#')" 2 "as many as asked for"
is "$(json 0 date) $(json 0 position)" "2025-09-24 1" "the record"
says err 'there are more' "and that there are more"
run "$SHOROKU" search 科学 --format json
is "$(json 0 snippet role)" detail "where it was found"
is "$(json 0 snippet text | cut -c1-6) $(json 0 snippet hits 0 0) $(json 0 snippet hits 0 1)" "GN-z11 23 25" \
	"in code points"
run "$SHOROKU" search 試験 --format tsv --sort title
is "$(sed 1d "$work/out" | wc -l | tr -d ' ')" 3 "as TSV"
run "$SHOROKU" search 試験 sort:relevance
exits 0 "by relevance"
run "$SHOROKU" search nothing-like-it
exits 1 "no hits"
says err 'nothing was found' "says so"
run "$SHOROKU" search 'title:llm (a'
exits 2 "a mistake"
says err 'byte 11' "says where"
run "$SHOROKU" search --limit 0 x
exits 2 "a limit that is none"
"$SHOROKU" tag +銀河 2025-09-24#2 >/dev/null
finds 銀河
finds tag:銀河
"$SHOROKU" fav 2025-09-24#1 >/dev/null
finds is:favourite
"$SHOROKU" undo >/dev/null
finds is:favourite 0
digest 2025-09-24 3 新しく >"$work/b.txt"
"$SHOROKU" import "$work/b.txt" >/dev/null
finds 新しく選 3
cat >"$work/more.jsonl" <<'EOF'
{"date": "2025-09-20", "position": 1, "title": "Noted", "categories": ["cs.LG", "機械学習"], "pdf_url": "https://example.org/a.pdf", "note": "あとで確かめる"}
{"date": "2025-09-20", "title": "Plain", "categories": ["astro-ph.GA"]}
EOF
"$SHOROKU" import "$work/more.jsonl" >/dev/null
finds cat:cs.LG
finds cat:CS
finds cat:機械学習
finds cat:astro-ph
finds cat:LG 0
finds has:pdf
finds has:note
finds is:noted
finds note:確かめ
finds note:試験 0
finds 確かめる
finds '確かめる -is:noted' 0
finds 'title:確かめる' 0
finds is:new 6
finds 'is:new plain'
if command -v sqlite3 >/dev/null; then
	change=$(sqlite3 "$data/archive.db" "SELECT value FROM meta WHERE name = 'change'")
	sqlite3 "$data/user.db" "INSERT INTO state VALUES('new_since', '$change')"
	finds is:new 0
	digest 2025-09-21 1 >"$work/c.txt"
	"$SHOROKU" import "$work/c.txt" >/dev/null
	finds is:new
fi
run "$SHOROKU" help query
exits 0 "help query"
says out '^  date:' "lists the fields"

# A tag may be called as it likes: the language can say it.
run "$SHOROKU" list --format json
id=$(json 0 id)
"$SHOROKU" tag '+say "cheese"' '+C:\dir' "$id" >/dev/null
for query in 'tag:"say \"cheese\""' 'tag:"C:\\dir"' 'tag:C:\dir'; do
	run "$SHOROKU" search --count "$query"
	is "$(cat "$work/out")" 1 "found by $query"
done
run "$SHOROKU" search 'tag:"say \"cheese\"'
exits 2 "a quote that is hidden closes nothing"

# Pasted as it stands in an address bar.
printf '2025-08-01 の注目論文\n\nA Paper with an Id\n\nAnn Author\n\nhttps://arxiv.org/abs/2508.00042\n\n選定理由\n\n理由。\n' >"$work/id.txt"
"$SHOROKU" import "$work/id.txt" >/dev/null
for query in 2508.00042 arXiv:2508.00042v3 https://arxiv.org/abs/2508.00042; do
	run "$SHOROKU" search --count "$query"
	is "$(cat "$work/out")" 1 "found by $query"
done

finish
