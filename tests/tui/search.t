#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Searching while typing, opening a hit, coming back to the search, a mistake, a change from outside.
. "${srcdir:-.}/tests/tui/tui-lib.sh"

cat >"$work/typing" <<'END'
start
row 0 "2025-09-21"
keys "/"
row 0 "Search"
keys "att"
expect "Attention Is All You Need"
row 0 "1 hit"
style "Att" coloured
keys "<C-u>"
keys "学"
expect "hits"
expect "Adam: A Method"
keys "習"
row 0 "7 hits"
keys <Enter>
row 0 "学習"
cursor-on "Adam"
keys "jj"
cursor-on "Mastering"
keys <Enter>
row 0 "2025-09-21"
expect "David Silver"
style "学習" coloured
keys N
expect "Ian J. Goodfellow"
keys n
expect "Ian J. Goodfellow"
keys "q/"
row 0 "7 hits"
cursor-on "学習"
keys <Enter>
cursor-on "Generative"
keys q
row 0 "2025-09-21"
keys "/<C-u>nothinglikeit"
expect "Nothing was found"
keys <Esc>
row 0 "2025-09-21"
keys Q
exit 0
END
cat >"$work/mistakes" <<'END'
start
keys "/学習"
row 0 "7 hits"
keys " is:blue"
expect "takes one of read, unread, favourite"
expect "Adam: A Method"
cursor-on "is:blue"
keys "<C-w>is:fav<Tab>"
keys "<C-w>"
keys "is:favourite<Enter>"
expect "Nothing was found"
sh "$SHOROKU fav --quiet '2025-09-21#1'"
row 1 "★"
row 0 "1 hit"
keys "i<C-u>tit<Tab>"
row -1 "title:"
keys "adam<Enter>"
row 0 "1 hit"
keys "qQ"
exit 0
END
cat >"$work/former" <<'END'
start
keys "/attention<Enter>"
row 0 "1 hit"
keys "/<C-u>学習<Enter>"
row 0 "7 hits"
keys "/<C-u>dra"
keys "<Up>"
row -1 "学習"
keys "<Up>"
row -1 "attention"
keys "<Up>"
row -1 "attention"
keys "<Down><Down>"
row -1 "dra"
keys "<Esc>Q"
exit 0
again
keys "/<Up>"
row -1 "学習"
expect "Adam: A Method"
keys "<Esc>Q"
exit 0
END
cat >"$work/within" <<'END'
size 80 12
start
keys "/adam<Enter>"
row 0 "1 hit"
keys <Enter>
expect "Diederik"
keys "/後悔"
expect "後悔"
style "後悔" coloured
keys "<Enter>"
# a mark does not bring the words of the former search back
keys f
row 0 "favourites 1"
sync
style "後悔" coloured
keys n
expect "last hit"
keys "/stochastic<Enter>"
style "Stochastic" coloured
expect-not "not in this paper"
keys "/nowhere<Enter>"
expect "not in this paper"
keys "q/"
row 0 "Search"
keys "<Esc>Q"
exit 0
END
play typing mistakes former within

finish
