#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Neither a configuration nor an archive: the first screen says what to do, and three keys lead to reading
# the examples, in Japanese and English, on a large and on a small screen.
. "${srcdir:-.}/tests/tui/tui-lib.sh"

XDG_CONFIG_HOME=$work/config
SHOROKU_EXAMPLES=$srcdir/examples
export XDG_CONFIG_HOME SHOROKU_EXAMPLES

# first_run NAME: the script of that name without anything.
first_run() {
	rm -rf "$work/config" "$work/new"
	SHOROKU_DATA_DIR=$work/new "$runner" "$work/$1" "$SHOROKU" >"$work/out" 2>&1
	result $? "$1" || sed 's/^/# /' "$work/out"
}

cat >"$work/three-keys" <<'END'
size 80 24
start
row 0 "Sources"
expect "Where shall papers come from?"
expect "Enter takes a source and fetches its latest days."
row -1 "Enter take and fetch"
cursor-on "summarxiv"
keys G
cursor-on "examples"
keys <Enter>
row 0 "2025-09-21"
expect "Adam: A Method for Stochastic Optimization"
keys <Enter>
row 1 "Adam: A Method for Stochastic Optimization"
cursor-on "Adam"
expect "選定理由"
keys Q
exit 0
restored
again
row 1 "Adam: A Method for Stochastic Optimization"
keys Q
exit 0
END
cat >"$work/small" <<'END'
size 20 5
start
row 0 "Sources"
cursor-on "summarxiv"
row -1 "q leave"
keys G
cursor-on "examples"
keys <Enter>
row 0 "2025-09-21"
keys <Enter>
row 1 "Adam"
keys Q
exit 0
END
# Without them nothing leads nowhere: the days say what to do.
cat >"$work/none-installed" <<'END'
env SHOROKU_EXAMPLES /nonexistent
size 80 24
start
row 0 "Sources"
expect-not "examples"
keys q
expect "R fetches some"
expect "shoroku import FILE"
keys Q
exit 0
END
for script in three-keys small none-installed; do
	first_run "$script"
done
check "no file is written beside the configuration and the archive" \
	test "$(find "$HOME" -type f | wc -l)" -eq 0

finish
