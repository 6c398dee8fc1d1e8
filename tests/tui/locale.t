#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The reader in Japanese, in a locale without UTF-8, and on a terminal that draws characters of
# ambiguous width in two cells.
. "${srcdir:-.}/tests/tui/tui-lib.sh"

command -v localedef >/dev/null || lack "localedef (package locales) is not here"
mkdir "$work/locale"
localedef -i ja_JP -f UTF-8 "$work/locale/ja_JP.UTF-8" >/dev/null 2>&1 ||
	lack "the locale ja_JP.UTF-8 cannot be made"
LOCPATH=$work/locale
export LOCPATH

cat >"$work/japanese" <<'END'
env LC_ALL ja_JP.UTF-8
size 120 40
start
row 0 "2025-09-21 日"
expect "2025年9月"
row 0 "お気に入り"
keys f
row 0 "お気に入り 1"
keys u
expect "取り消し"
keys "?"
row 0 "キー"
stream-clean
resize 40 10
row 0 "キー"
keys "qQ"
exit 0
END
cat >"$work/posix" <<'END'
env LC_ALL POSIX
start
row 0 "2025-09-21 Su"
expect "選定理由"
keys Q
exit 0
END
cat >"$work/wide" <<'END'
env LC_ALL C.UTF-8
start
keys ":set ambiguous-width wide<Enter>"
row 1 ">"
expect-not "▸"
keys Q
exit 0
END
play japanese posix wide

finish
