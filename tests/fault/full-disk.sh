# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Sourced after cli-lib.sh: a small disk at $small that can be filled. Where none may be mounted a
# limit on the size of files stands in.

# shellcheck disable=SC2154 # cli-lib.sh sets it
small=$work/small
mkdir "$small"

if mount -t tmpfs -o size=4m,mode=700 tmpfs "$small" 2>/dev/null; then
	trap 'umount "$small"; rm -rf "$work"' EXIT
	# limited COMMAND…: runs it under the limit, if there is one.
	limited() {
		"$@"
	}
	free_space() {
		mount -o remount,size=64m "$small"
		rm -f "$small/ballast"
	}
	fill() {
		dd if=/dev/zero of="$small/ballast" bs=1k count=100000 2>/dev/null
		:
	}
else
	echo "# no tmpfs may be mounted here: a limit on the size of files stands in"
	limited() {
		(
			trap '' XFSZ
			ulimit -f "$blocks"
			exec "$@"
		)
	}
	blocks=unlimited
	free_space() {
		blocks=unlimited
	}
	fill() {
		largest=$(find "$small" -type f -exec ls -s {} + | awk '{ print $1 }' | sort -n | tail -1)
		blocks=$((largest / 4)) # of 512 bytes, ls counts 1024: below what is there
	}
fi
