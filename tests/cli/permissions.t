#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What one reads is nobody else's business: the directory 0700, the files 0600, whatever the umask.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

mode() {
	stat -c %a "$1" 2>/dev/null || stat -f %Lp "$1"
}

umask 000
digest 2025-09-24 2 | "$SHOROKU" import - >/dev/null
is "$(mode "$data")" 700 "the directory"
for file in "$data"/*; do
	is "$(mode "$file")" 600 "${file##*/}"
done
umask 022
rm -rf "$data"
umask 077
digest 2025-09-24 2 | "$SHOROKU" import - >/dev/null
"$SHOROKU" fav 'today#1' >/dev/null
is "$(mode "$data/user.db")" 600 "after a mark"

# As somebody who is not root: what may not be read or written is said.
if [ "$(id -u)" -eq 0 ]; then
	command -v setpriv >/dev/null || lack "setpriv (util-linux) is not here"
	as_other="setpriv --reuid=65534 --regid=65534 --clear-groups"
else
	as_other=
fi
chmod 755 "$work"
cp "$SHOROKU" "$work/shoroku" && chmod 755 "$work/shoroku"
mkdir "$work/theirs" && chmod 777 "$work/theirs"
digest 2025-09-24 2 >"$work/open.txt" && chmod 644 "$work/open.txt"
digest 2025-09-23 2 >"$work/shut.txt" && chmod 000 "$work/shut.txt"
if ! $as_other "$work/shoroku" --version >/dev/null 2>&1; then
	finish # the program cannot be started as another user here
fi
run $as_other "$work/shoroku" --data-dir "$work/theirs/a" import "$work/open.txt" "$work/shut.txt"
exits 1 "one file may not be read"
says err 'shut\.txt.*denied' "says which and why"
mkdir "$work/locked" && chmod 555 "$work/locked"
run $as_other "$work/shoroku" --data-dir "$work/locked/a" import "$work/open.txt"
exits 3 "a place where nothing may be written"
says err 'denied' "says why"
check "and nothing is there" test ! -e "$work/locked/a"

finish
