#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# sources: the configuration file's rows listed, added, removed, and one tried without a network.
. "$(dirname "$0")/cli-lib.sh"

config=$HOME/.config/shoroku/config

run "$SHOROKU" sources
exits 1 "without sources"
says err 'sources presets' "the way to some is told"
check "no file is made" test ! -e "$config"
run "$SHOROKU" sources presets --format tsv
exits 0 "the presets"
is "$(cut -f1 "$work/out" | tr '\n' ' ')" "name summarxiv hf-daily arxiv:CATEGORY " "are three"

run "$SHOROKU" sources add summarxiv
exits 0 "a preset is added"
is "$(cat "$config")" 'source summarxiv https://summarxiv.com/ja/picks/%Y-%m-%d lang=ja' \
	"with its address and language"
is "$(stat -c %a "$config")" 600 "in a file of one's own"
is "$(stat -c %a "$HOME/.config/shoroku")" 700 "in a directory of one's own"

cat >"$config" <<'CONFIG'
# What I read.
set mouse off   # no mouse

source summarxiv https://summarxiv.com/ja/picks/%Y-%m-%d # in Japanese
source 'old' old.example/feed
# The end.
CONFIG
cp "$config" "$work/before"
run "$SHOROKU" sources add lab example.org/%Y/%-m/%-d lang=en since=2025-01-01
exits 0 "an address is added"
says out 'https://example.org/' "https where nothing is said"
{ cat "$work/before" && echo 'source lab https://example.org/%Y/%-m/%-d lang=en since=2025-01-01'; } \
	>"$work/after"
check "at the end, the rest as it was" cmp "$config" "$work/after"
run "$SHOROKU" sources remove old
exits 0 "a source is removed"
sed -i '/old/d' "$work/after"
check "its line, and no other" cmp "$config" "$work/after"
run "$SHOROKU" sources remove old
exits 1 "once"
run "$SHOROKU" sources add lab other.example
exits 2 "a name that is taken"
says err 'config:6: ' "is told with its line"
run "$SHOROKU" --quiet sources add arxiv:cs.CL+math.AG spacing=0.5 enrich=on
exits 0 "categories of arXiv"
is "$(cat "$work/out" "$work/err")" "" "quietly"
run "$SHOROKU" sources
exits 0 "the list"
is "$(cut -d' ' -f1 "$work/out" | tr '\n' ' ')" "summarxiv lab arxiv:cs.CL+math.AG " "in the file's order"
run "$SHOROKU" sources list --format json
is "$(json 2 name) $(json 2 kind) $(json 2 spacing) $(json 2 enrich)" \
	"arxiv:cs.CL+math.AG arxiv 0.5 true" "as JSON"
is "$(json 1 since) $(json 1 lang)" "2025-01-01 en" "options too"

for words in "x ftp://a.example" "x a.example lang=Japanese" "x a.example/%Y-%q-%d" "x a.example day=index" \
	"x/y a.example" "unknown" "x arxiv:CL"; do
	# shellcheck disable=SC2086 # words
	run "$SHOROKU" sources add $words
	exits 2 "sources add $words"
done
check "a mistake changes nothing" test "$(grep -c '^source' "$config")" = 3
run "$SHOROKU" sources add
exits 2 "nothing to add"
run "$SHOROKU" sources sing
exits 2 "an unknown verb"

cat >"$work/config" <<'CONFIG'
set column-width 60
source good https://good.example/feed
 source bad "https://bad.example/%Y-%x" lang=ja
source worse worse.example spacing=fast
bind days x quit
CONFIG
run "$SHOROKU" --config "$work/config" sources
exits 1 "a file with mistakes"
says err "$work/config:3:37: " "the letter is pointed at"
says err "$work/config:4:36: spacing takes " "the option is named, and what it takes"
is "$(grep -c . "$work/err")" 2 "what is no source is none of its business"
says out '^good ' "the good one works"
run "$SHOROKU" --config "$work/none" sources
exits 2 "a named file that is missing"

# Trying files.
mkdir "$work/My digests"
digest 2025-09-23 2 >"$work/My digests/a.txt"
digest 2025-09-24 3 >"$work/My digests/b.txt"
cd "$work" || exit 99
run "$SHOROKU" sources add files "./My digests"
exits 0 "a directory"
is "$(sed -n '$p' "$config")" "source files \"$work/My digests\"" "by its whole path, in quotes"
run "$SHOROKU" sources test files
exits 0 "is tried"
says out '^2025-09-24 files: 3 papers' "and shows what it would store"
says out '^2025-09-23 files: 2 papers' "all of it"
run "$SHOROKU" sources test files --date 2025-09-23
is "$(grep -c papers "$work/out")" 1 "or one day"
run "$SHOROKU" sources test files --date 2025-09-22
exits 1 "a day it does not have"
run "$SHOROKU" sources add one "file:$work/My%20digests/a.txt"
run "$SHOROKU" sources test one
exits 0 "a file: address"
says out '^2025-09-23 one: 2 papers' "is that file"
run "$SHOROKU" sources add gone "/nowhere/at/all"
run "$SHOROKU" sources test gone
exits 3 "a path that is not there"
run "$SHOROKU" sources test nobody
exits 1 "a source nobody added"
check "nothing was stored" test ! -e "$data"

# The unit of systemd that is installed beside the program.
check "the service starts the program by its whole path" \
	grep -q '^ExecStart=/.*/shoroku --quiet fetch$' "$builddir/examples/systemd/shoroku-fetch.service"

finish
