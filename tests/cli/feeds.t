#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# import: feeds, harvests, mails and JSON are told by what is in them, whatever the file is called.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

# announced ARCHIVE DAY [ITEM]: arXiv's feed of a day.
announced() {
	cat <<EOF
<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">
<channel><title>$1 updates on arXiv.org</title><link>http://rss.arxiv.org/rss/$1</link>
<pubDate>$2 Sep 2025 00:00:00 -0400</pubDate>${3-}</channel></rss>
EOF
}

item='<item><title>A title</title><link>https://arxiv.org/abs/2509.00001</link>
<description>arXiv:2509.00001v1 Announce Type: cross
Abstract: Words.</description><dc:creator>Ann Bell, Bo Li</dc:creator></item>'

announced cs.XX "Wed, 24" "$item" >"$work/one.txt"
run "$SHOROKU" import "$work/one.txt"
exits 0 "a feed"
says out '^2025-09-24 arxiv-cs\.XX: 1 paper added (arxiv-rss)$' "says which reader read it"
run "$SHOROKU" list 2025-09-24 --format jsonl
says out '"key": "arxiv:2509\.00001"' "has its paper"
says out '"authors": \["Ann Bell", "Bo Li"\]' "with its authors"
says out '"role": "abstract", "label": "Abstract", "text": "Words\."' "and its abstract"

announced cs.YY "Wed, 24" "$item" >"$work/two.xml"
run "$SHOROKU" import "$work/two.xml"
says out '^2025-09-24 arxiv-cs\.YY: 1 paper added' "another feed of the day is another source"
announced cs.XX "Sat, 27" >"$work/weekend.xml"
run "$SHOROKU" import "$work/weekend.xml"
exits 0 "a feed without papers"
says out '^2025-09-27 arxiv-cs\.XX: 0 papers added' "is a day without papers"

cat >"$work/error.xml" <<'EOF'
<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id>
<updated>2025-09-24T00:00:00Z</updated><entry><id>http://arxiv.org/api/errors#x</id>
<title>Error</title><summary>bad id</summary></entry></feed>
EOF
run "$SHOROKU" import "$work/error.xml"
exits 3 "an error of arXiv's API"
says err "error\.xml is an error of arXiv's API.*: bad id" "is told"

printf '{"date": "2025-09-23", "papers": [{"title": "T", "why_read_ja": "理由"}]}\n' >"$work/day.jsonl"
run "$SHOROKU" import "$work/day.jsonl"
says out '^2025-09-23 json: 1 paper added (json-digest)$' "another maker's JSON is no record of ours"
printf '[{"title": "T", "published": "2025-09-22"}, {"title": "U", "published": "2025-09-21"}]\n' \
	>"$work/list.json"
run "$SHOROKU" import "$work/list.json"
is "$(grep -c '^2025-09-2[12] json: 1 paper added' "$work/out")" 2 \
	"a bare list goes by when its papers were published"
run "$SHOROKU" import --date 2025-09-20 --source mine "$work/list.json"
says out '^2025-09-20 mine: 2 papers added' "or where one says it belongs"

finish
