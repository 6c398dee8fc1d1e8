#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Left alone, the reader makes no system call in any of its threads; what others do shows all the same.
# How long it is watched, in seconds, says $SHOROKU_IDLE.
. "${srcdir:-.}/tests/tui/tui-lib.sh"

command -v strace >/dev/null || lack "strace is not here"
strace -f -o /dev/null true 2>/dev/null || lack "strace may not trace here"
ASAN_OPTIONS=detect_leaks=0:${ASAN_OPTIONS:-} # it cannot work under a tracer
VISUAL=true
XDG_CONFIG_HOME=$work/config
export ASAN_OPTIONS VISUAL XDG_CONFIG_HOME
unset http_proxy https_proxy all_proxy
mkdir -p "$work/config/shoroku" "$work/pages"

# What the tracer writes does not grow, once what was done before is over: nothing was called.
cat >"$work/watch" <<END
#!/bin/sh
size() {
	wc -c <"$work/trace"
}
for i in \$(seq 100); do
	before=\$(size)
	sleep 0.2
	[ "\$before" -eq "\$(size)" ] && break
done
before=\$(size)
sleep "${SHOROKU_IDLE:-3}" # not for anything to happen: for nothing to
[ "\$before" -gt 0 ] && [ "\$before" -eq "\$(size)" ] && exit 0
tail -c +\$((before + 1)) "$work/trace" | head -20
exit 1
END
chmod 700 "$work/watch"

# Every thread there is has worked: marks, two searches, a job.
digest 2025-09-22 1 >"$work/pages/2025-09-22.txt"
cat >"$work/config/shoroku/config" <<END
source pages "file:$work/pages"
saved 学習 学習
END
cat >"$work/idle" <<END
size 120 40
start
row 0 "2025-09-21"
sync
sh "$work/watch"
keys f
row 0 "favourites 1"
keys "/学習<Enter>"
row 0 "7 hits"
keys q
keys R
expect "09-22"
keys B
row 0 "Jobs"
expect "done"
keys q
sync
sync
sh "$work/watch"
sh "$SHOROKU fav --quiet '2025-09-21#2'"
row 0 "favourites 2"
expect "★  Generative"
keys <Enter>
expect "Related papers"
sync
sh "$work/watch"
keys Q
exit 0
restored
END
"$runner" "$work/idle" strace -f -o "$work/trace" "$SHOROKU" >"$work/out" 2>&1
result $? "nothing is called while nothing happens, and what others mark is shown" ||
	sed 's/^/# /' "$work/out"
threads=$(awk '{ print $1 }' "$work/trace" | sort -u | wc -l)
[ "$threads" -ge 5 ]
result $? "$threads threads were watched"

finish
