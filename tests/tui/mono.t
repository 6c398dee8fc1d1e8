#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Without colour: with NO_COLOR no cell of any view has one, and what colour says elsewhere is still seen. A
# terminal without colours is given none. With a colour terminal there are some.
. "${srcdir:-.}/tests/tui/tui-lib.sh"

# views: opens every view and asks that it has no colours.
views() {
	cat <<'END'
colourless
style "Adam: A Method for" bold
cursor-on "▸"
keys f
expect "★"
keys t
keys "+評価"
colourless
keys <Enter>
expect "評価"
keys <Enter>
style "選定理由" bold
colourless
keys q
keys "/学習<Enter>"
row 0 "7 hits"
style "学習の標準" bold
colourless
keys q
keys c
row 0 "Calendar"
expect "[21]"
colourless
keys y
row 0 "Year"
colourless
keys q
keys q
keys T
row 0 "Triage"
colourless
keys q
keys "@<Enter>"
row 0 "Author"
colourless
keys q
keys q
END
	for view in stats:Statistics history:History tags:Tags sources:Sources all-authors:Authors; do
		printf 'keys ":%s<Enter>"\nrow 0 "%s"\ncolourless\nkeys q\n' "${view%%:*}" "${view##*:}"
	done
	cat <<'END'
keys "?"
row 0 "Keys"
colourless
keys q
keys ":nonsense<Enter>"
expect "nonsense"
colourless
keys "<Esc>Q"
exit 0
restored
END
}

{
	echo 'env NO_COLOR 1'
	echo 'size 120 40'
	echo start
	views
} >"$work/no-color"
{
	echo 'env TERM vt220'
	echo 'size 80 24'
	echo start
	views
} >"$work/vt220"
cat >"$work/colour" <<'END'
size 120 40
start
style "選定理由" coloured
style "選定理由" bold
keys Q
exit 0
END
play no-color vt220 colour

finish
