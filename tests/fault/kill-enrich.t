#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Enriching killed at a chosen write or sync of either file: the paper has the one key or the other, its
# mark stays, the index says what the texts say, undo works, and the same command run again completes.
#
# SHOROKU_KILL_EVERY=1 tries each such call (make check-long); by default every fifth.
. "${srcdir:-.}/tests/net/net-lib.sh"

every=${SHOROKU_KILL_EVERY:-5}
command -v strace >/dev/null || lack "strace is not here"
strace -f -o /dev/null true 2>/dev/null || lack "strace may not trace here"
ASAN_OPTIONS=detect_leaks=0:${ASAN_OPTIONS:-} # it cannot work under a tracer
export ASAN_OPTIONS

cat >"$work/answer.xml" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id>
<updated>2025-09-24T00:00:00Z</updated>
<entry><id>http://arxiv.org/abs/2509.00011v1</id><title>Slow Rivers of Warm Gas</title>
<published>2025-09-20T10:00:00Z</published><summary>The quixotic eddies.</summary>
<author><name>Ada Bell</name></author></entry></feed>
END
printf '* file answer.xml\n' >"$work/script"
printf '2025-09-24 の注目論文\n\nSlow Rivers of Warm Gas\n\nAda Bell\n\n選定理由\n\n流れ。\n' >"$work/day.txt"
serve "$work/script"
"$SHOROKU" --data-dir "$work/start" import "$work/day.txt" >/dev/null
"$SHOROKU" --data-dir "$work/start" tag +kept '2025-09-24#1' >/dev/null
run "$SHOROKU" --data-dir "$work/start" show --format json '2025-09-24#1'
old_key=$(json key)

state() {
	"$SHOROKU" --data-dir "$1" show --format json "$2" >"$work/out" 2>/dev/null
	echo "$(json tags 0 2>/dev/null) $(json key)"
}

judge() {
	"$SHOROKU" --data-dir "$1" check >/dev/null 2>&1 || echo "not whole"
	case $(state "$1" "$old_key") in
	"kept $old_key" | "kept arxiv:2509.00011") ;;
	*) echo "the mark is gone: $(state "$1" "$old_key")" ;;
	esac
	cp -R "$1" "$1.undo"
	"$SHOROKU" --data-dir "$1.undo" undo >/dev/null 2>&1 || echo "undo fails"
	case $(state "$1.undo" '2025-09-24#1') in
	kept*) echo "undo takes nothing back" ;;
	esac
	rm -rf "$1.undo"
	"$SHOROKU" --data-dir "$1" enrich --api "$url/q" >/dev/null 2>&1 || echo "cannot be run again"
	[ "$(state "$1" "$old_key")" = "kept arxiv:2509.00011" ] || echo "not complete after running again"
	"$SHOROKU" --data-dir "$1" check >/dev/null 2>&1 || echo "not whole after running again"
}

rm -rf "$work/try"
cp -R "$work/start" "$work/try"
strace -f -o "$work/trace" "$SHOROKU" --data-dir "$work/try" enrich --api "$url/q" >/dev/null 2>&1
judge "$work/try" >"$work/complaints"
is "$(cat "$work/complaints")" '' "not killed"
total=0
for call in pwrite64 fsync fdatasync; do
	made=$(grep -c "^[0-9]* *$call(" "$work/trace")
	number=1
	while [ $number -le "$made" ]; do
		rm -rf "$work/try"
		cp -R "$work/start" "$work/try"
		# The shell would report the kill; it is asked for.
		(strace -f -o /dev/null -e trace="$call" -e "inject=$call:signal=KILL:when=$number" \
			"$SHOROKU" --data-dir "$work/try" enrich --api "$url/q" >/dev/null 2>&1) 2>/dev/null
		judge "$work/try" >"$work/complaints"
		is "$(cat "$work/complaints")" '' "killed at $call $number of $made"
		total=$((total + 1))
		number=$((number + every))
	done
done
check "$total kills, the plan has some" test $total -ge 4
stop_serving
finish
