#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for bash knows every command and every option, since the program tells them.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

command -v bash >/dev/null || lack "bash is not here"
digest 2025-09-24 2 >"$work/a.txt"
"$SHOROKU" import "$work/a.txt" >/dev/null
mkdir "$work/bin"
ln -s "$SHOROKU" "$work/bin/shoroku"
cat >"$work/complete" <<END
PATH=$work/bin:\$PATH
. "$srcdir/completions/shoroku"
COMP_WORDS=("\$@")
COMP_CWORD=\$((\$# - 1))
_shoroku
printf '%s\n' "\${COMPREPLY[@]}"
END

# completes WORD… -- the last one unfinished: what is offered, in one line
completes() {
	bash "$work/complete" shoroku "$@" | tr '\n' ' ' | sed 's/ $//'
}

is "$(completes li)" list "a command"
is "$(completes --data-dir "$work" --quiet li)" list "behind options, one with a value"
is "$(completes help se)" search "a command to be explained"
is "$(completes search --so)" --sort "an option"
is "$(completes search --sort re)" relevance "what it takes"
is "$(completes search --sort = re)" relevance "behind a ="
is "$(completes export --format b)" bibtex "a format"
is "$(completes stats --by w)" week "another"
is "$(completes --color al)" always "of an option of every command"
is "$(completes show 2025-09)" 2025-09-24 "a day"
is "$(completes sources re)" remove "a word of sources"
is "$(completes search --limit 1)" "" "nothing where nothing is known"
"$SHOROKU" help --list | awk -F '\t' '$1 { n = split($2, options, " ")
	for (i = 1; i <= n; i++) { sub("=.*", "", options[i]); print $1, options[i] } }' >"$work/options"
while read -r command option; do
	completes "$command" "$option" | grep -qw -e "$option" || echo "$command $option"
done <"$work/options" >"$work/missing"
check "there are options" test "$(wc -l <"$work/options")" -gt 40
is "$(cat "$work/missing")" "" "every option of every command"

finish
