#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Each real digest gives what a person found in it: reader, days, papers, titles, authors, sections.
#
# The lines of tests/golden/*.tsv, judged by eye from the files, never taken from the program; their
# columns are parted by tabs, and the lines of a path stand in order:
#   D PATH READER DATE ORIGIN PAPERS    a day; ORIGIN says where its date comes from, "papers" that
#                                       each paper goes by its own
#   P PATH POSITION TITLE AUTHORS TRUNCATED NAMES ID ROLES [ORIGINAL]    a paper of that day
#   X PATH WHY                          to be refused, or without a date
# TITLE, NAMES and ORIGINAL (the other title, where the file gives two) are hashes of what hash.h calls
# skeletons, those of the names joined by line feeds; AUTHORS counts, TRUNCATED is 1 for "et al.",
# ID is arXiv's without version, ROLES has one role for each printed label with text under it; "-" is
# nothing.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

shared=$(shared_data) || skip_all "no shared data here; SHOROKU_SHARED_DATA names it"
golden=$srcdir/tests/golden

program=$builddir/tests/golden/summary

cat "$golden"/*.tsv | grep -v '^#' >"$work/want"
cut -f 2 "$work/want" | uniq >"$work/paths"
"$program" "$shared" <"$work/paths" >"$work/got" || {
	echo "Bail out! summary: exit $?"
	exit 1
}

# Why a file is refused is for its reader to say.
awk -F '\t' -v want="$work/want" '
	{ line = $1 == "X" ? "X\t" $2 : $0 }
	FILENAME == want && !($2 in count) { order[++paths] = $2 }
	FILENAME == want { wanted[$2, ++count[$2]] = line; next }
	{ got[$2, ++given[$2]] = $1 == "X" && wanted[$2, 1] ~ /^X/ ? line : $0 }
	END {
		for (i = 1; i <= paths; i++) {
			path = order[i]
			most = count[path] > given[path] ? count[path] : given[path]
			notes = ""
			for (n = 1; n <= most; n++)
				if (wanted[path, n] != got[path, n])
					notes = notes "#  got: " got[path, n] "\n# want: " wanted[path, n] "\n"
			printf "%sok %d - %s\n%s", notes == "" ? "" : "not ", i, path, notes
			failed += notes != ""
		}
		print "1.." paths
		exit failed > 0
	}' "$work/want" "$work/got"
