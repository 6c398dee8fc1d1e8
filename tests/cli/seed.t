#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The real day: every line of the file comes back byte for byte.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

shared=$(shared_data) || skip_all "shared data is not here"
seed=$shared/seed-2025-09-24.txt

run "$SHOROKU" import "$seed"
exits 0 "import"
says out '^2025-09-24 summarxiv: 3 papers added' "says what came in"
run "$SHOROKU" list 2025-09-24 --format json
is "$(json '#')" 3 "three papers"
is "$(json 0 authors '#') $(json 1 authors '#') $(json 2 authors '#')" "9 29 4" "their authors"
is "$(json 0 sections '#') $(json 1 sections '#') $(json 2 sections '#')" "3 3 3" "their sections"

{
	sed -n 1p "$seed"
	for paper in 0 1 2; do
		json $paper title
		json -j ', ' $paper authors
		for section in 0 1 2; do
			json $paper sections $section label
			json $paper sections $section text
		done
	done
} >"$work/rebuilt"
grep -v '^[[:space:]]*$' "$seed" | sed 's/[[:space:]]*$//' >"$work/expected"
if cmp "$work/expected" "$work/rebuilt" >"$work/err" 2>&1; then
	result 0 "every line, byte for byte"
else
	result 1 "every line, byte for byte"
	sed 's/^/# /' "$work/err"
fi
is "$(wc -l <"$work/rebuilt" | tr -d ' ')" 25 "twenty-five lines"
cp "$work/out" "$work/first"
run "$SHOROKU" import "$seed"
says out 'unchanged' "again: unchanged"
run "$SHOROKU" list 2025-09-24 --format json
check "again: the same records" cmp -s "$work/out" "$work/first"

finish
