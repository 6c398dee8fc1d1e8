#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# 400 good days from the loopback: `fetch` against `curl --parallel` for the same URLs with as many
# connections, and `import` of what curl brought. In turn, three times; the best of each counts.
#
#	bench/fetch.sh [DAYS [PAPERS]]		in the top build directory
set -eu

srcdir=$(cd "$(dirname "$0")/.." && pwd)
builddir=$PWD
days=${1:-400} papers=${2:-25}
for program in curl sqlite3; do
	command -v $program >/dev/null || { echo "$program is not here" >&2; exit 1; }
done
work=$builddir/bench/fetched
rm -rf "$work"
mkdir -p "$work/pages" "$work/curl"

# Deterministic days of Japanese text.
sqlite3 :memory: "WITH RECURSIVE n(i) AS (VALUES(0) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $days)
	SELECT date('2025-09-24', '-' || i || ' days') FROM n" >"$work/dates"
"$srcdir/bench/full-day.sh" 2025-09-24 | awk -v most="$papers" \
	'/^画面いっぱい/ && ++papers > most { exit } { print }' >"$work/model"
while read -r day; do
	sed "s/2025-09-24/$day/; s/^画面いっぱいの/$day に画面いっぱいの/" "$work/model" >"$work/pages/$day.txt"
	echo "/$day file pages/$day.txt"
done <"$work/dates" >"$work/script"

mkfifo "$work/hold" "$work/port"
"$builddir/tests/server/server" "$work/script" <"$work/hold" >"$work/port" &
exec 8>"$work/hold"
read -r port <"$work/port"
while read -r day; do
	printf 'url = "http://127.0.0.1:%s/%s"\noutput = "%s/curl/%s.txt"\n' "$port" "$day" "$work" "$day"
done <"$work/dates" >"$work/urls"
echo "source many http://127.0.0.1:$port/%Y-%m-%d" >"$work/config"

now() {
	date +%s%3N
}

# timed NAME COMMAND…: keeps the least time in $work/NAME.ms.
timed() {
	name=$1
	shift
	begun=$(now)
	"$@"
	taken=$(($(now) - begun))
	if [ ! -e "$work/$name.ms" ] || [ "$taken" -lt "$(cat "$work/$name.ms")" ]; then
		echo "$taken" >"$work/$name.ms"
	fi
}

SHOROKU_NOW=2025-09-24T12:00:00Z TZ=UTC
export SHOROKU_NOW TZ
for round in 1 2 3; do
	rm -rf "$work/fetch-data" "$work/import-data" "$work"/curl/*
	timed curl curl --silent --no-progress-meter --parallel --parallel-max 2 --config "$work/urls" 2>/dev/null
	timed import "$builddir/src/shoroku" --quiet --data-dir "$work/import-data" \
		import --source many "$work/curl"
	timed fetch "$builddir/src/shoroku" --quiet --data-dir "$work/fetch-data" --config "$work/config" \
		fetch --days "$days"
	[ "$round" -gt 1 ] || sqlite3 "$work/fetch-data/archive.db" \
		"SELECT count(*) || ' days, ' || sum(papers) || ' papers' FROM digest"
done
exec 8>&-
wait
awk -v curl="$(cat "$work/curl.ms")" -v import="$(cat "$work/import.ms")" -v fetch="$(cat "$work/fetch.ms")" \
	'BEGIN { printf "curl %d ms, import %d ms, fetch %d ms: %.2f of both (bound 1.50)\n",
		curl, import, fetch, fetch / (curl + import) }'
rm -rf "$work"
