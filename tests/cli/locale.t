#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The program works in bare environments and in locales that are not UTF-8.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

digest 2025-09-24 2 >"$work/a.txt"
"$SHOROKU" import "$work/a.txt" >/dev/null

unset LC_ALL
for setting in LANG_UNSET= LC_ALL=POSIX LC_ALL=C LANG=ja_JP.eucJP LC_ALL=nowhere LC_CTYPE=C; do
	run env "$setting" "$SHOROKU" show '2025-09-24#1'
	exits 0 "$setting"
	says out '^選定理由$' "$setting: Japanese is whole"
	says out '試験 太郎' "$setting: names too"
done
run env -i "$SHOROKU" --data-dir "$data" list 2025-09-24
exits 0 "an empty environment"
run env -i "$SHOROKU" --help
exits 0 "help in an empty environment"

# Dates follow the user's zone only in "today".
run env TZ=Asia/Tokyo SHOROKU_NOW=2025-09-23T20:00:00Z "$SHOROKU" list today
exits 0 "today is the user's"
run env TZ=UTC SHOROKU_NOW=2025-09-23T20:00:00Z "$SHOROKU" list today
exits 1 "and not another's"

# Japanese puts the number behind the word; without localedef the words stay English.
mkdir "$work/locale"
digest 2025-09-22 1 >"$work/b.txt"
if localedef -i ja_JP -f UTF-8 "$work/locale/ja_JP.UTF-8" >/dev/null 2>&1; then
	run env LOCPATH="$work/locale" LC_ALL=ja_JP.UTF-8 TEXTDOMAINDIR="$builddir/po/locale" \
		"$SHOROKU" import "$work/a.txt" "$work/b.txt"
	says out '^ダイジェスト: 追加 1、変更なし 1。論文: 1$' "counts in Japanese"
fi

finish
