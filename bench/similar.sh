#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# similar.sh DATA_DIR: run in the build directory by `make bench-similar`. Related papers on a warm handle,
# then the whole command, beside `show` of the same papers: processor time of each run.
set -eu

bench/similar-time "$1"

# processor COMMAND…: milliseconds of a processor, for 40 papers one after the other.
processor()
{
	for number in $(seq 40); do
		"$@" "$(sed -n "${number}p" bench/similar-keys)" >/dev/null || true
	done
}

sqlite3 -readonly "$1/archive.db" \
	"SELECT key FROM paper WHERE id % (SELECT max(id) / 40 FROM paper) = 0 LIMIT 40" >bench/similar-keys
for command in show similar; do
	export command
	(
		processor src/shoroku --data-dir "$1" "$command"
		times
	) | sed -n '2{s/^/  40 runs of the command, processor time (user, system), '"$command"': /;p;}'
done
rm -f bench/similar-keys
