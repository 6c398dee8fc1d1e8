#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# sources test against a server: one day is asked for, what it holds is shown, nothing is stored.
. "${srcdir:-.}/tests/net/net-lib.sh"

mkdir "$work/pages"
cat >"$work/pages/script" <<'SCRIPT'
/day/2025-09-24   status 404
/day/2025-09-23   file 23.txt header "Content-Type: text/plain; charset=euc-jp"
/day/2025-09-22   file 22.txt
/day/2025-09-21   file 22.txt
/none/*           status 404
/closed/*         status 403
/busy/*           status 503
/reset            reset
/endless          endless
/bomb             zeros 64
/short            file 22.txt cut 100
/prose            text "Nothing of interest."
/feed             file feed.xml
/days             file days.html
/far              text "<a href=http://127.0.0.2:9/2025-09-22>x</a>"
/empty            text "<html><p>soon</p></html>"
/rss/*            file rss.xml
/api*             file api.xml
SCRIPT
digest 2025-09-22 2 >"$work/pages/22.txt"
digest 2025-09-23 3 | sed 's/ć/c/; s/ü/u/' | iconv -f UTF-8 -t EUC-JP >"$work/pages/23.txt"
cat >"$work/pages/feed.xml" <<'FEED'
<?xml version="1.0"?>
<rss version="2.0"><channel><title>Notes</title><link>https://notes.example/</link>
<item><title>On Tests</title><link>https://notes.example/1</link>
<pubDate>Tue, 23 Sep 2025 08:00:00 GMT</pubDate><description>A note.</description></item>
</channel></rss>
FEED
cat >"$work/pages/days.html" <<'PAGE'
<!doctype html><html><body><ul>
<li><a href="/day/2025-09-22">Monday</a>
<li><a href="/day/2025-09-23">Tuesday</a>
<li><a href="/day/2025-10-01">soon</a>
</ul></body></html>
PAGE
cat >"$work/pages/rss.xml" <<'FEED'
<?xml version="1.0"?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">
<channel><title>cs.CL updates on arXiv.org</title><link>http://rss.arxiv.org/rss/cs.CL</link>
<pubDate>Wed, 24 Sep 2025 00:00:00 -0400</pubDate>
<item><title>On Announcements</title><link>https://arxiv.org/abs/2509.00001</link>
<description>arXiv:2509.00001v1 Announce Type: new
Abstract: They come once a day.</description>
<guid isPermaLink="false">oai:arXiv.org:2509.00001v1</guid><category>cs.CL</category>
<pubDate>Wed, 24 Sep 2025 00:00:00 -0400</pubDate><arxiv:announce_type>new</arxiv:announce_type>
<dc:creator>Ada Example</dc:creator></item>
</channel></rss>
FEED
cat >"$work/pages/api.xml" <<'FEED'
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id><title>ArXiv Query</title>
<updated>2025-09-24T00:00:00-04:00</updated>
<entry><id>http://arxiv.org/abs/2509.00002v1</id><published>2025-09-20T17:00:00Z</published>
<updated>2025-09-20T17:00:00Z</updated><title>On Queries</title><summary>They find the past.</summary>
<author><name>Bo Nikolić</name></author></entry>
</feed>
FEED
serve "$work/pages/script"

# asked: the paths that were asked for since forget.
forget() {
	seen=$(grep -c . "$work/requests")
}
asked() {
	tail -n "+$((seen + 1))" "$work/requests" | cut -d' ' -f1 | tr '\n' ' '
}
: >>"$work/requests"

config=$HOME/.config/shoroku/config
mkdir -p "${config%/*}"
cat >"$config" <<CONFIG
source day $url/day/%Y-%m-%d
source none $url/none/%Y-%m-%d
source closed $url/closed/%Y-%m-%d
source busy $url/busy/%Y-%m-%d
source reset $url/reset
source endless $url/endless
source bomb $url/bomb
source short $url/short
source prose $url/prose
source feed $url/feed lang=en
source days $url/days days=index
source far $url/far days=index
source empty $url/empty days=index
source arxiv arxiv:cs.CL+math.AG api=$url/api feed=$url/rss
CONFIG

forget
run "$SHOROKU" sources test day
exits 0 "a page a day"
says out '^2025-09-23 day: 3 papers' "the newest there is"
says out '試験 太郎\|5 authors' "in the encoding the server says"
says err '^2025-09-24 is not there' "today is said to be missing"
is "$(asked)" "/day/2025-09-24 /day/2025-09-23 " "two requests"
run "$SHOROKU" --quiet sources test day --date 2025-09-22
exits 0 "a day named"
says out '^2025-09-22 day: 2 papers' "is shown"
is "$(cat "$work/err")" "" "quietly"
run "$SHOROKU" sources test day --date 2025-09-21
exits 3 "a page that is of another day"
says err 'of 2025-09-22, not of 2025-09-21' "says so"
forget
run "$SHOROKU" sources test none
exits 1 "no day at all"
is "$(asked)" "/none/2025-09-24 /none/2025-09-23 /none/2025-09-22 " "is looked for on three"
for source in closed busy reset endless bomb short; do
	run "$SHOROKU" sources test $source
	exits 4 "$source"
	check "$source: in a sentence" test "$(grep -c '^shoroku: ' "$work/err")" = 1
done
run "$SHOROKU" sources test prose
exits 3 "a page without papers"

run "$SHOROKU" sources test feed
exits 0 "a feed"
says out '^2025-09-23 feed: 1 paper' "is under its own dates"
forget
run "$SHOROKU" sources test days
exits 0 "a list of days"
says out '^2025-09-23 days: 3 papers' "leads to the newest that has come"
is "$(asked)" "/days /day/2025-09-23 " "two requests"
run "$SHOROKU" sources test days --date 2025-09-20
exits 1 "a day that it does not have"
run "$SHOROKU" sources test empty
exits 3 "a list without days"
run "$SHOROKU" sources test far
exits 4 "a list that leads to another host of this machine"
says err '127.0.0.2.*not followed' "is not followed"

forget
run "$SHOROKU" sources test arxiv
exits 0 "arXiv today"
says out '^2025-09-24 arxiv: 1 paper' "is what it announced"
is "$(asked)" "/rss/cs.CL+math.AG " "by its feed"
forget
run "$SHOROKU" sources test arxiv --date 2025-09-20
exits 0 "arXiv of a past day"
says out '^2025-09-20 arxiv: 1 paper' "is what was submitted"
says out 'On Queries' "its paper"
asked >"$work/out"
says out '^/api?search_query=%28cat:cs.CL+OR+cat:math.AG%29+AND+submittedDate:%5B202509200000+TO+202509202359%5D&start=0&' \
	"by a query"
run "$SHOROKU" sources test arxiv --date 2025-09-25
exits 1 "tomorrow"

echo 'set ca-file certificates.pem' >>"$config"
run "$SHOROKU" sources test feed
exits 2 "certificates at a relative path"
says err 'config:[0-9]*:13: ca-file' "are refused, and nothing is asked"
sed -i '/ca-file/s/ [^ ]*$/ ~\/none.pem/' "$config"
run "$SHOROKU" sources test feed
exits 0 "certificates are for https alone"

check "nothing was stored" test ! -e "$data"

stop_serving
run "$SHOROKU" sources test feed
exits 4 "a server that is gone"
says err '127.0.0.1' "is named"

finish
