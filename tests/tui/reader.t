#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The reader driven as a person would, at 80x24 and 120x40.
. "${srcdir:-.}/tests/tui/tui-lib.sh"

reader <<'END'
size 80 24
start
row 0 "2025-09-21"
row 0 "3 unread"
expect "Adam: A Method for Stochastic Optimization"
style "Adam: A Method" bold
cursor-on "Adam: A Method"
keys j
cursor-on "Generative Adversarial Nets"
expect "Goodfellow"
# marks: shown at once, undone, done again
keys f
row 2 "★"
keys u
expect "Undone: favourite"
expect-not "★"
keys <C-r>
row 2 "★"
# a tag, with completion
keys t
row -1 "tags:"
keys "+評価<Enter>"
expect "#評価"
keys k
keys "t評<Tab>"
row -1 "評価"
keys <Enter>
expect "#評価"
# another process's mark shows at once
sh "$SHOROKU fav --quiet '2025-09-21#1'"
row 1 "★"
sh "$SHOROKU undo --quiet"
row 1 "•"
# reading to the end marks read when left
keys <Enter>
expect "1/3"
keys G
expect "100%"
keys q
row 0 "2 unread"
# days
keys "["
row 0 "2025-09-20"
expect "In brief"
keys "d9/16<Enter>"
row 0 "2025-09-16"
keys "d9/1<Enter>"
expect "there is no digest of 2025-09-01"
keys d
keys "soon<Enter>"
expect "is no date"
keys <Esc>
keys "d2025-09-21<Enter>"
row 0 "2025-09-21"
# zoom
keys "ZZZZ"
expect-not "選定理由"
keys "z"
expect "選定理由"
keys "zzz"
# help and calendar
keys "?"
row 0 "Keys"
expect "Take back the last change"
keys q
keys c
row 0 "Calendar"
expect "[21]"
keys h
expect "[20]"
keys <Enter>
row 0 "2025-09-20"
# full-width keys act
keys "］"
row 0 "2025-09-21"
keys "ｊ"
cursor-on "Generative Adversarial Nets"
# a kanji whose bytes arrive apart is not lost
keys t
bytes "銀" 50
row -1 "銀"
keys <Esc>
# a key that does nothing says so
keys "~"
expect "does nothing here"
# position kept across restarts
keys Q
exit 0
again
cursor-on "Generative Adversarial Nets"
keys Q
exit 0
END
