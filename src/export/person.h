// SPDX-License-Identifier: GPL-3.0-or-later
// Which part of a printed name is the family's, where that is sure.
#ifndef EXPORT_PERSON_H
#define EXPORT_PERSON_H

#include <stdbool.h>
#include <stddef.h>

struct person {
	const char *family; // into the name, not terminated
	size_t family_length;
	const char *given;
	size_t given_length;
};

// False where it is not sure: a name of one word, of three whole words, of a team, of Katakana words, with a
// comma, a digit or a script whose order is not known here.
bool person_split(const char *name, struct person *person);

#endif
