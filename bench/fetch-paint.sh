#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Run in the build directory by `make bench-paint-fetch`: 400 days of 60 papers each from a server on the
# loopback, fetched by the reader while keys are pressed.
set -eu

top=$(cd "$(dirname "$0")/.." && pwd)
days=${BENCH_DAYS:-400}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$top/bench/full-day.sh" DATE >"$work/day"
mkdir "$work/days" "$work/data" "$work/config"
day=0
while [ "$day" -lt "$days" ]; do
	date=$(date -u -d "2025-09-24 - $day day" +%F)
	sed "1s/DATE/$date/" "$work/day" >"$work/days/$date.txt"
	echo "/$date file days/$date.txt"
	day=$((day + 1))
done >"$work/script"
echo '* status 404' >>"$work/script"
mkfifo "$work/hold" "$work/port"
tests/server/server "$work/script" <"$work/hold" >"$work/port" &
exec 8>"$work/hold"
read -r port <"$work/port"
first=$(date -u -d "2025-09-24 - $((days - 1)) day" +%F)
echo "source bench http://127.0.0.1:$port/%Y-%m-%d since=$first" >"$work/config/config"

SHOROKU_NOW=2025-09-24T12:00:00Z
TERM=xterm-256color
LC_ALL=C.UTF-8
export SHOROKU_NOW TERM LC_ALL
src/shoroku --quiet --data-dir "$work/data" import --source examples "$top/examples"
# What is missing since the oldest day there is gets asked for.
src/shoroku --quiet --data-dir "$work/data" import --source bench "$work/days/$first.txt"
bench/fetch-paint "${BENCH_KEYS:-400}" src/shoroku --data-dir "$work/data" --config "$work/config/config"
echo "$(src/shoroku --data-dir "$work/data" list --days --format tsv | grep -c bench) days had come by then"
exec 8>&-
