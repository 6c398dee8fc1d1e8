#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The catalogues are well formed and complete, and every file with a message is in po/POTFILES.in.
. "$(dirname "$0")/lint.sh"

lint_need msgfmt msgcmp msgattrib xgettext

potfiles=$top/po/POTFILES.in
: >"$lint_work/listed"
: >"$lint_work/breaches"
if [ -f "$potfiles" ]; then
	sed -e 's/[[:space:]]*#.*//' -e '/^[[:space:]]*$/d' "$potfiles" >"$lint_work/listed"
else
	echo "po/POTFILES.in is missing" >>"$lint_work/breaches"
fi
(cd "$top" && find src include -name '*.[ch]' | sort) | while read -r file; do
	sed -e '/^[[:space:]]*#[[:space:]]*define[[:space:]]/d' -e 's|//.*||' "$top/$file" |
		grep -qE '(^|[^A-Za-z0-9_])(_|N_|NC_|ngettext|gettext)\(' || continue
	grep -qxF "$file" "$lint_work/listed" || echo "$file has messages"
done >>"$lint_work/breaches"
while read -r file; do
	[ -f "$top/$file" ] || echo "$file is listed and does not exist"
done <"$lint_work/listed" >>"$lint_work/breaches"
[ -s "$lint_work/listed" ] || echo "no file is listed" >>"$lint_work/breaches"
lint_report "po/POTFILES.in lists the files with messages" "$lint_work/breaches"

(cd "$top" && grep -vE '^$' | tr '\n' '\0' |
	xargs -0 xgettext --from-code=UTF-8 --language=C --keyword=_ --keyword=N_ --keyword=NC_:1c,2 \
		--keyword=ngettext:1,2 --add-comments=TRANSLATORS --force-po \
		-o "$lint_work/messages.pot") <"$lint_work/listed" >"$lint_work/output" 2>&1
lint_report "xgettext reads the sources without a warning" "$lint_work/output"

found=0
for catalogue in "$top"/po/*.po; do
	[ -f "$catalogue" ] || continue
	found=1
	name=po/${catalogue##*/}
	msgfmt --check -o /dev/null "$catalogue" >"$lint_work/output" 2>&1 ||
		[ -s "$lint_work/output" ] || echo "msgfmt failed" >"$lint_work/output"
	lint_report "$name is well formed" "$lint_work/output"
	# Says what is missing, fuzzy or untranslated, and what no source uses any more.
	msgcmp "$catalogue" "$lint_work/messages.pot" >"$lint_work/output" 2>&1 ||
		[ -s "$lint_work/output" ] || echo "msgcmp failed" >"$lint_work/output"
	lint_report "$name translates every message" "$lint_work/output"
	msgattrib --only-obsolete "$catalogue" 2>&1 | grep '^#~ msgid' >"$lint_work/output"
	lint_report "$name keeps nothing obsolete" "$lint_work/output"
done

# One thing has one name in Japanese: what stands first is a second name for what stands behind it.
while read -r other name; do
	sed -n '/^msgstr/,/^$/p' "$top/po/ja.po" | grep -F "$other" | sed "s|^|$name: |"
done >"$lint_work/output" <<'EOF_NAMES'
配信元 出典
エントリー 論文
表題 題名
アブストラクト 要旨
改訂 版
改版 版
要約集 ダイジェスト
閲覧画面 リーダー
ノート メモ
（ (
） )
EOF_NAMES
lint_report "po/ja.po calls a thing by one name" "$lint_work/output"

if [ "$found" = 0 ]; then
	echo "no po/*.po" >"$lint_work/output"
	lint_report "there are catalogues" "$lint_work/output"
fi
lint_done
