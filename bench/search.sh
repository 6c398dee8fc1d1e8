#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# search.sh PAPERS…: run in the build directory by `make bench-search`. For each number of papers an archive
# is made, once, and kept: how fast, how large, in how much memory. Then searching it, alone and with
# marks on few and on most papers, beside grep over the same text; and typing in the reader.
set -eu

top=$(cd "$(dirname "$0")/.." && pwd)

# seconds COMMAND…: how long it took.
seconds()
{
	started=$(date +%s.%N)
	"$@" >/dev/null || true
	date +%s.%N | awk -v started="$started" '{ printf "%.2f", $1 - started }'
}

make_archive()
{
	bench/generate "$1" >bench/papers.jsonl
	taken=$(seconds src/shoroku --data-dir "$2" import bench/papers.jsonl)
	echo "$1 papers imported in $taken s:" \
		"$(awk -v n="$1" -v s="$taken" 'BEGIN { printf "%.0f", n / s }') papers/s"
	grepped=$(seconds env LC_ALL=C grep -c 'not there' bench/papers.jsonl)
	echo "grep -c over them, as JSON Lines: $grepped s"
	rm -f bench/papers.jsonl
}

sizes()
{
	sqlite3 -separator ' ' "$1/archive.db" "
		SELECT printf('rows %.2f, index %.2f times the text', rows * 1.0 / text, leaves * 1.0 / text)
		FROM (SELECT (SELECT sum(pgsize) FROM dbstat WHERE name NOT LIKE 'leaf%') AS rows,
			(SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'leaf%') AS leaves,
			(SELECT sum(length(CAST(text AS BLOB))) FROM section) +
			(SELECT sum(length(CAST(title AS BLOB)) + length(CAST(authors AS BLOB)))
				FROM paper) AS text)"
}

for papers; do
	archive=bench/papers-$papers
	[ -d "$archive" ] || make_archive "$papers" "$archive"
	sizes "$archive"
	bench/search "$archive"
	for share in 1 1000 50000 99900; do
		"$top/bench/marks.sh" "$archive" "bench/papers-marks" "$share"
		echo "$share of 100,000 papers unread and tagged:"
		bench/search bench/papers-marks
		rm -rf bench/papers-marks
	done
	TERM=xterm-256color LC_ALL=C.UTF-8 bench/paint src/shoroku --data-dir "$archive"
done
