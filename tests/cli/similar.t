#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Papers that speak of the same as one.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

paper() { # day, title, authors' family name, id, detail
	printf '{"date":"2025-10-%s","source":"s%s","lang":"%s","title":"%s","authors":["A %s"],%s"sections":[{"role":"detail","label":"detail","text":"%s"}]}\n' \
		"$1" "$1" "${6:-en}" "$2" "$3" "${4:+\"arxiv_id\":\"$4\",}" "$5"
}
{
	paper 01 "Light of deep fish" Bell 2510.00001 \
		"Photophores of anglerfish host luminous bacteria; symbiosis was sequenced from trawled specimens."
	paper 02 "Light of deep fish" Bell 2510.00001 \
		"Photophores of anglerfish host luminous bacteria; symbiosis was sequenced from trawled specimens."
	paper 02 "Bacteria that shine" Pond 2510.00002 \
		"Luminous bacteria leave the photophores of squid; symbiosis begins anew in each specimen."
	paper 02 "深海の光" 池 2510.00003 \
		"深海魚の photophores に住む発光細菌の symbiosis を調べ、anglerfish の標本で確認した。" ja
	paper 03 "Blades for tides" Sea 2510.00004 \
		"Turbine blades were shaped by computed flow and tried in a bay; output varies less."
	paper 03 "Blades for rivers" Sea 2510.00005 \
		"Turbine blades for slow rivers were shaped by computed flow; fish pass them unharmed."
} >"$work/papers.jsonl"
"$SHOROKU" import "$work/papers.jsonl" >/dev/null

run "$SHOROKU" similar arxiv:2510.00001
exits 0 "similar"
is "$(grep -c '^0\.' "$work/out")" 3 "those that share something"
is "$(sed -n '1s/^0\.[0-9]*  //p' "$work/out")" "2025-10-02/s02#3  深海の光" "the nearest first, across languages by the words that are the same"
says out 'both have:.*photophores' "with the words that both have"
says out "s02#2  Bacteria that shine" "others of its language behind it"
is "$(grep -c "Light of deep" "$work/out")" 0 "the same paper elsewhere is none of them"
is "$(tail -n 1 "$work/out")" "seen before: 2025-10-01 · s01" "but a line says where it was"
run "$SHOROKU" similar 2025-10-01#1
is "$(grep -c 'seen before' "$work/out")" 0 "none of where it comes first"
run "$SHOROKU" similar --limit 1 --format json arxiv:2510.00004
is "$(json 0 key)" "arxiv:2510.00005" "as records, one at most"
run "$SHOROKU" similar --limit 0 arxiv:2510.00001
exits 2 "a limit that is none"
run "$SHOROKU" similar arxiv:2510.99999
exits 1 "a paper that is not there"
paper 04 "Alone" One 2510.00009 "Quite something else entirely." >"$work/alone.jsonl"
"$SHOROKU" import "$work/alone.jsonl" >/dev/null
run "$SHOROKU" similar arxiv:2510.00009
exits 1 "a paper like no other"

# The same people write of the same: before what shares as many words.
{
	paper 08 "Ice of glaciers" Frost 2510.00020 "Glaciers calve where warm seawater melts their tongues."
	paper 08 "Ice of shelves" Berg 2510.00021 "Shelves calve where warm seawater lifts their edges."
	paper 08 "Ice of rivers" Frost 2510.00022 "Rivers freeze where warm seawater stays away."
} >"$work/ice.jsonl"
"$SHOROKU" import "$work/ice.jsonl" >/dev/null
run "$SHOROKU" similar arxiv:2510.00020
is "$(sed -n '1s/^0\.[0-9]*  //p' "$work/out")" "2025-10-08/s08#3  Ice of rivers" "by the same author first"
says out "Ice of shelves" "then the others"

# A text that says nothing is like none, however long it is.
paper 05 "12" Two 2510.00010 "$(head -c 1000000 /dev/zero | tr '\0' a)" >"$work/long.jsonl"
paper 05 "13" Two 2510.00011 "$(head -c 1000000 /dev/zero | tr '\0' '+')" >>"$work/long.jsonl"
"$SHOROKU" import "$work/long.jsonl" >/dev/null
for id in 2510.00010 2510.00011; do
	run "$SHOROKU" similar "arxiv:$id"
	exits 1 "a million of one character, $id"
done

# Across languages by what terms are called there, where the papers share no letter.
{
	paper 06 "14" Three 2510.00012 "Comet dust grains scatter infrared light; polarimetry of twelve comets constrains their porosity and shape."
	paper 06 "15" Four 2510.00013 "彗星の塵が散乱する赤外線を観測し、粒子の形を調べた。" ja
	paper 06 "16" Four 2510.00014 "河川の堆積物を採取し、含まれる鉱物の割合を調べた。" ja
} >"$work/comets.jsonl"
"$SHOROKU" import "$work/comets.jsonl" >/dev/null
run "$SHOROKU" similar arxiv:2510.00012
is "$(sed -n '1s/^0\.[0-9]*  //p' "$work/out")" "2025-10-06/s06#2  15" "English to Japanese"
says out 'both have:.*comet' "by words that mean the same"
run "$SHOROKU" similar --limit 1 --format json arxiv:2510.00013
is "$(json 0 key)" "arxiv:2510.00012" "Japanese to English"

finish
