#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The command fetch: which days are asked for, what becomes of answers, what is said, exit codes.
. "${srcdir:-.}/tests/net/net-lib.sh"

command -v sqlite3 >/dev/null || lack "the sqlite3 shell is not here"
config=$HOME/.config/shoroku
mkdir -p "$config"

run "$SHOROKU" fetch
exits 1 "no source"
says err 'no source is configured.*summarxiv, hf-daily, arxiv:CATEGORY' "the presets are named"
run "$SHOROKU" fetch --days 0
exits 2 "no number of days"
run "$SHOROKU" fetch --days 3 --since 2025-09-01
exits 2 "two beginnings"
run "$SHOROKU" fetch --since 2025-09-20 --until 2025-09-10
exits 2 "an end before the beginning"
run "$SHOROKU" fetch nowhere
exits 1 "an unknown source"
says err nowhere "it is named"

for day in 17 18 19 20 22 23 24; do
	digest 2025-09-$day 2 >"$work/$day.txt"
done
digest 2025-09-24 3 >"$work/24-more.txt"
digest 2025-09-23 1 >"$work/23-less.txt"
echo 'This is no digest at all.' >"$work/junk.txt"
cat >"$work/script" <<'END'
/d/2025-09-24 status 404 ; file 24.txt etag a ; file 24.txt etag a ; file 24.txt etag a ; file 24.txt etag a ; file 24-more.txt etag b
/d/2025-09-23 file 23.txt etag c modified "Tue, 23 Sep 2025 08:00:00 GMT"
/d/2025-09-22 status 403
/d/2025-09-20 file junk.txt
/d/2025-09-19 file 18.txt
/d/2025-09-18 file 18.txt
/d/2025-09-17 file 17.txt
/d/2025-09-1* file 17.txt
END
serve "$work/script"
echo 0 >"$work/seen"
echo "source loop $url/d/%Y-%m-%d" >"$config/config"

# asked: the requests since the last time; asked_days: the days of which, each once.
asked() {
	tail -n "+$(($(cat "$work/seen") + 1))" "$work/requests"
	wc -l <"$work/requests" >"$work/seen"
}
asked_days() {
	asked | sed 's/ .*//; s/^.*-//' | sort -u | tr '\n' ' '
}

# at TIME COMMAND…: at that time of that day.
at() {
	SHOROKU_NOW=$1
	shift
	run "$SHOROKU" "$@"
	SHOROKU_NOW=2025-09-24T12:00:00Z
}

# states: each day and what is shown of it, from the newest.
states() {
	"$SHOROKU" list --days --format tsv | sed 1d | cut -f1,3,4 | sed 's/^2025-09-//' | tr '\t\n' '  '
}

# content [TABLE…]: what the archive holds but for its rows about fetching.
content() {
	sqlite3 "$data/archive.db" .dump | grep -v '^INSERT INTO fetched'
}

rows() {
	sqlite3 "$data/archive.db" 'SELECT * FROM fetched'
}

files() {
	cksum "$data/archive.db" "$data/archive.db-wal" "$data/user.db" "$data/user.db-wal"
}

run "$SHOROKU" fetch
exits 1 "the first fetch, with failures"
is "$(asked_days)" "18 19 20 21 22 23 24 " "the last seven days are asked for"
says out '^2025-09-23 loop: 2 papers$' "what came is said"
says out '^2025-09-24 loop: not yet published$' "what has not come yet"
says out '^2025-09-21 loop: absent$' "what is not there"
says out '^days: 2 new or revised, 2 not there, 3 failed; papers: 4; 0.0 MB$' "the totals"
says err '2025-09-22 loop: http.*22 answers with status 403$' "what failed, and why"
says err '2025-09-20 loop: .*20' "what cannot be read"
says err '2025-09-19 loop: .*says that it is of 2025-09-18, not of 2025-09-19$' "another day's page"
is "$(states)" \
	"24 not-published 0 23 partial 2 22 failed 0 21 absent 0 20 failed 0 19 failed 0 18 partial 2 " \
	"the states"
run "$SHOROKU" list --days
says out '^2025-09-24 Wed  loop  not yet published$' "list --days has days without a digest"
says out '^2025-09-22 Mon  loop  failed: http.*status 403$' "with the reason"
run "$SHOROKU" list --days --format json
is "$(json 2 state)" failed "in JSON"
check "with the reason" test -n "$(json 2 reason)"
is "$(json 1 '@')" "date source state papers unread favourites revision" "and none where there is no trouble"

run "$SHOROKU" fetch
exits 1 "again"
is "$(asked_days)" "19 20 22 24 " "only what is missing is asked for again"
says out '^2025-09-24 loop: 2 papers$' "today has come"

files >"$work/before"
run "$SHOROKU" fetch loop --since 2025-09-23
exits 0 "a range"
is "$(asked)" '/d/2025-09-24 a -' "today, whether it has changed"
check "nothing is written where nothing changed" test "$(files)" = "$(cat "$work/before")"

content >"$work/before"
rows >"$work/rows"
at 2025-09-24T19:00:00Z fetch --since 2025-09-23 --until 2025-09-24
exits 0 "six hours later"
is "$(asked | sort)" '/d/2025-09-23 c Tue, 23 Sep 2025 08:00:00 GMT
/d/2025-09-24 a -' "both are asked for, whether they have changed"
content | cmp -s - "$work/before"
result $? "confirming writes nothing but rows about fetching"
rows | diff - "$work/rows" | grep -c '^<' >"$work/count"
is "$(cat "$work/count")" 2 "one for each day"
is "$(states)" \
	"24 complete 2 23 complete 2 22 failed 0 21 absent 0 20 failed 0 19 failed 0 18 partial 2 " \
	"both are complete"

files >"$work/before"
at 2025-09-25T08:00:00Z fetch --again --since 2025-09-24 --until 2025-09-24
exits 0 "a complete day once more"
is "$(asked)" '/d/2025-09-24 a -' "one conditional request"
check "zero writes" test "$(files)" = "$(cat "$work/before")"
at 2025-09-25T08:00:00Z fetch --since 2025-09-23 --until 2025-09-24
is "$(asked)" '' "and none where it was not asked for"
says out 'nothing to ask for' "which is said"

at 2025-09-24T20:00:00Z fetch --days 1
says out '^2025-09-24 loop: 3 papers, a new revision$' "a richer text takes its place"
is "$(states | cut -d ' ' -f 1-3)" "24 partial 3" "and waits to be confirmed"

asked >/dev/null
at 2025-09-25T06:00:00Z fetch --quiet
is "$(asked_days)" "18 19 20 21 22 24 25 " \
	"the next day: the new one, those not confirmed, those that failed"
is "$(cat "$work/out")" "" "--quiet says nothing about what went well"
check "but what failed" test -s "$work/err"
stop_serving

# The server goes bad: nothing that is there is given up.
cat >"$work/script" <<'END'
/d/2025-09-24 status 404
/d/2025-09-23 file 23-less.txt etag x
/d/2025-09-18 status 200
/d/2025-09-17 file 17.txt
END
serve "$work/script"
echo 0 >"$work/seen"
echo "source loop $url/d/%Y-%m-%d" >"$config/config"
cp -R "$data" "$work/good"
at 2025-09-26T12:00:00Z fetch --again --since 2025-09-18 --until 2025-09-24
exits 0 "poorer answers are no failures"
says out '^2025-09-24 loop: no longer there, what is here stays$' "gone"
says out '^2025-09-23 loop: poorer than what is there' "shrunken"
says out '^2025-09-18 loop: empty now, what is there stays$' "empty"
is "$(papers_of 2025-09-24)$(papers_of 2025-09-23)$(papers_of 2025-09-18)" 322 "the texts are there"
is "$(states)" \
	"25 not-published 0 24 complete 3 23 changed 2 22 absent 0 21 absent 0 20 absent 0 19 absent 0 18 changed 2 " \
	"the states"
run "$SHOROKU" revisions 2025-09-23
says out poorer "the shrunken text is kept as a revision"
files >"$work/before"
at 2025-09-26T13:00:00Z fetch --again --since 2025-09-23 --until 2025-09-23
says out '^days: 1 unchanged' "the same poorer text is no news"
at 2025-09-26T19:00:00Z fetch --again --since 2025-09-23 --until 2025-09-23
asked >/dev/null
at 2025-09-26T20:00:00Z fetch --since 2025-09-23 --until 2025-09-23
is "$(asked)" '' "once it is settled it is not asked for again"
stop_serving

# The good text comes back.
echo '/d/2025-09-23 file 23.txt' >"$work/script"
serve "$work/script"
echo "source loop $url/d/%Y-%m-%d" >"$config/config"
at 2025-09-27T12:00:00Z fetch --again --since 2025-09-23 --until 2025-09-23
is "$(states | cut -d ' ' -f 7-9)" "23 partial 2" "the full text again"
at 2025-09-27T18:00:00Z fetch --again --since 2025-09-23 --until 2025-09-23
is "$(states | cut -d ' ' -f 7-9)" "23 complete 2" "which is confirmed"
stop_serving

# Nobody answers any more; what is there stays.
echo "source loop $url/d/%Y-%m-%d" >"$config/config"
content >"$work/before"
at 2025-09-27T20:00:00Z fetch --again --since 2025-09-23 --until 2025-09-23
exits 4 "nobody answers"
says err '2025-09-23 loop: 127.0.0.1: ' "the host is named"
content | cmp -s - "$work/before"
result $? "nothing but the row about fetching is written"
is "$(states | cut -d ' ' -f 7-9)" "23 complete 2" "the day is what it was"
run "$SHOROKU" list 2025-09-23 --days
says out 'complete: 127.0.0.1' "the trouble stands beside it"

# An imported day is complete, and whatever stood there before is forgotten.
sed 's/2025-09-24/2025-09-22/g' "$work/24.txt" >"$work/22.txt"
run "$SHOROKU" import --source loop "$work/22.txt"
is "$(states | cut -d ' ' -f 10-12)" "22 complete 2" "a failed day that is imported"
finish
