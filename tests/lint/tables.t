#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What the program's tables say, the man pages say too: commands, settings, actions and their keys.
. "$(dirname "$0")/lint.sh"

program=$build/src/shoroku
main_page=$top/man/shoroku.1
config_page=$top/man/shoroku-config.5

# ask NAME OPTION: what `shoroku help OPTION` prints, into the file NAME; one test point.
ask()
{
	: >"$lint_work/breaches"
	"$program" help "$2" </dev/null >"$lint_work/$1" 2>"$lint_work/errors" || {
		echo "shoroku help $2 exited with $?"
		cat "$lint_work/errors"
	} >"$lint_work/breaches"
	[ -s "$lint_work/$1" ] || echo "shoroku help $2 printed nothing" >>"$lint_work/breaches"
	lint_report "help $2 prints a table" "$lint_work/breaches"
}

# The names a page documents: what follows Cm, Ic or Va at the head of a list item or a subsection,
# or anywhere on a line of its own.
documented()
{
	[ -f "$1" ] || return 0
	awk '/^\./ {
		start = 0
		for (i = 1; i <= NF; i++) {
			if ($i ~ /^\.?(Cm|Ic|Va)$/) {
				start = 1
				continue
			}
			if (start && $i ~ /^[A-Z][a-z]$/ && length($i) == 2)
				start = 0
			if (start && $i !~ /^[,.;:)|]$/)
				print $i
		}
	}' "$1" | sed 's/\\-/-/g' | sort -u
}

# missing WHAT NAMES PAGE
missing()
{
	documented "$3" >"$lint_work/documented"
	while read -r name; do
		grep -qxF -e "$name" "$lint_work/documented" ||
			echo "$2 $name does not stand in ${3##*/}"
	done <"$lint_work/$1" >"$lint_work/breaches"
}

LANGUAGE=C ask commands --list
awk -F '\t' '$1 != "" { print $1 }' "$lint_work/commands" >"$lint_work/command-names"
missing command-names command "$main_page"
lint_report "every command stands in shoroku.1" "$lint_work/breaches"

LANGUAGE=C ask settings --settings
awk '{ print $1 }' "$lint_work/settings" >"$lint_work/setting-names"
missing setting-names setting "$config_page"
lint_report "every setting stands in shoroku-config.5" "$lint_work/breaches"

LANGUAGE=C ask actions --actions
awk -F '\t' '{ print $2 }' "$lint_work/actions" | sort -u >"$lint_work/action-names"
missing action-names action "$main_page"
lint_report "every action stands in shoroku.1" "$lint_work/breaches"

# Under the heading of its view, with its keys and its help.
awk -F '\t' '
	FILENAME ~ /actions$/ {
		gsub(/\\/, "\\e"); gsub(/\^/, "\\(ha")
		item = ".It Ic " $2 ($3 == "" ? "" : " Pq \"" $3 "\"")
		wanted[$1, item, $4 "."] = $1 " " $2
		next
	}
	/^\.Ss / { view = substr($0, 5) }
	{ delete wanted[view, last, $0]; last = $0 }
	END { for (place in wanted) print wanted[place] }
' "$lint_work/actions" "$main_page" | sort >"$lint_work/breaches"
lint_report "under its view, with its keys and what it does" "$lint_work/breaches"

awk -F '\t' 'NF != 4 || $1 == "" || $2 == "" || $4 == ""' "$lint_work/actions" >"$lint_work/breaches"
lint_report "every action has a view, a name and a help text" "$lint_work/breaches"
lint_done
