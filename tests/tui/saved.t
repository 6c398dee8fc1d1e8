#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Searches under a name, from the configuration and from a key, tags and sources: listed beside the days with
# what is unread, opened like a day, removed.
. "${srcdir:-.}/tests/tui/tui-lib.sh"

mkdir -p "$work/config/shoroku" "$work/mistaken/shoroku"
cat >"$work/config/shoroku/config" <<'END'
saved 学ぶ 学習
saved adam "title:adam or 'nothing at all'"
END
printf 'set mouse on\nsaved x title:adam is:blue\nsaved\n' >"$work/mistaken/shoroku/config"

cat >"$work/configured" <<'END'
env XDG_CONFIG_HOME "$work/config"
size 120 30
start
row -6 "saved"
row -5 "学ぶ             7"
row -4 "adam             1"
row -3 "sources"
row -2 "examples        21"
keys "qS"
row 0 "学ぶ · 7 papers · 7 unread"
expect "2025-09-21 Su  3 papers"
expect "2025-09-15 Mo  3 papers"
cursor-on "学ぶ"
keys "j"
row 0 "adam · 1 paper · 1 unread"
cursor-on "adam"
# opened like a day: marks, and the count follows
keys "<Enter>"
cursor-on "Adam: A Method"
keys "r"
row 0 "adam · 1 paper  "
row -4 "adam             ·"
row -5 "学ぶ             6"
keys "u"
row -4 "adam             1"
keys "h"
row -1 "D remove"
keys "D"
expect "stands in the configuration"
# back to the days
keys "S"
row 0 "2025-09-21"
keys "k"
keys "S"
row 0 "adam"
keys "["
row 0 "2025-09-20"
row -1 "S saved, tags"
keys "Q"
exit 0
END
cat >"$work/kept" <<'END'
size 80 24
start
expect-not "saved"
keys ":set mark-read off<Enter>"
keys "/学習 -adam<Enter>"
row 0 "6 hits"
row -1 "S save"
keys "S"
row -1 "save as:"
keys "later<Enter>"
expect "saved as “later”"
keys "S"
keys "l<Tab>"
row -1 "save as: later"
keys "<Esc>q"
keys "q"
expect "saved"
expect "later                 6"
keys "S"
row 0 "later · 6 papers · 6 unread"
# the list of papers says of which day each is, and walks through all of them
keys "<Enter>"
row 1 "2025-09-21 Su  2 papers"
row 2 "Generative Adversarial Nets"
keys "<Enter>JJJJJJ"
expect "that was the last one"
keys "qQ"
exit 0
again
# it is listed as it was left
row 0 "later · 6 papers · 6 unread"
keys "S"
row 0 "later · 6 papers · 6 unread"
keys "S"
expect "later                 6"
# from outside
sh "$SHOROKU read --quiet '2025-09-21#2'"
expect "later                 5"
keys "S"
row 0 "later · 6 papers · 5 unread"
keys "D"
expect "“later” is removed"
expect-not "later   "
row 0 "2025-09"
keys "/<C-u><Up>"
row -1 "学習 -adam"
keys "<Esc>Q"
exit 0
END
cat >"$work/typed" <<'END'
env XDG_CONFIG_HOME "$work/config"
size 120 30
start
row -5 "学ぶ"
keys ":saved here author:kingma<Enter>"
row -4 "here             1"
keys ":saved bad is:blue<Enter>"
expect "takes one of"
cursor-on "is:blue"
keys "<Esc>/学習<Enter>S"
keys "学ぶ<Enter>"
expect "search of the configuration"
row -1 "save as:"
keys "<Esc>qQ"
exit 0
END
cat >"$work/mistaken-config" <<'END'
env XDG_CONFIG_HOME "$work/mistaken"
env SHOROKU_LOG "$work/log"
size 120 30
start
expect "2 mistakes, told by 'shoroku config': config:2:20: is: takes"
keys "Q"
exit 0
sh "grep -q 'error .*config:2:20: is: takes' '$work/log'"
sh "grep -q 'error .*config:3:1: ' '$work/log'"
END
# on from the searches: the tags and the sources, each shown as a search is
cat >"$work/tags" <<'END'
size 120 30
start
row -3 "sources"
expect-not "tags"
keys "t+later +'two words'<Enter>jt+later<Enter>"
row -5 "later            2"
row -4 "two words        1"
row -2 "examples        21"
keys "qS"
row 0 "tag:later · 2 papers · 2 unread"
cursor-on "later"
keys "j"
row 0 "two words"
keys "j"
row 0 "source:examples · 21 papers · 21 unread"
cursor-on "examples"
keys "D"
expect "is a source"
# marks, the next unread one, days and dates go on as among the hits of a search
keys "kk<Enter>r"
row 0 "tag:later · 2 papers · 1 unread"
row -5 "later            1"
keys "<Tab>"
cursor-on "Generative"
keys "["
row 0 "2025-09-20"
keys "qSd2025-09-18<Enter>"
row 0 "2025-09-18"
keys "S{"
row 0 "2025-09-17"
# a tag that nothing has any more is not listed
keys "S"
row 0 "tag:later · 2 papers"
keys ":rename later done<Enter>"
row -5 "done             1"
row 0 "two words"
keys "D"
expect "“two words” is a tag"
keys "k"
row 0 "tag:done · 2 papers"
keys ":tag -done tag:done<Enter>"
row 0 "two words"
keys "t-'two words'<Enter>"
row 0 "2025-09-17"
expect-not "two words"
keys "Q"
exit 0
END
# the mouse
cat >"$work/mouse" <<'END'
size 120 30
start
row -3 "sources"
keys "<Esc>[<0;8;29M<Esc>[<0;8;29m"
row 0 "source:examples"
keys "<Esc>[<0;8;17M<Esc>[<0;8;17m"
row 0 "2025-09-19"
keys "Q"
exit 0
END
# where there is no room for all
cat >"$work/small" <<'END'
env XDG_CONFIG_HOME "$work/config"
size 40 10
start
keys "t+a +b +c<Enter>q"
row 1 "09-21"
row 5 "saved +1"
row 6 "学ぶ"
row 7 "tags +3"
keys "Sjj"
row 0 "tag:a"
row 5 "saved +1"
row 7 "tags +3"
cursor-on "a "
keys "jj"
cursor-on "c "
resize 20 5
row 1 "tags +4"
row 2 "b"
row 3 "c"
keys "S"
row 1 "09-21"
keys "Q"
exit 0
END
for script in configured typed mistaken-config small; do
	sed "s|\$work|$work|" "$work/$script" >"$work/expanded" && mv "$work/expanded" "$work/$script"
done
play configured kept typed mistaken-config tags mouse small

finish
