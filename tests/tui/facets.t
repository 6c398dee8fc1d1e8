#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What the hits have in common, beside them on wide screens: narrowing by it and widening again; names of
# authors completed; where words stand out.
. "${srcdir:-.}/tests/tui/tui-lib.sh"

digest 2024-03-03 2 >"$work/a.txt"
digest 2023-05-05 1 >"$work/b.txt"
"$SHOROKU" import --quiet --source north "$work/a.txt" || exit 99
"$SHOROKU" import --quiet --source south "$work/b.txt" || exit 99
"$SHOROKU" tag --quiet +toread +読む '2024-03-03#1' || exit 99

cat >"$work/narrowing" <<'END'
size 120 30
start
keys "/test subject"
row 0 "3 hits"
row 1 "year    2024                   2"
row 2 "2023                   1"
row 4 "tag     toread                 1"
row 5 "読む                   1"
row 7 "author  Ada Example            3"
row 13 "source  north                  2"
row 14 "south                  1"
keys <Enter>
row -1 "Tab narrow"
keys "<Tab>"
row -1 "Enter narrow"
cursor-on " 2024 "
keys "j<Enter>"
row 0 "1 hit "
row 0 "test subject date:2023"
cursor-on "+2023                   1"
row 1 "2024                   2"
row 4 "author  Ada"
cursor-on "+2023"
# another year in its place
keys "k<Enter>"
row 0 "2 hits"
row 0 "test subject date:2024"
row 4 "tag     toread"
keys "jj<Enter>"
row 0 "1 hit "
row 0 "date:2024 tag:toread"
cursor-on "+toread"
# the same again takes it away
keys "<Enter>"
row 0 "2 hits"
expect-not "tag:toread"
expect-not "+toread"
row 8 "Bo Nikolić             2"
keys "jjj<Enter>"
row 0 "author:=\"Bo Nikolić\""
expect "+Bo Nikolić"
keys "G<Enter>"
row 0 "source:north"
row 0 "2 hits"
# back to the hits, and the query is what can be changed
keys "q"
row -1 "Enter read"
keys "/"
row -1 "/ test subject date:2024 author:=\"Bo Nikolić\" source:north"
keys "<Up><Up>"
row -1 "/ test subject date:2024"
keys "<C-u>nothinglikeit<Enter>"
expect "Nothing was found"
keys "qQ"
exit 0
END
cat >"$work/narrow-screen" <<'END'
size 119 30
start
keys "/test subject<Enter>"
row 0 "3 hits"
expect-not "Ada Example            3"
resize 120 30
expect "Ada Example            3"
keys "<Tab>"
row -1 "Enter narrow"
resize 80 24
row -1 "Enter read"
cursor-on "2024-03-03"
expect-not "Ada Example            3"
resize 120 10
expect "source  north"
keys "<Tab>G<Enter>"
row 0 "source:north"
# what is chosen has a row, however few there are
keys "h/<C-u>subject author:=\"emil müller\"<Enter>"
expect "+Emil Müller"
expect-not "Ada Example  "
keys "qQ"
exit 0
END
cat >"$work/mouse" <<'END'
size 120 30
start
keys "/test subject<Enter>"
row 2 "2023                   1"
keys "<Esc>[<0;101;3M<Esc>[<0;101;3m"
cursor-on "2023"
keys "<Esc>[<0;101;3M<Esc>[<0;101;3m"
row 0 "date:2023"
keys "<Esc>[<0;21;2M<Esc>[<0;21;2m"
row -1 "Enter read"
keys "qQ"
exit 0
END
cat >"$work/completion" <<'END'
start
keys "/author:ad<Tab>"
row -1 "author:=\"Ada Example\""
row 0 "3 hits"
keys "<C-u>subject 1 author:nik<Tab>"
row -1 "subject 1 author:=\"Bo Nikolić\""
keys " is:f<Tab>"
row -1 "\"Bo Nikolić\" is:favourite"
keys "<C-u>-author:=\"Bo Ni<Tab>"
row -1 "/ -author:=\"Bo Nikolić\""
keys "<C-u>(author:o'h<Tab>"
row -1 "(author:=\"Dora O'Hara\""
keys "<C-u>tag:読<Tab>"
row -1 "tag:読む"
keys "<Esc>Q"
exit 0
END
cat >"$work/fields" <<'END'
size 80 24
start
keys "/title:subject 論文<Enter>"
row 0 "3 hits"
style "Subject" coloured
style "論文1を" coloured
keys "/<C-u>reason:論文 author:example<Enter>"
row 0 "3 hits"
style "Subject" colourless
keys "<Enter>"
expect "選定理由"
style "論文1を" coloured
style "論文1の短い" plain
# leaving a hit leads back to the hits, as they were left
keys "q"
row 0 "Search · 3 hits"
cursor-on "2024-03-03"
keys "jj<Enter>"
row 0 "2023-05-05"
keys "qq"
row 0 "2023-05-05"
keys "/<C-u>author:number<Enter>"
expect "Nothing was found"
# a name found among many is shown
keys "/<C-u>author:hassabis game of go<Enter>"
row 0 "1 hit "
keys "<Enter>"
expect "Demis Hassabis"
keys "q"
keys "qQ"
exit 0
END
play narrowing narrow-screen mouse completion fields

finish
