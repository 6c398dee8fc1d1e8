# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Sourced by tests that need a server: starts the misbehaving one and stops it at the end.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

unset http_proxy https_proxy HTTPS_PROXY all_proxy ALL_PROXY no_proxy NO_PROXY
# shellcheck disable=SC2034 # for the tests
fetch=$builddir/tests/net/fetch

# serve SCRIPT: $url is then where it listens, $work/requests what it was asked.
serve() {
	rm -f "$work/hold" "$work/port"
	mkfifo "$work/hold" "$work/port" || exit 99
	"$builddir/tests/server/server" "$1" "$work/requests" <"$work/hold" >"$work/port" &
	server=$!
	exec 8>"$work/hold"
	read -r port <"$work/port" || exit 99
	# shellcheck disable=SC2034 # likewise
	url=http://127.0.0.1:$port
	# The server ends with its standard input.
	trap 'exec 8>&-; rm -rf "$work"' EXIT
}

# deaf: $deaf_port is then where a server listens that takes no connection; it ends with the other.
deaf() {
	"$builddir/tests/server/server" --deaf <"$work/hold" >"$work/port" 8>&- &
	# shellcheck disable=SC2034 # for the tests
	read -r deaf_port <"$work/port" || exit 99
}

# Ends the server and waits for it.
stop_serving() {
	exec 8>&-
	wait "$server"
}
