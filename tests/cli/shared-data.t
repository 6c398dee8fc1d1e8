#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Real digests, and real hostile ones: each gives digests, or one sentence and exit 3.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

shared=$(shared_data) || skip_all "no shared data here; SHOROKU_SHARED_DATA names it"

# every DIRECTORY WANT: all files below it; WANT is "digest", or "either" where a refusal is as good.
every() {
	find "$shared/$1" -type f 2>/dev/null | LC_ALL=C sort >"$work/files"
	[ -s "$work/files" ] || return 0
	: >"$work/wrong"
	while IFS= read -r file; do
		run timeout 10 "$SHOROKU" import --dry-run --date 2025-01-01 "$file"
		case $code in
		0) ;;
		3)
			[ "$2" = either ] && [ "$(grep -c . "$work/err")" -eq 1 ] ||
				echo "${file#"$shared"/}: $(cat "$work/err")" >>"$work/wrong"
			;;
		*) echo "${file#"$shared"/}: exit $code" >>"$work/wrong" ;;
		esac
	done <"$work/files"
	is "$(cat "$work/wrong")" "" "$1: $(grep -c . "$work/files") files"
}

every hostile either
every ja-md digest
every zh-md digest
every ko-md digest
every en-md digest
every html digest
every rss digest
every mail digest
every abs digest
every json digest
every jsonl digest
# An error of arXiv's API and an empty harvest are among these.
every atom-api either
every oai-pmh either

finish
