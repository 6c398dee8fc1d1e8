#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Sections that are warned of: in lists, above the section, to the better match, dismissed and back.
. "${srcdir:-.}/tests/tui/tui-lib.sh"

fish='深海魚の発光器官を顕微鏡で観察し、発光細菌との共生を遺伝子解析で確認した。水深千米の標本採集と発光波長の測定も行う。'
tide='潮流発電機の翼形状を風洞実験と数値流体計算で最適化し、湾岸海域の実証試験で出力変動を抑制した。保守費用の見積も示す。'
reef='珊瑚礁の夜間撮影で魚群の産卵行動を記録し、月齢と水温との関連を統計模型で推定した。長期観測網の設計指針も示す。'
reef_reason='珊瑚礁の魚群の産卵行動を夜間撮影で記録し、月齢との関連を推定。'
tide_reason='潮流発電機の翼形状を数値流体計算で最適化し、湾岸海域で実証試験。'
paper() { # title, reason, detail
	printf '\n%s\n\nA Author\n\n選定理由\n\n%s\n\n詳細要約\n\n%s\n' "$1" "$2" "$3"
}
{
	echo "2025-10-01 の注目論文"
	paper "Light in the deep sea" "$tide_reason" "$fish"
	paper "Nights at the reef" "$reef_reason" "$reef"
	paper "Blades for turbines" "翼形状の数値流体計算と湾岸海域での実証試験を評価。" "$tide"
} >"$work/odd.txt"
"$SHOROKU" import --source odd "$work/odd.txt" >/dev/null

cat >"$work/shown" <<'END'
start
row 1 "⚠"
row 2 "Nights at the reef"
cursor-on "deep sea"
keys <Enter>
expect "⚠ this 選定理由 may belong to another paper (w goes to it)"
keys w
expect "Blades for turbines"
expect-not "may belong"
keys q
cursor-on "Blades"
keys Q
exit 0
END

cat >"$work/dismissed" <<'END'
start
row 1 "⚠"
keys W
expect-not "⚠"
keys u
row 1 "⚠"
keys <Enter>
expect "may belong"
keys W
expect-not "may belong"
keys q
expect-not "⚠"
sh "$SHOROKU list 2025-10-01 --format json >$DUMP; ! grep -q mismatch $DUMP"
keys u
row 1 "⚠"
keys Q
exit 0
END

cat >"$work/found" <<'END'
start
keys "/has:warning<Enter>"
expect "1 hit"
expect "⚠"
keys Q
exit 0
END

cat >"$work/wide" <<'END'
start
keys ":set ambiguous-width wide<Enter>"
row 1 "?"
expect-not "⚠"
keys <Enter>
expect "! this 選定理由 may belong to another paper"
keys Q
exit 0
END

DUMP=$work/dump
export DUMP
play shown dismissed found wide
finish
