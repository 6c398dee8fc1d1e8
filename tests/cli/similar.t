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

finish
