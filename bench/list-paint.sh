#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Run in the build directory by `make bench-list`: an archive of 100,000 papers, made once and kept, all of
# them as one list, half of them read.
set -eu

top=$(cd "$(dirname "$0")/.." && pwd)
papers=${BENCH_PAPERS:-100000}
archive=bench/papers-$papers

if [ ! -d "$archive" ]; then
	bench/generate "$papers" >bench/papers.jsonl
	src/shoroku --quiet --data-dir "$archive" import bench/papers.jsonl
	rm -f bench/papers.jsonl
fi
"$top/bench/marks.sh" "$archive" bench/papers-list 50000
trap 'rm -rf bench/papers-list' EXIT
TERM=xterm-256color
LC_ALL=C.UTF-8
export TERM LC_ALL
echo "the yardstick for sorting: the sqlite3 shell, by title without folding"
for _ in 1 2 3; do
	started=$(date +%s.%N)
	sqlite3 "$archive/archive.db" "SELECT entry.id FROM entry JOIN paper ON paper.id = paper_id
		ORDER BY title COLLATE NOCASE, entry.id DESC" >/dev/null
	date +%s.%N | awk -v started="$started" '{ printf "%.0f ms\n", ($1 - started) * 1000 }'
done
bench/list-paint lang:ja "${BENCH_KEYS:-300}" src/shoroku --data-dir bench/papers-list
