#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What src/<room>/<subject>.c makes global is named after its subject, and nothing global or static
# is mutable. Exceptions stand in symbols.allow, each with its reason.
. "$(dirname "$0")/lint.sh"

here=$(dirname "$0")
lint_need nm awk

for archive in "$build"/src/lib*.a; do
	[ -f "$archive" ] || continue
	room=${archive##*/lib}
	room=${room%.a}
	# The sysv form names the section: a const table with addresses in it lies in .data.rel.ro,
	# which the usual form calls D like any variable.
	nm -f sysv --defined-only "$archive" 2>/dev/null | awk -F '|' -v room="$room" '
		NF == 1 && /\.o[]:]/ || NF == 1 && /\.o$/ {
			# automake puts the library before the name where it has flags of its own
			member = $0
			sub(/:$/, "", member)
			sub(/.*\[/, "", member); sub(/\].*/, "", member)
			sub(/^.*lib[a-z]*_a-/, "", member)
			sub(/\.o$/, "", member)
		}
		NF >= 7 {
			for (i = 1; i <= NF; i++)
				gsub(/^[ \t]+|[ \t]+$/, "", $i)
			if ($1 != "Name")
				print room, member, $1, $3, $7
		}'
done >"$lint_work/symbols"
sort "$lint_work/symbols" >"$lint_work/sorted"

awk -v names="$lint_work/names" -v mutable="$lint_work/mutable" -v unused="$lint_work/unused" \
	-v allow="$here/symbols.allow" -v symbols="$lint_work/sorted" '
	FILENAME == allow {
		if ($0 ~ /^[ \t]*(#|$)/)
			next
		if (NF < 3)
			print "symbols.allow:" FNR ": no reason is given" >unused
		allowed[$1, $2] = FNR
		built[$1] = 0
		next
	}
	{
		file = "src/" $1 "/" $2 ".c"
		built[file] = 1
		subject = $2
		gsub(/-/, "_", subject)
		if ($1 == "commands")
			subject = "command_" subject
		name = $3
		sub(/\.[0-9]+$/, "", name)	# a static variable of a function
		if ((file, name) in allowed) {
			used[file, name] = 1
			next
		}
		if ($4 ~ /^[A-TV-Z]$/ && name != subject && index(name, subject "_") != 1)
			print file ": " name " does not begin with " subject "_" >names
		if ($5 ~ /^(\.data|\.bss|\.tbss|\.tdata|\*COM\*|COMMON)/ && $5 !~ /^\.data\.rel\.ro/)
			print file ": " name " is mutable data" >mutable
	}
	END {
		for (pair in allowed) {
			split(pair, part, SUBSEP)
			if (built[part[1]] && !(pair in used))
				print "symbols.allow:" allowed[pair] ": " part[1] " has no " part[2] >unused
		}
	}' "$here/symbols.allow" "$lint_work/sorted"

for list in names mutable unused; do
	[ -f "$lint_work/$list" ] || : >"$lint_work/$list"
done
: >"$lint_work/absent"
[ -s "$lint_work/sorted" ] || echo "no object of src/lib*.a in $build" >"$lint_work/absent"
lint_report "the rooms are built" "$lint_work/absent"
lint_report "global names begin with their subject" "$lint_work/names"
lint_report "no mutable data outlives a function" "$lint_work/mutable"
lint_report "every exception is needed and has a reason" "$lint_work/unused"
lint_done
