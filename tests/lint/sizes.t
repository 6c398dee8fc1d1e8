#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# No C file over 500 lines, no function over 60 (from its opening to its closing brace).
. "$(dirname "$0")/lint.sh"

lint_need_files
lint_c_files >"$lint_work/files"
: >"$lint_work/long-files"
: >"$lint_work/long-functions"
: >"$lint_work/none"
[ -s "$lint_work/files" ] || echo "no C files in $top" >"$lint_work/none"
(cd "$top" && tr '\n' '\0' | xargs -0 awk -v files="$lint_work/long-files" \
	-v functions="$lint_work/long-functions" '
	function finish() {
		if (lines > 500)
			print file ": " lines " lines" >>files
	}
	FNR == 1 {
		finish()
		file = FILENAME
		opened = 0
	}
	{ lines = FNR }
	/^[A-Za-z_].*\(/ {
		name = $0
		sub(/\(.*/, "", name)
		sub(/.*[ \t*]/, "", name)
	}
	/^\{$/ { opened = FNR }
	/^\}/ {
		if (opened && FNR - opened + 1 > 60)
			print file ":" opened ": " name " has " FNR - opened + 1 " lines" >>functions
		opened = 0
	}
	END { finish() }') <"$lint_work/files"
lint_report "there are C files" "$lint_work/none"
lint_report "no file has more than 500 lines" "$lint_work/long-files"
lint_report "no function has more than 60 lines" "$lint_work/long-functions"
lint_done
