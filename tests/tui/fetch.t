#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Fetching in the reader: first run, a source that is a file, a server; the jobs; pages and PDFs in other
# programs.
. "${srcdir:-.}/tests/tui/tui-lib.sh"

unset DISPLAY WAYLAND_DISPLAY BROWSER http_proxy https_proxy all_proxy
XDG_CONFIG_HOME=$work/config
XDG_CACHE_HOME=$work/cache
SHOROKU_NOW=2025-09-24T12:00:00Z
export XDG_CONFIG_HOME XDG_CACHE_HOME SHOROKU_NOW
mkdir -p "$work/config/shoroku" "$work/pages"
config=$work/config/shoroku/config

# A stub in the place of browsers and viewers: what it was given stands in $work/shown.
cat >"$work/stub" <<END
#!/bin/sh
printf '%s\n' "\$@" >"$work/shown"
END
# until-shown TEXT: waits for it, ten seconds at most.
cat >"$work/until-shown" <<END
#!/bin/sh
for i in \$(seq 500); do
	grep -q "\$1" "$work/shown" && exit 0
	sleep 0.02
done
exit 1
END
chmod 700 "$work/stub" "$work/until-shown"

digest() {
	printf '%s の注目論文\n\n%s\n\nAnn Author, Bob Bell\n\narXiv:2509.%s\n\n選定理由\n\n理由。\n' "$1" "$2" "$3"
}

# --- the first run, without a source and with an empty archive
cat >"$work/first" <<END
size 80 24
start
row 0 "Sources"
expect "Where shall papers come from?"
cursor-on "summarxiv"
expect "hf-daily"
keys G
keys <Enter>
expect "arXiv category"
keys <Esc>
keys q
expect "R fetches some"
keys R
row 0 "Sources"
keys q
keys ":sources<Enter>"
row 0 "Sources"
keys q
keys B
expect "Nothing was done in the background yet"
keys q
keys Q
exit 0
END
mkdir "$work/empty"
SHOROKU_DATA_DIR=$work/empty "$runner" "$work/first" "$SHOROKU" >"$work/out" 2>&1
result $? "the first run offers the presets" || sed 's/^/# /' "$work/out"

# --- a source that is a directory; the cursor stays
digest 2025-09-22 "A Paper from a File" 00001 >"$work/pages/2025-09-22.txt"
digest 2025-09-23 "Another Paper from a File" 00002 >"$work/pages/2025-09-23.txt"
cat >"$config" <<END
source files file:$work/pages
set browser "$work/stub page %f"
set pdf-viewer $work/stub
END
cat >"$work/files" <<END
size 120 40
start
row 0 "2025-09-21"
keys j
cursor-on "Generative Adversarial Nets"
keys R
expect "2 days with 2 papers came"
expect "09-23"
row 0 "2025-09-21"
cursor-on "Generative Adversarial Nets"
keys B
row 0 "Jobs"
expect "fetch"
expect "files: 2025-09-22 1 paper"
keys q
cursor-on "Generative Adversarial Nets"
keys "d2025-09-23<Enter>"
expect "Another Paper from a File"
keys o
sh "$work/until-shown 2509.00002"
sh "grep -qx page $work/shown"
alive
keys Q
exit 0
END
play files

# --- a server: what fails is said, in the list of days too
cat >"$work/pages.script" <<END
/2025-09-24 text "not a digest"
/2025-09-23 file pages/2025-09-23.txt
/2025-09-22 hang head
/paper.pdf text "%PDF-1.4 small"
/page.pdf text "<html>"
* status 404
END
. "$srcdir/tests/net/net-lib.sh"
serve "$work/pages.script"
cat >"$config" <<END
source web $url/%Y-%m-%d since=2025-09-22
set pdf-viewer $work/stub
END
cat >"$work/server" <<END
size 120 40
start
keys R
row 0 "fetch web"
row 0 "^C stops"
expect-not "nothing new"
keys B
row 0 "Jobs"
expect "is no digest"
keys q
keys j
cursor-on "Generative Adversarial Nets"
keys <C-c>
expect "stopped; what came is kept"
expect-not "^C stops"
expect "09-23"
cursor-on "Generative Adversarial Nets"
keys hg
row 0 "failed"
expect "looked for a heading"
keys Q
exit 0
END
play server

# --- quitting and signals while it is fetched
printf 'size 80 24\nstart\nkeys R\nrow 0 "^C stops"\nkeys Q\nexit 0\n' >"$work/quit"
printf 'size 80 24\nstart\nkeys R\nrow 0 "^C stops"\nsignal TERM\nexit 0\n' >"$work/term"
printf 'size 40 10\nstart\nkeys R\nrow 0 "^C"\nsignal HUP\nexit 0\n' >"$work/hup"
play quit term hup

# --- PDFs
cat >"$work/record" <<END
{"date": "2025-09-20", "source": "web", "position": 90, "title": "With a PDF", "authors": ["Ann Author"], "pdf_url": "$url/paper.pdf"}
{"date": "2025-09-20", "source": "web", "position": 91, "title": "With none", "authors": ["Ann Author"], "pdf_url": "$url/page.pdf"}
END
"$SHOROKU" import --quiet --format records "$work/record" || exit 99
cat >"$work/pdf" <<END
size 120 40
start
keys "d2025-09-20<Enter>"
row 0 "2025-09-20"
keys G
keys k
cursor-on "With a PDF"
keys p
sh "$work/until-shown pdf"
sh "head -c 5 \$(cat $work/shown) | grep -q %PDF-"
alive
keys Q
exit 0
END
cat >"$work/nopdf" <<END
size 120 40
start
keys "d2025-09-20<Enter>"
row 0 "2025-09-20"
keys G
cursor-on "With none"
keys p
expect "is no PDF"
keys Q
exit 0
END
: >"$work/shown"
play pdf nopdf
stop_serving
finish
