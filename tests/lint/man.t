#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# mandoc has nothing to say against the man pages.
. "$(dirname "$0")/lint.sh"

lint_need mandoc
found=0
for page in "$top"/man/*.[157]; do
	[ -f "$page" ] || continue
	found=1
	mandoc -T lint -W warning "$page" >"$lint_work/output" 2>&1 ||
		[ -s "$lint_work/output" ] || echo "mandoc failed" >"$lint_work/output"
	lint_report "man/${page##*/}" "$lint_work/output"
done
if [ "$found" = 0 ]; then
	echo "no man/*.1, *.5 or *.7" >"$lint_work/output"
	lint_report "there are man pages" "$lint_work/output"
fi
lint_done
