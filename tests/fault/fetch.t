#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Many days from a server of which some are missing, late, slow, cut off, or shrink when they are asked for
# again: the archive ends as if each good page had been imported, also where a run is killed at a chosen
# system call and run again, which asks for nothing that was stored.
#
# SHOROKU_KILL_EVERY=1 (make check-long): 400 days and 30 kills; by default a few of each.
. "${srcdir:-.}/tests/net/net-lib.sh"

days=60 kills=8
[ "${SHOROKU_KILL_EVERY:-}" != 1 ] || days=400 kills=30

command -v sqlite3 >/dev/null || lack "the sqlite3 shell is not here"
config=$HOME/.config/shoroku
mkdir -p "$config" "$work/pages"
TODAY=2025-09-24
FIRST=$(sqlite3 :memory: "SELECT date('$TODAY', '-$((days - 1)) days')")

# What becomes of each day, by its number counted back from today:
#	3, 13 …  is not there			6, 26 …  comes after a 503
#	11, 31 … comes slowly			17, 67 … is cut off at first, every second of them always
#	24, 74 … is shorter when it is asked for again
sqlite3 :memory: "WITH RECURSIVE n(i) AS (VALUES(0) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $days)
	SELECT i, date('$TODAY', '-' || i || ' days') FROM n" | tr '|' ' ' >"$work/plan"
while read -r index day; do
	if [ $((index % 10)) -ne 3 ]; then
		digest "$day" 3 >"$work/pages/$day.txt"
		[ $((index % 50)) -ne 24 ] || digest "$day" 2 >"$work/$day-less.txt"
	fi
done <"$work/plan"

# The first script and the one six hours later.
while read -r index day; do
	good="file pages/$day.txt etag g$index"
	if [ $((index % 10)) -eq 3 ]; then
		answer="status 404"
	elif [ $((index % 20)) -eq 6 ]; then
		answer="status 503 header \"Retry-After: 0\" ; $good"
	elif [ $((index % 20)) -eq 11 ]; then
		answer="$good slow 100"
	elif [ $((index % 100)) -eq 67 ]; then
		answer="$good cut 200"
	elif [ $((index % 50)) -eq 17 ]; then
		answer="$good cut 200 ; $good"
	else
		answer=$good
	fi
	echo "/$day $answer"
done <"$work/plan" >"$work/first"
while read -r index day; do
	if [ $((index % 10)) -eq 3 ]; then
		echo "/$day status 404"
	elif [ $((index % 50)) -eq 24 ]; then
		echo "/$day file $day-less.txt etag s$index"
	else
		echo "/$day file pages/$day.txt etag g$index"
	fi
done <"$work/plan" >"$work/second"

# entries DIR: all of them, with their ids.
entries() {
	for year in 2024 2025; do
		"$SHOROKU" --data-dir "$1" list $year --format tsv 2>/dev/null | sed 1d
	done
}

# states DIR: how many days are in which state.
states() {
	"$SHOROKU" --data-dir "$1" list --days --format tsv | sed 1d | cut -f3 | sort | uniq -c |
		awk '{ printf "%s %s, ", $1, $2 }'
}

"$SHOROKU" --quiet --data-dir "$work/wanted" import --source many "$work/pages"
# All but those that are always cut off come at the first time.
entries "$work/wanted" >"$work/wanted-second"
awk '$1 % 100 == 67 { print $2 }' "$work/plan" >"$work/cut-off"
echo none >>"$work/cut-off"
grep -v -F -f "$work/cut-off" "$work/wanted-second" >"$work/wanted-first"

# start SCRIPT: a server of it, and a source that names it.
start() {
	serve "$1"
	echo "source many $url/%Y-%m-%d" >"$config/config"
}

fetch_into() {
	"$SHOROKU" --quiet --data-dir "$1" fetch --since "$FIRST" >"$work/out" 2>"$work/err"
}

count() {
	awk -v first="$1" -v step="$2" '$1 % step == first' "$work/plan" | wc -l
}

absent=$(count 3 10) cut=$(count 67 100) shrunken=$(count 24 50)
good=$((days - absent))

# --- without kills

start "$work/first"
fetch_into "$work/all"
code=$?
is $code $((cut > 0)) "$days days: exit code"
entries "$work/all" | cmp -s - "$work/wanted-first"
result $? "the archive is exactly what the good pages give"
failed=''
[ "$cut" -eq 0 ] || failed="$cut failed, "
is "$(states "$work/all")" "$absent absent, $failed$((good - cut)) partial, " "the states"
is "$(grep -c . "$work/err")" "$cut" "each failure is said"
stop_serving
cp -R "$work/all" "$work/later"

start "$work/second"
SHOROKU_NOW=2025-09-24T19:00:00Z
fetch_into "$work/later"
is $? 0 "six hours later: exit code"
entries "$work/later" | cmp -s - "$work/wanted-second"
result $? "still exactly the good pages"
partial=''
[ "$cut" -eq 0 ] || partial=", $cut partial"
is "$(states "$work/later")" \
	"$absent absent, $shrunken changed, $((good - cut - shrunken)) complete$partial, " "the states"
stop_serving
"$SHOROKU" --data-dir "$work/later" check >/dev/null 2>&1
result $? "the index agrees"

# --- with kills

strace -f -o /dev/null true 2>/dev/null || {
	[ "${CI:-}" != true ] || lack "strace may not trace here"
	echo "ok $((tests_run + 1)) - kills # SKIP strace may not trace here"
	tests_run=$((tests_run + 1))
	finish
}
ASAN_OPTIONS=detect_leaks=0:${ASAN_OPTIONS:-} # it cannot work under a tracer
export ASAN_OPTIONS

# Whole days only, in sound files.
sound() {
	for file in "$1"/archive.db "$1"/user.db; do
		[ -e "$file" ] || continue
		answer=$(sqlite3 "$file" 'PRAGMA integrity_check; PRAGMA foreign_key_check' 2>&1)
		[ "$answer" = ok ] || echo "${file##*/}: $answer"
	done
	[ -e "$1/archive.db" ] || return
	sqlite3 "$1/archive.db" "SELECT date(day * 86400, 'unixepoch') || ' is not whole' FROM digest
		WHERE papers <> 3 OR 3 <> (SELECT count(*) FROM entry WHERE digest_id = digest.id)
		OR NOT EXISTS(SELECT 1 FROM fetched WHERE fetched.day = digest.day)" 2>/dev/null
}

# settled_paths DIR: what is not to be asked for again, but for today.
settled_paths() {
	[ -e "$1/archive.db" ] || return
	sqlite3 "$1/archive.db" "SELECT '/' || date(day * 86400, 'unixepoch') FROM fetched
		WHERE agreed_at + 6 * 3600 * 1000 > $2 AND state = 3" 2>/dev/null | grep -v "$TODAY"
}

# kill_at SCRIPT START WANTED CALL N: complains on standard output.
kill_at() {
	rm -rf "$work/try"
	if [ "$2" = nothing ]; then mkdir "$work/try"; else cp -R "$2" "$work/try"; fi
	start "$1"
	(strace -f -o /dev/null -e trace="$4" -e "inject=$4:signal=KILL:when=$5" "$SHOROKU" --quiet \
		--data-dir "$work/try" fetch --since "$FIRST" >/dev/null 2>&1) 2>/dev/null
	[ $? -ge 128 ] || echo "was not killed"
	stop_serving
	sound "$work/try"
	settled_paths "$work/try" "$now" >"$work/stored"
	start "$1"
	fetch_into "$work/try"
	[ $? -le 1 ] || echo "cannot be run again: $(cat "$work/err")"
	stop_serving
	sed 's/ .*//' "$work/requests" | grep -F -x -f "$work/stored" | sed 's/$/ was asked for again/'
	entries "$work/try" | cmp -s - "$3" || echo "not the archive it should be"
	sound "$work/try"
}

# campaign NAME SCRIPT START WANTED KILLS
campaign() {
	rm -rf "$work/try"
	if [ "$3" = nothing ]; then mkdir "$work/try"; else cp -R "$3" "$work/try"; fi
	start "$2"
	strace -f -o "$work/trace" "$SHOROKU" --quiet --data-dir "$work/try" fetch --since "$FIRST" \
		>/dev/null 2>&1
	stop_serving
	calls="pwrite64 sendto recvfrom pwrite64 poll fdatasync write openat"
	done_kills=0
	while [ "$done_kills" -lt "$5" ]; do
		before=$done_kills
		for call in $calls; do
			[ "$done_kills" -lt "$5" ] || break
			made=$(grep -c "^[0-9]* *$call(" "$work/trace")
			# A run makes now some more calls, now some fewer.
			number=$((made * (done_kills + 1) * 8 / ($5 + 1) / 10))
			[ "$number" -ge 1 ] || continue
			done_kills=$((done_kills + 1))
			kill_at "$2" "$3" "$4" "$call" $number >"$work/complaints" 2>/dev/null
			if [ -s "$work/complaints" ]; then
				result 1 "$1: killed at $call $number of $made"
				sed 's/^/# /' "$work/complaints"
			fi
		done
		[ "$done_kills" -gt "$before" ] || break
	done
	is "$done_kills" "$5" "$1: killed $done_kills times"
}

SHOROKU_NOW=2025-09-24T12:00:00Z
now=$(sqlite3 :memory: "SELECT unixepoch('$SHOROKU_NOW') * 1000")
campaign "the first time" "$work/first" nothing "$work/wanted-first" $((kills - kills / 3))
SHOROKU_NOW=2025-09-24T19:00:00Z
now=$(sqlite3 :memory: "SELECT unixepoch('$SHOROKU_NOW') * 1000")
campaign "six hours later" "$work/second" "$work/all" "$work/wanted-second" $((kills / 3))
finish
