#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# 10,000 changes of real files, hostile ones among them, in one process. SHOROKU_MUTATIONS is another number.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

shared=$(shared_data) || skip_all "no shared data here; SHOROKU_SHARED_DATA names it"
number=10000
# Sanitizers are slow: a tenth shows them what there is to see.
if grep -q -a __asan_init "$SHOROKU"; then
	number=1000
fi

# The packed files are records, which have a reader of their own.
(cd "$shared" && find . -type f ! -name '*.gz') | sed 's|^\./||' | LC_ALL=C sort >"$work/paths"
"$builddir/tests/golden/mutate" "${SHOROKU_MUTATIONS:-$number}" "$shared" <"$work/paths"
code=$?
[ "$code" -le 1 ] || echo "not ok - mutate: exit $code"
exit "$code"
