#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The reader and its terminal: suspended and resumed under a shell, the mouse, no colour, a paste.
. "${srcdir:-.}/tests/tui/tui-lib.sh"

cat >"$work/mouse" <<'END'
size 120 40
start
cursor-on "Adam"
keys "<Esc>[<0;40;5M<Esc>[<0;40;5m"
cursor-on "Generative"
keys "<Esc>[<64;40;5M"
cursor-on "Adam"
keys "<Esc>[<65;40;5M"
cursor-on "Mastering"
# with another width titles take other lines
resize 200 60
sync
keys "gg"
cursor-on "Adam"
keys "<Esc>[<0;40;4M"
cursor-on "Generative"
keys ":set mouse off<Enter>"
keys Q
exit 0
END
cat >"$work/colour" <<'END'
size 120 40
start
style "選定理由" bold
style "選定理由" coloured
keys Q
exit 0
END
cat >"$work/no-colour" <<'END'
env NO_COLOR 1
size 120 40
start
style "選定理由" bold
style "選定理由" colourless
keys Q
exit 0
END
# Without a second screen the last line is the shell's.
cat >"$work/one-screen" <<'END'
env TERM vt100
start
row -1 "Enter read"
keys Q
exit 0
expect "Adam"
expect-not "Enter read"
END
# What is pasted is text, not keys; a line's end in it does not accept the prompt.
cat >"$work/paste" <<'END'
start
row 0 "2025-09-21"
sync
keys "<Esc>[200~QfQ<Esc>[201~"
expect "pasted into prompts"
row 1 "•"
keys t
keys "<Esc>[200~+a<Enter>b<Esc>[201~"
row -1 "+a b"
keys <Esc>
keys Q
exit 0
END
# Forty by ten: a narrow terminal shows one thing at a time, and all of it can be reached.
cat >"$work/small" <<'END'
size 40 10
start
cursor-on "Adam"
keys <Enter>
expect "Adam"
keys G
expect "100%"
keys "?"
row 0 "Keys"
keys "q"
keys "q"
cursor-on "Adam"
keys "q"
expect "▸ 2025-09-21 Su"
keys c
row 0 "Calendar"
keys "qd-1<Enter>"
expect "2025-09"
keys Q
exit 0
END
play one-screen mouse colour no-colour paste small

# A shell with job control between, since nobody can stop a program that has no shell to go back to.
cat >"$work/suspend" <<'END'
start
row 0 "2025-09-21"
keys <C-z>
expect "back in the shell"
expect-not "2025-09-21"
resize 120 40
keys "x<Enter>"
row 0 "2025-09-21"
expect "September 2025"
keys j
cursor-on "Generative"
keys Q
expect "gone: 0"
exit 0
END
# shellcheck disable=SC2016 # the inner shell expands them
"$runner" "$work/suspend" sh -mc '"$1"; echo back in the shell; read -r x; fg >/dev/null; echo "gone: $?"' \
	sh "$SHOROKU" >"$work/out" 2>&1
result $? "suspend" || sed 's/^/# /' "$work/out"

finish
