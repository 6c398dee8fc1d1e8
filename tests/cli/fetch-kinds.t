#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Sources that are no templates: feeds, pages that list days, arXiv, directories; and ranges of days.
. "${srcdir:-.}/tests/net/net-lib.sh"

config=$HOME/.config/shoroku
mkdir -p "$config"

# item NUMBER DAY: of a feed.
item() {
	cat <<END
<item><title>Result Number $1</title><link>https://example.org/p/$1</link>
<pubDate>$2 Sep 2025 08:00:00 +0000</pubDate>
<description>What was found in study $1, told in a sentence or two.</description></item>
END
}

feed() {
	echo '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>News</title>'
	echo '<link>https://example.org/</link><description>d</description>'
	cat
	echo '</channel></rss>'
}

# arxiv_feed DAY: what arXiv announced.
arxiv_feed() {
	cat <<END
<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">
<channel><title>cs.CL updates on arXiv.org</title><link>http://rss.arxiv.org/rss/cs.CL</link>
<description>cs.CL updates on the arXiv.org e-print archive.</description>
<pubDate>$1 Sep 2025 00:00:00 -0400</pubDate>
<item><title>On Announced Papers of $1</title><link>https://arxiv.org/abs/2509.0$1</link>
<description>arXiv:2509.0$1v1 Announce Type: new Abstract: Announced on the day $1.</description>
<guid isPermaLink="false">oai:arXiv.org:2509.0$1v1</guid><category>cs.CL</category>
<pubDate>$1 Sep 2025 00:00:00 -0400</pubDate>
<arxiv:announce_type>new</arxiv:announce_type><dc:creator>Ada Example</dc:creator></item>
</channel></rss>
END
}

# arxiv_api DAY FIRST LAST: what was submitted, of so many the FIRST to the LAST.
arxiv_api() {
	cat <<END
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>arXiv Query</title>
<id>http://arxiv.org/api/x</id><updated>2025-09-24T00:00:00-04:00</updated>
END
	awk -v day="$1" -v first="$2" -v last="$3" 'BEGIN { for (n = first; n <= last; n++) {
		printf "<entry><id>http://arxiv.org/abs/2509.%02d%03dv1</id>", day, n
		printf "<updated>2025-09-%02dT10:00:00Z</updated>", day
		printf "<published>2025-09-%02dT10:00:00Z</published>", day
		printf "<title>Submitted on the Day %d as %d</title>", day, n
		printf "<summary>An abstract that was submitted.</summary>"
		printf "<author><name>Bo Example</name></author>"
		print "<category term=\"cs.CL\" scheme=\"http://arxiv.org/schemas/atom\"/></entry>" } }'
	echo '</feed>'
}

at() {
	SHOROKU_NOW=$1
	shift
	run "$SHOROKU" "$@"
	SHOROKU_NOW=2025-09-24T12:00:00Z
}

days_of() {
	"$SHOROKU" list --days --format tsv | sed 1d | awk -v source="$1" \
		'$2 == source { printf "%s %s %s, ", substr($1, 9), $3, $4 }'
}

{ item 1 22; item 2 23; item 3 23; } | feed >"$work/feed-1.xml"
{ item 3 23; item 4 23; item 5 24; } | feed >"$work/feed-2.xml"
{ item 5 24; item 6 24; } | feed >"$work/feed-3.xml"
for day in 2025-08-30 2025-09-05 2025-09-12 2025-09-19 2025-09-22; do
	digest $day 2 >"$work/$day.txt"
done
{
	echo '<!doctype html><title>Days</title><ul>'
	for day in 2025-08-30 2025-09-05 2025-09-12 2025-09-19 2025-09-22; do
		echo "<li><a href=\"days/$day\">$day</a></li>"
	done
	echo '<li><a href="http://127.0.0.1:1/elsewhere">2025-09-23</a></li></ul>'
} >"$work/index.html"
arxiv_feed 24 >"$work/announced.xml"
arxiv_api 23 1 1 >"$work/23.xml"
arxiv_api 17 1 500 >"$work/17-1.xml"
arxiv_api 17 501 530 >"$work/17-2.xml"
{
	echo '/feed file feed-1.xml etag 1 ; file feed-1.xml etag 1 ; file feed-2.xml etag 2 ; file feed-3.xml etag 3'
	echo '/index file index.html header "Content-Type: text/html; charset=utf-8"'
	for day in 2025-08-30 2025-09-05 2025-09-12 2025-09-19 2025-09-22; do
		echo "/days/$day file $day.txt"
	done
	echo '/rss/cs.CL file announced.xml etag r'
	echo '/api?search_query=%28cat:cs.CL%29+AND+submittedDate:%5B202509230000* file 23.xml'
	many='/api?search_query=%28cat:cs.CL%29+AND+submittedDate:%5B202509170000+TO+202509172359%5D'
	echo "$many&start=0&* file 17-1.xml"
	echo "$many&start=500&* status 503 ; file 17-2.xml"
	echo '/api* status 404'
} >"$work/script"
serve "$work/script"
mkdir "$work/papers"
digest 2025-09-10 1 >"$work/papers/2025-09-10.txt"
cat >"$config/config" <<END
source news $url/feed
source weekly $url/index days=index
source ax arxiv:cs.CL feed=$url/rss/ api=$url/api
source here file:$work/papers
END

# A feed.
run "$SHOROKU" fetch news
exits 0 "a feed"
is "$(days_of news)" "23 complete 3, " "it is a digest of its own day"
run "$SHOROKU" fetch news
says out '^days: 1 unchanged' "nothing new in it"
is "$(tail -n 1 "$work/requests")" "/feed 1 -" "which it is asked for"
run "$SHOROKU" fetch news
says out '^2025-09-24 news: 2 papers$' "another day comes, with the new papers alone"
is "$(days_of news)" "24 complete 2, 23 complete 3, " "what has gone from the feed stays"
run "$SHOROKU" fetch news
says out '^2025-09-24 news: 1 paper$' "a paper joins a day"
is "$(days_of news)" "24 complete 3, 23 complete 3, " "beside one that has gone from the feed"
run "$SHOROKU" check
exits 0 "the archive is sound"

# A page that lists days.
run "$SHOROKU" fetch weekly
exits 1 "a page that lists days, one of which leads to this machine"
is "$(days_of weekly)" \
	"23 failed 0, 22 partial 2, 19 partial 2, 12 partial 2, 05 partial 2, 30 partial 2, " \
	"the days it lists"
says err '2025-09-23 weekly: .*leads to this machine' "which is not followed"
at 2025-09-24T19:00:00Z fetch weekly --since 2025-09-12 --until 2025-09-19
exits 0 "a range of them"
is "$(days_of weekly)" \
	"23 failed 0, 22 partial 2, 19 complete 2, 12 complete 2, 05 partial 2, 30 partial 2, " \
	"is confirmed"

# arXiv: today's feed, and the API for days before.
run "$SHOROKU" fetch ax --days 3
exits 0 "arXiv"
is "$(days_of ax)" "24 partial 1, 23 partial 1, 22 absent 0, " "today's announcements, former submissions"
at 2025-09-25T12:00:00Z fetch ax --days 2
is "$(days_of ax | sed 's/23.*//')" "25 not-published 0, 24 complete 1, " \
	"a feed of yesterday is no page of today, but confirms it"
run "$SHOROKU" fetch ax --since 2025-09-17 --until 2025-09-17
exits 0 "a day of several pages"
says out '^2025-09-17 ax: 530 papers$' "which are counted together"
is "$(days_of ax | sed 's/.*\(17 [^,]*\),.*/\1/')" "17 partial 530" "and stored together"
is "$("$SHOROKU" list 2025-09-17 --format tsv | sed 1d | cut -f1 | sort -u | wc -l)" 530 "each once"
run "$SHOROKU" rebuild --parse
exits 0 "they are read again"
is "$(days_of ax | sed 's/.*\(17 [^,]*\),.*/\1/')" "17 partial 530" "to the same"
at 2025-09-25T12:00:00Z fetch ax --since 2025-09-17 --until 2025-09-17
is "$(days_of ax | sed 's/.*\(17 [^,]*\),.*/\1/')" "17 complete 530" "a second look confirms the day"

# A directory.
run "$SHOROKU" fetch here
exits 0 "a directory"
is "$(days_of here)" "10 complete 1, " "it is imported"
run "$SHOROKU" fetch here
says out '^days: 1 unchanged' "again"

# All of them.
run "$SHOROKU" fetch --quiet
exits 1 "all sources"
stop_serving

# A long plan says how long it will take, before anything is asked for.
echo 'source far https://127.0.0.1:1/%Y-%m-%d spacing=60' >"$config/config"
if command -v strace >/dev/null && strace -o /dev/null true 2>/dev/null; then
	ASAN_OPTIONS=detect_leaks=0:${ASAN_OPTIONS:-}
	export ASAN_OPTIONS
	run strace -f -o /dev/null -e trace=connect -e inject=connect:error=ECONNREFUSED:signal=INT:when=1 \
		"$SHOROKU" fetch --days 100
	exits 1 "stopped by a signal"
	says out '^far: 100 days from 2025-06-17 to 2025-09-24 take at least 99 min$' "the plan"
	says err 'stopped; 100 requests are left for the next time' "what is left"
fi
finish
