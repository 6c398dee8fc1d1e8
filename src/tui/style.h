// SPDX-License-Identifier: GPL-3.0-or-later
// Colour by role: what a cell means, and how each role looks. Never colour alone: every role that
// matters also has an attribute or a glyph.
#ifndef TUI_STYLE_H
#define TUI_STYLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/base/error.h"

enum style_role {
	STYLE_NORMAL,
	STYLE_TITLE,
	STYLE_AUTHOR,
	STYLE_FOLLOWED, // an author the user follows
	STYLE_HEADING,
	STYLE_META,
	STYLE_UNREAD,
	STYLE_FAVOURITE,
	STYLE_TAG,
	STYLE_HIT,
	STYLE_CURSOR,
	STYLE_STATUS,
	STYLE_HINT,
	STYLE_RULE,
	STYLE_WARNING,
	STYLE_ERROR,
	STYLE_NAMED,		       // roles up to here have names
	STYLE_FIRST_TAG = STYLE_NAMED, // then tags with a colour of their own
	STYLE_ROLES = STYLE_NAMED + 32,
};

#define STYLE_TAG_MOST (STYLE_ROLES - STYLE_FIRST_TAG)

enum { STYLE_BOLD = 1, STYLE_DIM = 2, STYLE_UNDERLINE = 4, STYLE_REVERSE = 8 };

#define STYLE_DEFAULT_COLOR (-1)

struct style {
	int foreground; // palette index 0–255, or STYLE_DEFAULT_COLOR
	int background;
	unsigned attributes;
};

struct style_theme {
	struct style roles[STYLE_ROLES];
	char *tags[STYLE_TAG_MOST]; // names of those with a role of their own
	size_t tag_count;
};

void style_theme_init(struct style_theme *theme);
void style_theme_release(struct style_theme *theme);

// How a tag looks: STYLE_TAG, or a role of its own.
enum style_role style_tag(const struct style_theme *theme, const char *name);

// The arguments of `color ROLE|tag:NAME [FOREGROUND [BACKGROUND]] [ATTRIBUTE…]`: colours by name (black
// … white, bright-black …, default) or number, attributes bold, dim, underline, reverse, none.
// Changes the theme only when every word is understood; otherwise *bad is the index of the wrong one.
int style_theme_set(struct style_theme *theme, char *const *arguments, size_t count, size_t *bad,
		    struct error *err) ERROR_CHECKED;

// The names of colours and of attributes one after the other, NULL after the last.
const char *style_color_name(size_t index);

const char *style_role_name(enum style_role role);

#endif
