# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Sourced by the tests of the command line: a temporary home, a fixed clock, TAP.
# Tests run in the top build directory, with $srcdir naming the top source directory.

srcdir=$(cd "${srcdir:-.}" && pwd) || exit 99
builddir=${builddir:-.}
builddir=$(cd "$builddir" && pwd) || exit 99
SHOROKU=${SHOROKU:-$builddir/src/shoroku}
json_query=$builddir/tests/cli/json-query
work=$(mktemp -d "${TMPDIR:-/tmp}/shoroku-test.XXXXXX") || exit 99
trap 'rm -rf "$work"' EXIT
trap 'exit 99' HUP INT TERM

unset LANG LANGUAGE LC_CTYPE LC_MESSAGES LC_TIME LC_COLLATE LC_NUMERIC NO_COLOR COLUMNS \
	SHOROKU_DATA_DIR XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME TEXTDOMAINDIR SHOROKU_LOG
HOME=$work/home
LC_ALL=C.UTF-8
TZ=UTC
TERM=dumb
SHOROKU_NOW=2025-09-24T12:00:00Z
SHOROKU_EXAMPLES=$work/none # whatever is installed on this machine
export HOME LC_ALL TZ TERM SHOROKU_NOW SHOROKU_EXAMPLES SHOROKU
mkdir "$HOME" || exit 99
# shellcheck disable=SC2034 # for the tests that look at the files
data=$HOME/.local/share/shoroku

tests_run=0
tests_failed=0

# result STATUS NAME
result() {
	tests_run=$((tests_run + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $tests_run - $2"
	else
		tests_failed=$((tests_failed + 1))
		echo "not ok $tests_run - $2"
		return 1
	fi
}

# run COMMAND…: its output in $work/out and $work/err, its exit code in $code.
run() {
	"$@" >"$work/out" 2>"$work/err" </dev/null
	code=$?
}

show_files() {
	sed 's/^/# stdout: /' "$work/out"
	sed 's/^/# stderr: /' "$work/err"
}

# is GOT WANT NAME
is() {
	if [ "$1" = "$2" ]; then
		result 0 "$3"
	else
		result 1 "$3"
		printf '%s\n' "$1" | sed 's/^/#  got: /'
		printf '%s\n' "$2" | sed 's/^/# want: /'
	fi
}

# exits WANT NAME: the exit code of the last run.
exits() {
	if [ "$code" -eq "$1" ]; then
		result 0 "$2: exit $1"
	else
		result 1 "$2: exit $1"
		echo "#  got: $code"
		show_files
	fi
}

# says out|err PATTERN NAME: a line of the last run's output matches the basic regular expression.
says() {
	if grep -q -e "$2" "$work/$1"; then
		result 0 "$3"
	else
		result 1 "$3"
		echo "# want: $2"
		show_files
	fi
}

# check NAME COMMAND…: the command succeeds.
check() {
	check_name=$1
	shift
	"$@"
	result $? "$check_name"
}

# json STEP…: what the steps lead to in the last run's standard output.
json() {
	"$json_query" "$@" <"$work/out"
}

finish() {
	echo "1..$tests_run"
	exit $((tests_failed > 0))
}

skip_all() {
	echo "1..0 # SKIP $1"
	exit 0
}

# What CI must have: a lack is a failure there and a skip elsewhere.
lack() {
	if [ "${CI:-}" = true ]; then
		echo "Bail out! $1"
		exit 1
	fi
	skip_all "$1"
}

shared_data() {
	for directory in "${SHOROKU_SHARED_DATA:-}" "$srcdir/../shared/data"; do
		if [ -n "$directory" ] && [ -r "$directory/seed-2025-09-24.txt" ]; then
			(cd "$directory" && pwd)
			return 0
		fi
	done
	return 1
}

# digest DATE PAPERS [WORD]: a digest in the seed's form on standard output. WORD varies its text.
digest() {
	printf '%s の注目論文\n' "$1"
	number=1
	while [ "$number" -le "$2" ]; do
		printf '\nA Study of Test Subject Number %d on %s\n' "$number" "$1"
		printf '\nAda Example, Bo Nikolić, 試験 太郎, Dora O'\''Hara, Emil Müller\n'
		printf '\n選定理由\n\n論文%dを%s選んだ理由は、よく読めるからである。\n' "$number" "${3:-}"
		printf '\nかんたん要約 (SNS向け)\n\n論文%dの短い要約。とても短い!\n' "$number"
		printf '\n詳細要約\n\n論文%dの詳しい要約。背景、方法(z=4-7)、結果、結論の順に述べる。\n' \
			"$number"
		number=$((number + 1))
	done
}

# How many entries a date has, by the program itself.
papers_of() {
	"$SHOROKU" list "$1" --format tsv 2>/dev/null | sed 1d | wc -l | tr -d ' '
}
