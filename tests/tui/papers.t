#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Any set of papers in the list: opened by a query, in a search, from an author, from a tag; in order; marked
# together; left again.
. "${srcdir:-.}/tests/tui/tui-lib.sh"

cat >"$work/opened" <<'END'
size 80 24
start
row 0 "2025"
keys "jj"
cursor-on "Mastering the game"
keys ":open date:2025-09-15..2025-09-16<Enter>"
row 0 "date:2025-09-15..2025-09-… · 6 papers · 6 unread"
row 1 "2025-09-16 Tu  3 papers"
cursor-on "A Mathematical Theory"
keys "G"
cursor-on "ImageNet"
row 1 "2025-09-16"
keys "g:sort t<Tab><Enter>"
row 0 "by title"
cursor-on "A Mathematical Theory"
row 1 "A Mathematical Theory"
row 2 "2025-09-16 A Method"
# the next order; the cursor stays on its paper
keys "jjs"
row 0 "by author"
row -1 "in order: by author"
cursor-on "Attention"
# q goes back to where one was
keys "q"
row 0 "2025-09-21 Su · by author · 3 papers · 3 unread"
cursor-on "Mastering the game"
keys ":sort date<Enter>"
row 0 "2025-09-21 Su · examples"
keys ":open is:blue<Enter>"
expect "takes one of"
cursor-on "is:blue"
keys "<Esc>:open nosuchword<Enter>"
row 0 "nosuchword · 0 papers"
expect "Nothing was found."
keys "sGq"
row 0 "2025-09-21"
keys "Q"
exit 0
END
cat >"$work/searched" <<'END'
size 120 30
start
row 0 "2025"
keys "/学習<Enter>"
row 0 "7 hits"
keys "s"
row 0 "学習 sort:relevance"
keys "sss"
row 0 "7 hits · 学習  "
keys "L"
row 0 "学習 · 7 papers · 7 unread"
expect "2025-09-15 Mo  3 papers"
# marks are about all that is selected, and are undone as one
keys " v"
row 0 "6 selected"
keys ":tag +later<Enter>"
expect "6 papers marked"
keys "<Esc>u"
expect "Undone"
keys "k"
expect-not "later"
# back to the search, and from there to where one was
keys "q"
row 0 "7 hits"
keys "q"
row 0 "2025-09-21 Su"
keys "Q"
exit 0
END
cat >"$work/kept" <<'END'
size 80 24
start
row 0 "2025"
keys "s"
row 0 "by title"
keys "Q"
exit 0
again
row 0 "by title"
keys "["
row 0 "2025-09-20 Sa · by title · 3 papers · 3 unread"
row 1 "Finding Structure in Time"
keys "ssss"
row 0 "2025-09-20 Sa · examples"
cursor-on "Finding Structure"
keys "Q"
exit 0
END
cat >"$work/resumed" <<'END'
size 80 24
start
row 0 "2025"
keys ":open is:unread<Enter>"
row 0 "is:unread · 21 papers"
keys "Gr:sort title<Enter>"
row 0 "is:unread · by title · 21 papers · 20 unread"
cursor-on "ImageNet"
keys "Q"
exit 0
again
# the paper one was on stays, though it is read
row 0 "is:unread · by title · 21 papers · 20 unread"
cursor-on "ImageNet"
keys "q"
row 0 "2025-09-15"
cursor-on "ImageNet"
keys ":sort date<Enter>Q"
exit 0
again
row 0 "2025-09-15 Mo · examples"
keys "Q"
exit 0
END
cat >"$work/authors" <<'END'
size 80 24
start
row 0 "2025"
keys "@<Enter>L"
row 0 "Diederik P. Kingma · 1 paper · 1 unread"
keys "t+seen<Enter>q"
row 0 "2025-09-21"
keys ":tags<Enter>"
expect "1  seen"
keys "L"
row 0 "seen · 1 paper"
keys "qQ"
exit 0
END
play opened searched kept resumed authors

finish
