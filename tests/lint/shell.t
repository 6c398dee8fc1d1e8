#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The shell scripts, found by their first line, pass shellcheck.
. "$(dirname "$0")/lint.sh"

lint_need shellcheck
lint_need_files
lint_files >"$lint_work/files"
while read -r file; do
	case $file in
	build-aux/*) continue ;; # automake's
	*.bash) echo "$file" && continue ;;
	esac
	first=
	IFS= read -r first <"$top/$file" 2>/dev/null
	case $first in
	'#!/bin/sh'* | '#!/bin/bash'* | '#!/usr/bin/env bash'* | '#!/usr/bin/env sh'*) echo "$file" ;;
	*) case $file in *.sh) echo "$file" ;; esac ;;
	esac
done <"$lint_work/files" >"$lint_work/scripts" 2>/dev/null
: >"$lint_work/none"
[ -s "$lint_work/scripts" ] || echo "no scripts in $top" >"$lint_work/none"
# Not asked: SC2016 ($ in single quotes, often meant for awk) and SC2317 (functions called by name).
lint_report "there are scripts" "$lint_work/none"
(cd "$top" && tr '\n' '\0' | xargs -0 shellcheck -x -P SCRIPTDIR -e SC2016,SC2317 -f gcc) \
	<"$lint_work/scripts" >"$lint_work/output" 2>&1 ||
	[ -s "$lint_work/output" ] || echo "shellcheck failed" >"$lint_work/output"
lint_report "shellcheck is content" "$lint_work/output"
lint_done
