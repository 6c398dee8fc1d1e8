#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# No room includes what stands above it, nor a library that is another room's (src/LAYERS).
. "$(dirname "$0")/lint.sh"

(cd "$top" && find src include/shoroku -name '*.[ch]' | sort) >"$lint_work/files"
(cd "$top" && find src -mindepth 1 -maxdepth 1 -type d | sed 's|.*/||') >"$lint_work/folders"
(cd "$top" && xargs grep -nE '^[[:space:]]*#[[:space:]]*include' /dev/null) \
	<"$lint_work/files" >"$lint_work/includes"

cat >"$lint_work/layers.awk" <<'EOF'
function room_of(file,  part, n) {
	n = split(file, part, "/")
	if (file ~ /^src\//)
		return n == 2 ? (part[2] == "main.c" ? "main" : "") : part[2]
	return n == 4 ? part[3] : ""
}
function breach(where, text) {
	print where ": " text >breaches
}
# The rooms below `room`, itself included, into sees[origin, *].
function descend(origin, room,  list, n, i) {
	if ((origin, room) in sees)
		return
	sees[origin, room] = 1
	n = split(below[room], list, " ")
	for (i = 1; i <= n; i++) {
		if (list[i] == origin)
			breach("src/LAYERS", "the room " origin " stands on itself")
		if (!(list[i] in below))
			breach("src/LAYERS", "the room " room " stands on " list[i] ", which is no room")
		else
			descend(origin, list[i])
	}
}
function check_own(where, room, name,  part, n, target) {
	n = split(name, part, "/")
	target = part[1] == "shoroku" ? part[2] : part[1]
	if (n == 1)
		return # beside the file, or config.h
	if (!(target in below))
		breach(where, "\"" name "\" is in no room")
	else if (part[1] != "shoroku" && target != room)
		breach(where, room " includes a private header of " target ", \"" name "\"")
	else if (!((room, target) in sees))
		breach(where, room " may not include " target ", \"" name "\"")
}
function check_library(where, room, name,  i) {
	for (i = 1; i <= libraries; i++)
		if (name ~ "^" pattern[i] && index(allowed[i], " " room " ") == 0)
			breach(where, room " may not include <" name ">, only" allowed[i] "may")
}

FILENAME == layers {
	if ($0 ~ /^[[:space:]]*(#|$)/)
		next
	colon = match($0, /:([ \t]|$)/)
	if (!colon) {
		breach("src/LAYERS", "not understood: " $0)
		next
	}
	head = substr($0, 1, colon - 1)
	tail = substr($0, colon + 1)
	gsub(/[ \t]+/, " ", tail)
	if (head ~ /^@/) {
		libraries++
		pattern[libraries] = head
		sub(/^@[^ \t]+[ \t]+/, "", pattern[libraries])
		allowed[libraries] = " " tail " "
		gsub(/ +/, " ", allowed[libraries])
	} else {
		below[head] = tail
	}
	next
}
!prepared {
	prepared = 1
	for (room in below)
		descend(room, room)
}
FILENAME == folders {
	if (!($0 in below))
		breach("src/" $0, "no line of src/LAYERS names this room")
	next
}
FILENAME == files {
	if (!(room_of($0) in below))
		breach($0, "is in no room")
	next
}
{
	split($0, piece, ":")
	where = piece[1] ":" piece[2]
	room = room_of(piece[1])
	if (match($0, /"[^"]+"/)) {
		name = substr($0, RSTART + 1, RLENGTH - 2)
		check_own(where, room, name)
	} else if (match($0, /<[^>]+>/)) {
		name = substr($0, RSTART + 1, RLENGTH - 2)
		if (name ~ /^shoroku\//)
			breach(where, "our own <" name "> is written in quotes")
	} else {
		breach(where, "an include of neither \"...\" nor <...>")
		next
	}
	check_library(where, room, name)
}
EOF
: >"$lint_work/breaches"
if [ -f "$top/src/LAYERS" ]; then
	awk -v layers="$top/src/LAYERS" -v folders="$lint_work/folders" \
		-v files="$lint_work/files" -v breaches="$lint_work/breaches" \
		-f "$lint_work/layers.awk" "$top/src/LAYERS" "$lint_work/folders" \
		"$lint_work/files" "$lint_work/includes" ||
		echo "awk failed" >>"$lint_work/breaches"
else
	echo "src/LAYERS is missing" >"$lint_work/breaches"
fi
lint_report "every include follows src/LAYERS" "$lint_work/breaches"
lint_done
