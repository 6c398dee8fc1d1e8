#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# `shoroku config` and `shoroku keys` say what the configuration makes of the reader.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

tab=$(printf '\t')
config=$HOME/.config/shoroku
mkdir -p "$config"

run "$SHOROKU" config
exits 0 "no configuration"
says out '^set column-width 72$' "the settings are as they begin"
run "$SHOROKU" keys --format tsv
exits 0 "the keys"
says out "^reader${tab}f${tab}favourite${tab}" "as they begin"

printf 'set column-width 60\ninclude more\nset browser "lynx -nopause"\n' >"$config/config"
printf 'bind reader F favourite\nbind reader f none\nset mouse off\n' >"$config/more"
run "$SHOROKU" config
exits 0 "a configuration without a mistake"
says out '^set column-width 60$' "a number"
says out '^set mouse off$' "one of the file that is included"
says out '^set browser "lynx -nopause"$' "words are quoted"
cp "$work/out" "$work/again"
run "$SHOROKU" --config "$work/again" config
is "$(cat "$work/out")" "$(cat "$work/again")" "what it prints is a configuration"
run "$SHOROKU" keys --format tsv
says out "^reader${tab}F${tab}favourite${tab}" "a key that was bound"
run "$SHOROKU" keys
says out '^reader$' "as text the views are headings"
says out '^  F  *favourite ' "with the keys below"

printf 'set column-width 60\nset column-width 6000\ninclude nowhere\nset mouse off\n' >"$config/config"
run "$SHOROKU" config
exits 1 "mistakes"
says err 'config:2:18: ' "a value that is none, with its place"
says err 'config:3:9: .*nowhere' "a file that is not there"
says out '^set mouse off$' "the rest holds"
run "$SHOROKU" --config "$work/none" config
exits 3 "a configuration that was named and is not there"
finish
