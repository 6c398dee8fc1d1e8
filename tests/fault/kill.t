#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Killed at a chosen write, sync, rename or removal: the day is absent or whole, a mark is made or
# not, both files are sound, and the same command run again completes.
#
# SHOROKU_KILL_EVERY=1 tries each such call (make check-long); by default every fifth.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

every=${SHOROKU_KILL_EVERY:-5}
calls="pwrite64 write fsync fdatasync ftruncate rename renameat renameat2 unlink unlinkat link linkat"
papers=40

command -v strace >/dev/null || lack "strace is not here"
command -v sqlite3 >/dev/null || lack "the sqlite3 shell is not here"
strace -f -o /dev/null true 2>/dev/null || lack "strace may not trace here"
ASAN_OPTIONS=detect_leaks=0:${ASAN_OPTIONS:-} # it cannot work under a tracer
export ASAN_OPTIONS

digest 2025-09-24 $papers >"$work/day.txt"
digest 2025-09-23 2 >"$work/before.txt"
mkdir "$work/nothing"
"$SHOROKU" --data-dir "$work/marked" import "$work/before.txt" >/dev/null
"$SHOROKU" --data-dir "$work/marked" tag +old '2025-09-23#2' >/dev/null

# sound DIR: both files, where they are, pass SQLite's own check.
sound() {
	for file in "$1"/archive.db "$1"/user.db; do
		[ -e "$file" ] || continue
		answer=$(sqlite3 "$file" 'PRAGMA integrity_check; PRAGMA foreign_key_check' 2>&1)
		[ "$answer" = ok ] || echo "${file##*/}: $answer"
	done
}

# Each complains on standard output about what is wrong after a kill.
whole_or_absent() {
	sound "$1"
	count=$("$SHOROKU" --data-dir "$1" list 2025-09-24 --format tsv 2>/dev/null | sed 1d | wc -l)
	[ "$count" -eq 0 ] || [ "$count" -eq "$papers" ] || echo "a day of $count papers"
	"$SHOROKU" --data-dir "$1" import "$work/day.txt" >/dev/null 2>&1 || echo "cannot be run again"
	count=$("$SHOROKU" --data-dir "$1" list 2025-09-24 --format tsv 2>/dev/null | sed 1d | wc -l)
	[ "$count" -eq "$papers" ] || echo "$count papers after running again"
	sound "$1"
}

favourite() {
	"$SHOROKU" --data-dir "$1" list 2025-09-23 --format tsv 2>/dev/null | sed -n 2p | cut -f9
}

tag_of_old() {
	"$SHOROKU" --data-dir "$1" list 2025-09-23 --format tsv 2>/dev/null | sed -n 3p | cut -f7
}

# The journal tells the same as the mark: undo takes back the mark where it was made, else the
# step before it.
made_or_not() {
	sound "$1"
	made=$(favourite "$1")
	[ "$(tag_of_old "$1")" = old ] || echo "an older mark is gone"
	cp -R "$1" "$1.undo"
	"$SHOROKU" --data-dir "$1.undo" undo >/dev/null 2>&1 || echo "undo fails"
	case $made in
	1) [ "$(favourite "$1.undo")$(tag_of_old "$1.undo")" = 0old ] || echo "the journal lacks the mark" ;;
	0) [ "$(tag_of_old "$1.undo")" = '' ] || echo "the journal has a mark that is not made" ;;
	*) echo "cannot be read" ;;
	esac
	rm -rf "$1.undo"
	"$SHOROKU" --data-dir "$1" fav '2025-09-23#1' >/dev/null 2>&1 || echo "cannot be run again"
	[ "$(favourite "$1")" = 1 ] || echo "not made after running again"
	sound "$1"
}

# kill_at START CALL N JUDGE COMMAND…: in a copy of the archive START.
kill_at() {
	start=$1 call=$2 number=$3 judge=$4
	shift 4
	rm -rf "$work/try"
	cp -R "$start" "$work/try"
	# The shell would report the kill; it is asked for.
	(strace -f -o /dev/null -e trace="$call" -e "inject=$call:signal=KILL:when=$number" \
		"$SHOROKU" --data-dir "$work/try" "$@" >/dev/null 2>&1) 2>/dev/null
	[ $? -ge 128 ] || echo "was not killed"
	$judge "$work/try"
}

# campaign NAME START JUDGE COMMAND…
campaign() {
	name=$1 start=$2 judge=$3
	shift 3
	rm -rf "$work/try"
	cp -R "$start" "$work/try"
	strace -f -o "$work/trace" "$SHOROKU" --data-dir "$work/try" "$@" >/dev/null 2>&1
	total=0
	for call in $calls; do
		calls_made=$(grep -c "^[0-9]* *$call(" "$work/trace")
		[ "$call" != write ] || calls_made=$((calls_made > 8 ? 8 : calls_made))
		number=1
		while [ $number -le "$calls_made" ]; do
			kill_at "$start" "$call" $number "$judge" "$@" >"$work/complaints"
			if [ -s "$work/complaints" ]; then
				result 1 "$name: killed at $call $number of $calls_made"
				sed 's/^/# /' "$work/complaints"
			fi
			total=$((total + 1))
			number=$((number + every))
		done
	done
	check "$name: $total kills, the plan has some" test $total -ge 4
}

campaign "first import" "$work/nothing" whole_or_absent import "$work/day.txt"
campaign "import" "$work/marked" whole_or_absent import "$work/day.txt"
campaign "mark" "$work/marked" made_or_not fav '2025-09-23#1'

finish
