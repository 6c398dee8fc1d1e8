// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences that are longer than their room.
#include "shoroku/base/error.h"

#include <errno.h>
#include <string.h>

#include "tap.h"

#define ROOM (sizeof(((struct error *)0)->text) - 1)

// The length of a sentence of `before` ASCII letters and a character, cut or not.
static size_t
cut(size_t before, const char *character)
{
	struct error err;
	char letters[600];

	memset(letters, 'a', before);
	letters[before] = '\0';
	error_set(&err, ERROR_DATA, "%s%s and more", letters, character);
	return strlen(err.text);
}

static void
test_cutting(void)
{
	static const char *const characters[] = {"é", "抄", "😀"};

	for (size_t i = 0; i < 3; i++) {
		size_t size = strlen(characters[i]);

		tap_is_int((long long)cut(ROOM - size, characters[i]), (long long)ROOM,
			   "a character that just fits");
		for (size_t missing = 1; missing < size; missing++)
			tap_is_int((long long)cut(ROOM - size + missing, characters[i]),
				   (long long)(ROOM - size + missing),
				   "one that is cut is left out");
	}
	tap_is_int((long long)cut(ROOM, "a"), (long long)ROOM, "ASCII is cut anywhere");
	tap_is_int((long long)cut(10, "抄"), 22, "a short sentence is whole");
}

static void
test_errno(void)
{
	struct error err;
	char name[ROOM + 1];

	for (size_t i = 0; i + 3 <= ROOM; i += 3)
		memcpy(name + i, "抄", 3);
	name[ROOM / 3 * 3] = '\0';
	error_set_errno(&err, ENOENT, "x%s", name);
	tap_ok(strlen(err.text) <= ROOM && (strlen(err.text) - 1) / 3 >= 169,
	       "with the system's words");
	tap_ok(!strncmp(err.text + 1, name, 169 * 3), "the name is cut between characters");
	error_set_errno(&err, ENOENT, "cannot read x");
	tap_is_str(err.text, "cannot read x: No such file or directory", "or is whole");
}

int
main(void)
{
	test_cutting();
	test_errno();
	return tap_done();
}
