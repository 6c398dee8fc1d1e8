# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Sourced by the tests of the reader: a hermetic home, an archive of the examples, the runner.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

runner=$builddir/tests/tui/runner
[ -x "$runner" ] || lack "libvterm was not found when this was configured"
TERM=xterm-256color
SHOROKU_DATA_DIR=$work/data
TEXTDOMAINDIR=$builddir/po/locale
export TERM SHOROKU_DATA_DIR TEXTDOMAINDIR
LSAN_OPTIONS=suppressions=$srcdir/tests/tui/lsan.supp:print_suppressions=0
export LSAN_OPTIONS
unset LINES COLUMNS
"$SHOROKU" import --source examples "$srcdir/examples" >/dev/null || exit 99

# reader SCRIPT: runs the script from standard input against the reader.
reader() {
	cat >"$work/script"
	"$runner" "$work/script" "$SHOROKU"
}

# play NAME…: runs each script $work/NAME on an archive of its own; one result each.
play() {
	for name; do
		rm -rf "$work/played"
		cp -R "$work/data" "$work/played"
		SHOROKU_DATA_DIR=$work/played "$runner" "$work/$name" "$SHOROKU" >"$work/out" 2>&1
		result $? "$name" || sed 's/^/# /' "$work/out"
	done
}
