#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Sections that speak of another paper, or of nothing, are told.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

command -v sqlite3 >/dev/null || lack "the sqlite3 shell is not here"
found() {
	sqlite3 "$data/archive.db" \
		"SELECT entry_id, name, score, other FROM warning WHERE score < 600 ORDER BY 1, 2"
}

fish='深海魚の発光器官を顕微鏡で観察し、発光細菌との共生を遺伝子解析で確認した。水深千米の標本採集と発光波長の測定も行う。'
tide='潮流発電機の翼形状を風洞実験と数値流体計算で最適化し、湾岸海域の実証試験で出力変動を抑制した。保守費用の見積も示す。'
fish_reason='発光器官と発光細菌の共生を遺伝子解析で確認。標本採集の深さも記録的。'
tide_reason='潮流発電機の翼形状を数値流体計算で最適化し、湾岸海域で実証試験。'
paper() { # title, reason, detail
	printf '\n%s\n\nA Author\n\n選定理由\n\n%s\n\n詳細要約\n\n%s\n' "$1" "$2" "$3"
}
{
	echo "2025-09-24 の注目論文"
	paper "Light in the deep sea" "$fish_reason" "$fish"
	paper "Blades for tidal turbines" "$tide_reason保守も扱う。" "$tide"
} >"$work/good.txt"
{
	echo "2025-09-25 の注目論文"
	paper "Light in the deep sea again" "$tide_reason" "$fish"
	paper "Blades for tidal turbines again" "申し訳ありませんが、理由を書けません。" "$tide"
	paper "Blades for tidal turbines, three" "$tide_reason" "$tide 海底の地形を"
} >"$work/bad.txt"

"$SHOROKU" import "$work/good.txt" >/dev/null
is "$(found)" "" "a good day: no warning"
"$SHOROKU" import "$work/bad.txt" >/dev/null
found >"$work/before"
is "$(cut -d'|' -f2 <"$work/before" | sort | tr '\n' ' ')" \
	"detail-cut reason-mismatch reason-refusal reason-repeated reason-repeated " \
	"a bad day: a foreign reason, repeated, a refusal, a text cut off"
is "$(awk -F'|' '/mismatch/ { print ($3 < 300), ($4 != 0) }' <"$work/before")" "1 1" \
	"the foreign one scores low, and there is a better match"
"$SHOROKU" rebuild >/dev/null
is "$(found)" "$(cat "$work/before")" "the same after rebuild"
"$SHOROKU" --data-dir "$work/other" import "$work/bad.txt" "$work/good.txt" >/dev/null
is "$(sqlite3 "$work/other/archive.db" "SELECT entry_id, name, score, other FROM warning
	WHERE score < 600 ORDER BY 1, 2")" "$(cat "$work/before")" "and in another order"
sed 's/^申し訳.*/'"$tide_reason"'翼の保守も扱う。/' "$work/bad.txt" >"$work/better.txt"
"$SHOROKU" import "$work/better.txt" >/dev/null
is "$(found | cut -d'|' -f2 | sort | tr '\n' ' ')" \
	"detail-cut reason-mismatch reason-repeated reason-repeated " "a better text has fewer"

"$SHOROKU" export --format jsonl >"$work/all.jsonl"
"$SHOROKU" --data-dir "$work/records" import "$work/all.jsonl" >/dev/null
named() {
	sqlite3 "$1/archive.db" "SELECT date(entry_id / 1048576 * 86400, 'unixepoch'), name, score,
		other / 1048576 FROM warning ORDER BY 1, 2, 3"
}
is "$(named "$work/records")" "$(named "$data")" "records are judged alike, beforehand"
"$SHOROKU" --data-dir "$work/records" rebuild >/dev/null
is "$(named "$work/records")" "$(named "$data")" "and after rebuild"

run "$SHOROKU" check --text date:2025-09-25
exits 0 "check --text"
says out '^2025-09-25/summarxiv#1  reason-mismatch [0-9.]*  Light in the deep sea again' "names the section"
says out 'nowhere else in the paper: .*潮流発電機' "says which words are foreign"
says out 'a better match: 2025-09-25/summarxiv#2' "and where they belong"
says out 'it stands there too: 2025-09-25/summarxiv#3' "and where it stands as well"
says out '#3  detail-cut  Blades' "and what else is wrong"
run "$SHOROKU" check --text date:2025-09-24
exits 1 "a good day has none"
run "$SHOROKU" check --text --below 0 date:2025-09-25
exits 0 "below nothing"
is "$(grep -c mismatch "$work/out")" 0 "no section scores less, what else is wrong is told"
run "$SHOROKU" check --text --below 2 date:2025-09-25
exits 2 "no such score"
run "$SHOROKU" check --text date:2025-13
exits 2 "a query that is none"
run "$SHOROKU" check light
exits 2 "words without --text"
run "$SHOROKU" search --count has:warning
is "$(cat "$work/out")" 2 "has:warning finds the papers"
run "$SHOROKU" search --count -has:warning
is "$(cat "$work/out")" 3 "and what has none"
run "$SHOROKU" list --format json 2025-09-25
is "$(json 0 warnings 0)" "reason-mismatch" "the record has it"
run "$SHOROKU" check --dismiss 2025-09-25#1
exits 0 "dismissed"
says out '2 warnings' "and told"
run "$SHOROKU" search --count has:warning
is "$(cat "$work/out")" 1 "is not found any more"
"$SHOROKU" rebuild >/dev/null
run "$SHOROKU" search --count has:warning
is "$(cat "$work/out")" 1 "nor after a rebuild"
run "$SHOROKU" check --dismiss 2025-09-25#1
says out 'nothing to change' "there is nothing left to dismiss"
run "$SHOROKU" undo
exits 0 "undone"
run "$SHOROKU" search --count has:warning
is "$(cat "$work/out")" 2 "is warned of again"
run "$SHOROKU" check --dismiss
exits 2 "dismissing nothing"

# The same text under two papers of two days, however they came.
song='渡り鳥の夜間飛行を小型記録計で追跡し、星空と地磁気の利用を行動実験で比べた。対象は三種。'
{
	echo "2025-10-01 の注目論文"
	paper "Birds that travel at night" "$song" "$song 羽の摩耗も測る。"
} >"$work/birds.txt"
{
	echo "2025-10-09 の注目論文"
	paper "Moths under street lamps" "$song" "街灯の波長を変え、蛾の飛来数を一夏数えた。"
} >"$work/moths.txt"
{
	echo "2025-10-10 の注目論文"
	paper "Birds that Travel at Night" "$song" "$song 羽の摩耗も測る。"
} >"$work/again.txt"
repeated() {
	sqlite3 "$1/archive.db" "SELECT (entry_id >> 20) - 20362, name, (other >> 20) - 20362
		FROM warning WHERE name LIKE '%-repeated' AND entry_id > 20362 << 20 ORDER BY 1" | tr '\n' ' '
}
"$SHOROKU" import "$work/birds.txt" >/dev/null
"$SHOROKU" import --source again "$work/again.txt" >/dev/null
is "$(repeated "$data")" "" "the same paper elsewhere repeats nothing"
"$SHOROKU" import "$work/moths.txt" >/dev/null
is "$(repeated "$data")" "0|reason-repeated|8 8|reason-repeated|0 9|reason-repeated|8 " \
	"a text of another day is told at both places"
"$SHOROKU" rebuild >/dev/null
is "$(repeated "$data")" "0|reason-repeated|8 8|reason-repeated|0 9|reason-repeated|8 " "and after rebuild"
for file in moths again birds; do
	"$SHOROKU" --data-dir "$work/late" import --source "$file" "$work/$file.txt" >/dev/null
done
is "$(repeated "$work/late")" "0|reason-repeated|8 8|reason-repeated|0 9|reason-repeated|8 " \
	"and in another order"
sed "s/^渡り鳥の.*/街灯の色と蛾の数を数える。/" "$work/moths.txt" >"$work/mended.txt"
"$SHOROKU" import "$work/mended.txt" >/dev/null
is "$(repeated "$data")" "" "a mended text takes it back at both"

# A paper that another digest of the day tells of under a longer title: its words are no foreign ones.
{
	echo "2025-11-02 の注目論文"
	paper "Blades for tidal turbines" "$tide_reason" "$tide"
	paper "Light in the deep sea" "$fish_reason" "$fish"
} >"$work/long-title.txt"
{
	echo "2025-11-02 の注目論文"
	paper "Blades for tidal" "$tide_reason" "街灯の波長を変え、蛾の飛来数を一夏数え、農作物の受粉量との関係を統計模型で調べた。"
	paper "Moths under lamps" "街灯の波長と蛾の飛来数を統計模型で調べた。" "街灯の波長を変え、蛾の飛来数を一夏数え、農作物の受粉量との関係を統計模型で調べた。"
} >"$work/short-title.txt"
sed 's/^Blades for tidal turbines/Sails of cargo ships/' "$work/long-title.txt" >"$work/other-title.txt"
mismatches() { # the other digest
	"$SHOROKU" --data-dir "$work/$1" import --source short "$work/short-title.txt" >/dev/null
	"$SHOROKU" --data-dir "$work/$1" import --source long "$work/$1.txt" >/dev/null
	sqlite3 "$work/$1/archive.db" "SELECT count(*) FROM warning WHERE score < 600 AND name = 'reason-mismatch'"
}
is "$(mismatches long-title)" 0 "what is said of a paper is no foreign text where its title is longer"
is "$(mismatches other-title)" 1 "but where it is another it is"

big() { head -c 1000000 /dev/zero | tr '\0' "$1"; }
{
	echo "2025-09-26 の注目論文"
	paper "Long" "$(big a)" "$fish"
	paper "Repeated" "$(big 'x' | sed 's/x/鉄/g')" "$tide"
	paper "No letters" "$(big 1)" "$fish_reason $fish"
} >"$work/long.txt"
"$SHOROKU" import --source long "$work/long.txt" >/dev/null
is "$(found | grep -c mismatch | tr -d ' ')" 1 "a megabyte of one character is not judged"

if shared=$(shared_data); then
	"$SHOROKU" --data-dir "$work/seed" import "$shared/seed-2025-09-24.txt" >/dev/null
	is "$(sqlite3 "$work/seed/archive.db" "SELECT position, name FROM warning
		JOIN entry ON entry.id = entry_id WHERE score < 600")" "2|reason-mismatch" \
		"the real day, alone: one reason is foreign"
fi

finish
