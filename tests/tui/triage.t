#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Cards: one key a decision, each one step that undo takes back, with the card.
. "${srcdir:-.}/tests/tui/tui-lib.sh"

cat >"$work/decide" <<'END'
size 80 24
start
row 0 "2025-09-21"
keys "T"
row 0 "Triage   2025-09-21"
expect "▫▫▫ 3 left"
expect "Adam: A Method"
expect "AI summary"
expect-not "確率的な目的関数"
keys "f"
expect "▪▫▫ 2 left"
expect-not "Adam: A Method"
keys "l"
expect "▪▪▫ 1 left"
keys "s"
expect "▪▪▪ 0 left"
expect "All are decided"
keys "s"
expect "All are decided"
keys "q"
row 0 "2025-09-21"
expect-not "unread"
keys "k"
expect "#toread"
keys "T"
expect "everything here is read"
keys "Q"
exit 0
END
cat >"$work/undo" <<'END'
size 80 24
start
row 0 "2025-09-21"
keys "T"
expect "3 left"
keys "u"
expect "nothing is decided yet"
keys "f"
expect "2 left"
keys "t"
keys "later-on<Enter>"
expect "#later-on"
expect "2 left"
keys "u"
expect "Undone: tag later-on"
expect "2 left"
expect-not "#later-on"
keys "u"
expect "3 left"
expect "Adam: A Method"
keys "q"
expect "3 unread"
keys "Q"
exit 0
END
cat >"$work/narrow" <<'END'
size 20 5
start
keys "T"
expect "3 left"
keys "s"
expect "2 left"
keys "q"
keys "Q"
exit 0
END
play decide undo narrow

# A paper with nothing shorter shows its abstract.
printf '%s\n' '{"date": "2025-09-22", "source": "records", "position": 1, "title": "Bare", "authors": ["A B"],
	"sections": [{"role": "abstract", "label": "Abstract", "text": "Nothing but an abstract."}]}' |
	tr -d '\n\t' >"$work/bare.jsonl"
"$SHOROKU" import "$work/bare.jsonl" >/dev/null
cat >"$work/abstract" <<'END'
size 80 24
start
row 0 "2025-09-22"
keys "T"
row 0 "Triage   2025-09-22"
expect "Nothing but an abstract."
keys "Q"
exit 0
END
play abstract
finish
