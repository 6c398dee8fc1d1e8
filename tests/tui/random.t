#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Keys, clicks, pastes and sizes by chance, while days are imported and others mark: the reader lives, its
# screen is what it would draw anew, and the terminal is given back as it was.
# $SHOROKU_RANDOM_TUI is "SEEDS KEYS".
. "${srcdir:-.}/tests/tui/tui-lib.sh"

unset DISPLAY WAYLAND_DISPLAY
printf '#!/bin/sh\n' >"$work/true"
chmod 700 "$work/true"
VISUAL=$work/true
EDITOR=$VISUAL
BROWSER=$VISUAL
http_proxy=http://127.0.0.1:1
https_proxy=$http_proxy
all_proxy=$http_proxy
# No source is ever taken: where the configuration would stand nothing can be written.
XDG_CONFIG_HOME=/dev/null
export VISUAL EDITOR BROWSER http_proxy https_proxy all_proxy XDG_CONFIG_HOME

# shellcheck disable=SC2086 # two words
set -- ${SHOROKU_RANDOM_TUI:-2 200}
seeds=$1
keys=$2

seed=1
while [ "$seed" -le "$seeds" ]; do
	{
		echo "size 120 40"
		# What is typed behind | by chance is no program's name.
		echo "env PATH $work/none"
		echo start
		echo 'row 0 "2025-09-21"'
		round=1
		while [ "$round" -le 4 ]; do
			echo "random $((keys / 4)) $((seed * 100 + round))"
			echo repaint-same
			digest "2025-10-0$round" 3 "$seed" >"$work/day-$round.txt"
			echo "sh \"$SHOROKU import --quiet --source chance '$work/day-$round.txt'\""
			echo "sh \"$SHOROKU fav --quiet '2025-09-21#$round' || true\""
			round=$((round + 1))
		done
		echo repaint-same
		echo alive
		echo 'signal TERM'
		echo 'exit 0'
		echo restored
	} >"$work/seed-$seed"
	play "seed-$seed"
	seed=$((seed + 1))
done

finish
