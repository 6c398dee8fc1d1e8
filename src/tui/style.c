// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/style.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"

// The palette's first colours follow the user's own terminal theme.
enum { RED = 1, GREEN = 2, YELLOW = 3, CYAN = 6 };

// clang-format off
static const struct {
	const char *name;
	struct style style;
} initial_roles[STYLE_ROLES] = {
	[STYLE_NORMAL]    = { "normal",    { -1,     -1, 0 } },
	[STYLE_TITLE]     = { "title",     { -1,     -1, STYLE_BOLD } },
	[STYLE_AUTHOR]    = { "author",    { -1,     -1, 0 } },
	[STYLE_HEADING]   = { "heading",   { CYAN,   -1, STYLE_BOLD } },
	[STYLE_META]      = { "meta",      { -1,     -1, STYLE_DIM } },
	[STYLE_UNREAD]    = { "unread",    { -1,     -1, STYLE_BOLD } },
	[STYLE_FAVOURITE] = { "favourite", { YELLOW, -1, STYLE_BOLD } },
	[STYLE_TAG]       = { "tag",       { CYAN,   -1, 0 } },
	[STYLE_HIT]       = { "hit",       { YELLOW, -1, STYLE_BOLD | STYLE_UNDERLINE } },
	[STYLE_CURSOR]    = { "cursor",    { CYAN,   -1, STYLE_BOLD } },
	[STYLE_STATUS]    = { "status",    { -1,     -1, STYLE_BOLD } },
	[STYLE_HINT]      = { "hint",      { -1,     -1, STYLE_DIM } },
	[STYLE_RULE]      = { "rule",      { -1,     -1, STYLE_DIM } },
	[STYLE_WARNING]   = { "warning",   { YELLOW, -1, 0 } },
	[STYLE_ERROR]     = { "error",     { RED,    -1, STYLE_BOLD } },
};
// clang-format on

static const char *const color_names[] = {
    "black",	    "red",	     "green",	    "yellow",	      "blue",
    "magenta",	    "cyan",	     "white",	    "bright-black",   "bright-red",
    "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan",
    "bright-white",
};

static const struct {
	const char *name;
	unsigned attribute;
} attribute_names[] = {
    {"none", 0},
    {"bold", STYLE_BOLD},
    {"dim", STYLE_DIM},
    {"underline", STYLE_UNDERLINE},
    {"reverse", STYLE_REVERSE},
};

void
style_theme_init(struct style_theme *theme)
{
	for (size_t i = 0; i < STYLE_ROLES; i++)
		theme->roles[i] = initial_roles[i].style;
}

const char *
style_role_name(enum style_role role)
{
	return initial_roles[role].name;
}

static bool
parse_color(const char *word, int *color)
{
	char *end;
	long number;

	if (!strcmp(word, "default")) {
		*color = STYLE_DEFAULT_COLOR;
		return true;
	}
	for (size_t i = 0; i < ARRAY_LENGTH(color_names); i++) {
		if (!strcmp(word, color_names[i])) {
			*color = (int)i;
			return true;
		}
	}
	number = strtol(word, &end, 10);
	if (end == word || *end || number < 0 || number > 255)
		return false;
	*color = (int)number;
	return true;
}

static bool
parse_attribute(const char *word, unsigned *attributes)
{
	for (size_t i = 0; i < ARRAY_LENGTH(attribute_names); i++) {
		if (!strcmp(word, attribute_names[i].name)) {
			*attributes |= attribute_names[i].attribute;
			return true;
		}
	}
	return false;
}

static int
find_role(const char *name)
{
	for (int i = 0; i < STYLE_ROLES; i++) {
		if (!strcmp(name, initial_roles[i].name))
			return i;
	}
	return -1;
}

int
style_theme_set(struct style_theme *theme, char *const *arguments, size_t count, size_t *bad,
		struct error *err)
{
	struct style style = {STYLE_DEFAULT_COLOR, STYLE_DEFAULT_COLOR, 0};
	int role = find_role(arguments[0]);
	int colors = 0;

	*bad = 0;
	if (role < 0)
		return error_set(err, ERROR_USAGE, _("there is no role “%s” to colour"),
				 arguments[0]);
	for (size_t i = 1; i < count; i++) {
		int color;

		if (parse_attribute(arguments[i], &style.attributes))
			continue;
		*bad = i;
		if (colors == 2 || !parse_color(arguments[i], &color))
			return error_set(err, ERROR_USAGE,
					 _("“%s” is neither a colour nor an attribute"),
					 arguments[i]);
		if (colors++ == 0)
			style.foreground = color;
		else
			style.background = color;
	}
	theme->roles[role] = style;
	return 0;
}
