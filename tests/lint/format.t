#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every C file is as clang-format 14 writes it by .clang-format.
. "$(dirname "$0")/lint.sh"

[ -f "$top/.clang-format" ] || lint_skip "no .clang-format here"
lint_need_files
formatter=clang-format-14
command -v "$formatter" >/dev/null 2>&1 || formatter=clang-format
lint_need "$formatter"
# Another version writes other text.
"$formatter" --version | grep -q 'version 14\.' ||
	lint_missing "clang-format 14 is missing, there is: $("$formatter" --version)"

lint_c_files >"$lint_work/files"
(cd "$top" && tr '\n' '\0' | xargs -0 "$formatter" --dry-run -Werror) \
	<"$lint_work/files" >"$lint_work/output" 2>&1
status=$?
awk -F : '/: error: / {
		if (!count[$1]++)
			first[$1] = $2
	}
	END {
		for (file in count)
			print file ":" first[file] ": the first of " count[file] " places"
	}' "$lint_work/output" | sort >"$lint_work/breaches"
if [ "$status" -ne 0 ] && [ ! -s "$lint_work/breaches" ]; then
	cp "$lint_work/output" "$lint_work/breaches"
	echo "$formatter exited with $status" >>"$lint_work/breaches"
fi
lint_report "C files are formatted" "$lint_work/breaches"
lint_done
