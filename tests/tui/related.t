#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Related papers at the foot of a paper: gone to, chosen, opened, and back; listed; the page it came from.
. "${srcdir:-.}/tests/tui/tui-lib.sh"

fish='深海魚の発光器官を顕微鏡で観察し、発光細菌との共生を遺伝子解析で確認した。水深千米の標本採集と発光波長の測定も行う。'
glow='発光細菌と共生する深海魚の発光器官を培養し、発光波長を測定した。発光器官の標本は遺伝子解析で比べた。'
tide='潮流発電機の翼形状を風洞実験と数値流体計算で最適化し、湾岸海域の実証試験で出力変動を抑制した。'
day() { # date, then title and detail of each paper
	printf '%s の注目論文\n' "$1"
	shift
	while [ $# -gt 0 ]; do
		printf '\n%s\n\nA Author\n\n詳細要約\n\n%s\n' "$1" "$2"
		shift 2
	done
}
day 2025-10-01 "Light in the deep sea" "$fish" "Blades for turbines" "$tide" >"$work/one.txt"
day 2025-10-03 "Glow of the deep" "$glow" >"$work/two.txt"
"$SHOROKU" import --source sea "$work/one.txt" "$work/two.txt" >/dev/null
"$SHOROKU" import --source twice "$work/two.txt" >/dev/null

cat >"$work/followed" <<'END'
start
cursor-on "Glow of the deep"
expect-not "Related papers"
keys <Enter>
expect "The same paper in other digests"
expect "Related papers"
expect "Light in the deep sea"
keys ~
cursor-on "2025-10-03 Fr · twice"
keys j
cursor-on "Light in the deep sea"
keys f
keys <Enter>
row 1 "Light in the deep sea"
row 0 "2025-10-01"
keys q
row 1 "Glow of the deep"
row 0 "2025-10-03"
cursor-on "Light in the deep sea"
keys kk
expect-not "▸"
keys q
cursor-on "Glow of the deep"
keys Q
exit 0
END

# From the list of a search back into it; what was read to its end by way of it is read.
cat >"$work/searched" <<'END'
start
row 0 "2025-10-03"
keys ":open title:glow<Enter>"
row 0 "title:glow"
row 0 "2 unread"
keys <Enter>
expect "Related papers"
keys ~j<Enter>
row 1 "Light in the deep sea"
keys q
row 1 "Glow of the deep"
row 0 "title:glow"
keys Q
exit 0
END

cat >"$work/small" <<'END'
size 40 10
start
row 0 "2025-10-03"
keys <Enter>
expect "A Author"
keys ~
cursor-on "2025-10-03 Fr · twice"
keys j
expect "▸ •  Light"
resize 20 5
expect "▸"
resize 2 10
sync
resize 80 24
expect "Related papers"
expect "▸ •  Light"
keys Q
exit 0
END

cat >"$work/listed" <<'END'
start
row 0 "2025-10-03"
keys :similar<Enter>
row 0 "like Glow of the deep"
expect "Light in the deep sea"
expect "2025-10-01"
keys q
row 0 "2025-10-03"
keys Q
exit 0
END

cat >"$work/raw" <<'END'
start
row 0 "2025-10-03"
keys "\\"
row 0 "Raw page"
cursor-on "Glow of the deep"
keys g
row 1 "2025-10-03 の注目論文"
keys "\\"
row 0 "2025-10-03"
keys Q
exit 0
END

play followed searched small listed raw
finish
