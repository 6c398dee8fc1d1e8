# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# What the lints share; sourced by each of them. A lint writes its breaches, one a line, into a file
# and hands that to lint_report; it leaves by lint_done.
#
# top_srcdir (or srcdir) and top_builddir come from the environment, "." where unset.
# SHOROKU_SKIP_LINTS=1 skips all of them: a second build of the same sources learns nothing new.

LC_ALL=C.UTF-8
export LC_ALL

top=${top_srcdir:-${srcdir:-.}}
# shellcheck disable=SC2034 # for the lints that ask what was built
build=${top_builddir:-.}
lint_count=0
lint_failed=0

lint_skip()
{
	echo "1..0 # SKIP $*"
	exit 0
}

[ "${SHOROKU_SKIP_LINTS:-0}" != 1 ] || lint_skip "SHOROKU_SKIP_LINTS is set"

lint_work=$(mktemp -d) || exit 99
trap 'rm -rf "$lint_work"' EXIT
trap 'exit 1' HUP INT TERM

# Something of the machine is missing: a reason to skip at home, a failure in CI.
lint_missing()
{
	[ "${CI:-}" = true ] || lint_skip "$*"
	echo "1..1"
	echo "not ok 1 - $*"
	exit 1
}

lint_need()
{
	for lint_tool; do
		command -v "$lint_tool" >/dev/null 2>&1 || lint_missing "$lint_tool is missing"
	done
}

# lint_report NAME FILE: one test point, passed when FILE is empty; its lines are the diagnostics.
lint_report()
{
	lint_count=$((lint_count + 1))
	if [ -s "$2" ]; then
		echo "not ok $lint_count - $1"
		sed 's/^/# /' "$2"
		lint_failed=1
	else
		echo "ok $lint_count - $1"
	fi
}

lint_done()
{
	echo "1..$lint_count"
	exit "$lint_failed"
}

lint_is_checkout()
{
	[ -e "$top/.git" ]
}

# Said first by a lint that asks for the files of the tree: a checkout is listed by git.
lint_need_files()
{
	! lint_is_checkout || lint_need git
}

# The files of the tree, relative to its top, one a line: those git knows or would add. Without a
# checkout (a released archive) those that no tool has made.
lint_files()
{
	if lint_is_checkout; then
		git -c safe.directory='*' -c core.quotePath=false -C "$top" \
			ls-files -co --exclude-standard | sort -u |
			while read -r lint_file; do
				[ ! -f "$top/$lint_file" ] || echo "$lint_file"
			done
	else
		(cd "$top" && find . \( -name .deps -o -name autom4te.cache -o -path ./_build \
			-o -path ./_inst -o -path './build*' \) -prune -o -type f ! -name configure \
			! -name aclocal.m4 ! -name config.status ! -name libtool -print) |
			sed 's|^\./||' | sort
	fi
}

# All C files of ours.
lint_c_files()
{
	lint_files | grep -E '^(src|include|tests|bench)/.*\.[ch]$'
}
