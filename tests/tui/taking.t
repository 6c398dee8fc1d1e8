#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Taking papers out of the reader: to the clipboard by OSC 52 or a program, into files, through a command;
# and the numbered links.
. "${srcdir:-.}/tests/tui/tui-lib.sh"

unset DISPLAY WAYLAND_DISPLAY BROWSER
XDG_CONFIG_HOME=$work/config
export XDG_CONFIG_HOME
mkdir -p "$work/config/shoroku"
config=$work/config/shoroku/config
cat >"$work/stub" <<END
#!/bin/sh
printf '%s\n' "\$@" >"$work/shown"
END
# reads: what it is given to read ends up in $work/read
cat >"$work/reads" <<END
#!/bin/sh
cat >"$work/read.part"
mv "$work/read.part" "$work/read"
echo "reads said so"
END
cat >"$work/until" <<'END'
#!/bin/sh
for i in $(seq 500); do
	grep -q -e "$1" "$2" 2>/dev/null && exit 0
	sleep 0.02
done
exit 1
END
chmod 700 "$work/stub" "$work/reads" "$work/until"

cat >"$work/linked.jsonl" <<'END'
{"date": "2025-09-22", "source": "test", "title": "Linked Paper", "authors": ["Ann Author"], "arxiv_id": "2509.00007", "doi": "10.1234/x", "url": "https://example.org/page", "sections": [{"role": "short", "label": "Short", "text": "Words of a model."}]}
{"date": "2025-09-22", "source": "test", "title": "Other Paper", "authors": ["Bo Baker"], "arxiv_id": "2509.00008"}
{"date": "2025-09-22", "source": "test", "title": "Bare Paper"}
END
printf '{"date": "2025-09-01", "source": "test", "title": "Huge Paper", "arxiv_id": "2509.00009", "sections": [{"role": "detail", "label": "D", "text": "%s"}]}\n' \
	"$(head -c 76000 /dev/zero | tr '\0' x)" >>"$work/linked.jsonl"
"$SHOROKU" import "$work/linked.jsonl" >/dev/null || exit 99
link=$(printf 'https://arxiv.org/abs/2509.00007' | base64 | tr -d '\n')
both=$(printf 'https://arxiv.org/abs/2509.00007\nhttps://arxiv.org/abs/2509.00008' | base64 | tr -d '\n')
bibtex=$("$SHOROKU" export --format bibtex '2025-09-22#1' | base64 | tr -d '\n')

# --- OSC 52, after the screen was brought up to date
cat >"$work/osc" <<END
start
row 0 "2025-09-22"
cursor-on "Linked Paper"
stream-clean
keys y
expect "copied: https://arxiv.org/abs/2509.00007"
stream-has "\\u{1B}]52;c;$link\\u{7}"
keys Y
expect "BibTeX of 1 paper copied"
stream-has "\\u{1B}]52;c;$bibtex\\u{7}"
keys "  y"
expect "2 links copied"
stream-has "\\u{1B}]52;c;$both\\u{7}"
keys ":copy-bibtex<Enter>"
expect "BibTeX of 2 papers copied"
keys v
keys y
expect "no link is known of this paper"
keys :
keys "set clipboard none<Enter>"
keys Y
expect "not copied"
keys Q
exit 0
END

# --- more than terminals take is not cut but refused
cat >"$work/huge" <<END
start
keys "d2025-09-01<Enter>"
cursor-on "Huge Paper"
keys Y
expect "terminals take 74994; x writes a file"
stream-clean
keys y
expect "copied: https://arxiv.org/abs/2509.00009"
keys ":set clipboard $work/reads<Enter>"
keys Y
expect "BibTeX of 1 paper copied"
sh "$work/until xxxxxx $work/read"
keys Q
exit 0
END

# --- a terminal that does not know the sequence would print it
cat >"$work/plain-terminal" <<'END'
env TERM vt100
start
keys y
expect "this terminal has no clipboard"
stream-clean
keys Q
exit 0
END

# --- a program in the place of the terminal
cat >"$work/program" <<END
start
cursor-on "Linked Paper"
keys ":set clipboard $work/reads<Enter>"
keys y
expect "copied: https://arxiv.org"
sh "$work/until abs/2509.00007 $work/read"
stream-clean
keys ":set clipboard $work/nothing-there<Enter>"
keys y
expect "cannot start"
keys Q
exit 0
END

# --- files: by their ending, never replaced unasked, of the list, the selected papers or the open one
cat >"$work/files" <<END
start
cursor-on "Linked Paper"
keys x
row -1 "write all papers here to:"
keys "$work/list.word<Enter>"
expect "says the format by its end"
keys "<C-u>$work/list.bib<Enter>"
expect "3 papers written to"
sh "grep -c '^@misc' $work/list.bib | grep -qx 3"
keys " x"
row -1 "write the selected papers to:"
keys "$work/list.bib<Enter>"
expect "is there already"
sh "grep -c '^@misc' $work/list.bib | grep -qx 3"
keys "<Enter>"
expect "1 paper written to"
sh "grep -c '^@misc' $work/list.bib | grep -qx 1"
keys "<Enter>"
keys x
row -1 "write the paper to:"
keys "<Esc>"
keys ":export $work/none/a.md<Enter>"
expect "cannot write"
keys "<Esc>"
keys ":export $work/a note.md<Enter>"
expect "1 paper written to"
sh "grep -q '## Other Paper' '$work/a note.md'"
keys Q
exit 0
END

# --- through a command: the terminal is its own meanwhile, and what was typed in between is forgotten
cat >"$work/pipe" <<END
start
cursor-on "Linked Paper"
keys "|"
keys "$work/reads 'a word"
keys "<Enter>"
expect "quote"
keys "<BS><BS><BS><BS><BS><BS><BS><BS><Enter>"
expect "reads said so"
expect "Any key goes back"
sh "grep -q 'Words of a model' $work/read"
sh "grep -q 'Other Paper' $work/read && exit 1; exit 0"
keys "jQ"
row 0 "2025-09-22"
cursor-on "Linked Paper"
alive
keys Q
exit 0
again
row 0 "2025-09-22"
keys "  |<Up><Enter>"
expect "Any key goes back"
sh "grep -q 'Other Paper' $work/read"
keys q
row 0 "2025-09-22"
keys Q
exit 0
again
keys ":pipe false<Enter>"
expect "Any key goes back"
resize 60 20
sync
expect "Any key goes back"
keys q
expect "ended with status 1"
alive
keys Q
exit 0
again
cursor-on "Paper"
keys ":pipe sh -c 'kill -TERM \$PPID'<Enter>"
exit 0
END

# --- links by number
cat >"$config" <<END
set browser $work/stub
END
cat >"$work/links" <<END
size 120 40
start
expect "[1] arXiv:2509.00007  [2] doi:10.1234/x"
expect "[3] example.org  [4] PDF"
keys L
row -1 "link:"
keys 3
expect "opened with stub"
sh "$work/until https://example.org/page $work/shown"
keys ":open-link 2<Enter>"
sh "$work/until https://doi.org/10.1234/x $work/shown"
keys L7
expect "numbered from 1 to 4"
keys "<Esc>"
keys ":open-link x<Enter>"
expect "numbered from 1 to 4"
keys "<Esc>"
keys jj
cursor-on "Bare Paper"
keys L1
expect "no link is known"
keys "<Esc>Q"
exit 0
END
play osc huge plain-terminal program files pipe
# With a display the browser does not take the terminal, and no key typed meanwhile is dropped.
DISPLAY=:0
export DISPLAY
play links
finish
