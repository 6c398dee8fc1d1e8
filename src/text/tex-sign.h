// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands of formulas stand for.
#ifndef TEXT_TEX_SIGN_H
#define TEXT_TEX_SIGN_H

#include <stdbool.h>
#include <stddef.h>

enum tex_sign_kind {
	TEX_LETTER,   // stands close to what follows
	TEX_OPERATOR, // blanks around it are kept
	TEX_WORD,     // a function's name
};

struct tex_sign {
	const char *name; // without the backslash
	const char *text;
	enum tex_sign_kind kind;
};

// NULL where there is none of that name.
const struct tex_sign *tex_sign_find(const char *name, size_t length);

// A digit, letter or sign raised or lowered; NULL where Unicode has no such form.
const char *tex_sign_script(char plain, bool low);

#endif
