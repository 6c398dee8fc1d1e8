#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The bytes themselves: one cell by one cell, and hostile text, send the terminal nothing it should
# not get; an unknown TERM is a sentence.
. "${srcdir:-.}/tests/tui/tui-lib.sh"

printf '%s\n' '2025-09-30 の注目論文' '' "$(printf 'Bad \033[31mtitle\302\233 \342\200\256here\007')" '' \
	"$(printf 'Ann \033]0x\007Author, Bob Bell')" '' '選定理由' '' \
	"$(printf 'text \033[2J with \001 all \177 of it 👨‍👩‍👧 e\314\201')" >"$work/hostile.txt"
"$SHOROKU" import "$work/hostile.txt" >/dev/null
code=$?
is "$code" 0 "hostile text is imported"
cat >"$work/unknown" <<'END'
env TERM no-such-terminal
start
expect "is not known here"
exit 2
END
cat >"$work/small" <<'END'
novterm
size 1 1
start
keys "jjl?q"
stream-clean
alive
keys Q
exit 0
END
cat >"$work/hostile" <<'END'
start
expect "Bad [31mtitle here"
expect "Ann ]0xAuthor, Bob Bell"
stream-clean
keys "la?"
row 0 "Keys"
stream-clean
keys qQ
exit 0
END
play unknown hostile small
finish
