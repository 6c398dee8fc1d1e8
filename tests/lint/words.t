#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The tree speaks of the project, not of the machine it was written on.
. "$(dirname "$0")/lint.sh"

lint_is_checkout || lint_skip "not a git checkout"

# A folder at the root of the machine is a word of its own; src/work is ours. The brackets keep this
# file from finding itself.
root='(^|[^][A-Za-z0-9_.~/)}*-])'
hosts='deb[.]debian[.]org|archive[.]ubuntu[.]com|security[.]debian[.]org|registry[.]npmjs[.]org'
hosts="$hosts|registry[.]yarnpkg|pypi[.]org|files[.]pythonhosted[.]org|proxy[.]golang[.]org"
hosts="$hosts|index[.]crates[.]io|static[.]crates[.]io|mirror[.]gcr[.]io|dl-cdn[.]alpinelinux"

lint_need_files
lint_files >"$lint_work/files"
# search NAME EXTENDED-REGEX
search()
{
	(cd "$top" && tr '\n' '\0' | xargs -0 grep -nIE -e "$2" /dev/null) \
		<"$lint_work/files" >"$lint_work/breaches"
	lint_report "$1" "$lint_work/breaches"
}

search "no folder of one machine" "$root/(work|home|root|Users|workspace|builds?)/[A-Za-z0-9_.]"
search "no file in /tmp by a fixed name" "$root/tmp/[A-Za-z0-9_.]"
search "no package registry" "$hosts"
search "no address of one network" \
	'(^|[^0-9.])(10[.][0-9]+|192[.]168|172[.](1[6-9]|2[0-9]|3[01]))[.][0-9]+[.][0-9]+'
lint_done
