// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/style.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "tui/theme.h"

#define TAG_PREFIX "tag:"

// clang-format off
static const char *const role_names[STYLE_NAMED] = {
	[STYLE_NORMAL] = "normal", [STYLE_TITLE] = "title", [STYLE_AUTHOR] = "author",
	[STYLE_FOLLOWED] = "followed", [STYLE_HEADING] = "heading", [STYLE_META] = "meta",
	[STYLE_UNREAD] = "unread", [STYLE_FAVOURITE] = "favourite", [STYLE_TAG] = "tag",
	[STYLE_HIT] = "hit", [STYLE_CURSOR] = "cursor", [STYLE_STATUS] = "status",
	[STYLE_HINT] = "hint", [STYLE_RULE] = "rule", [STYLE_WARNING] = "warning",
	[STYLE_ERROR] = "error",
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
	struct error ignored;

	*theme = (struct style_theme){0};
	if (theme_use(theme_name(0), theme, &ignored))
		BUG("there is no first theme");
}

void
style_theme_release(struct style_theme *theme)
{
	while (theme->tag_count)
		free(theme->tags[--theme->tag_count]);
}

enum style_role
style_tag(const struct style_theme *theme, const char *name)
{
	for (size_t i = 0; i < theme->tag_count; i++) {
		if (!strcmp(theme->tags[i], name))
			return (enum style_role)(STYLE_FIRST_TAG + i);
	}
	return STYLE_TAG;
}

const char *
style_color_name(size_t index)
{
	if (index < ARRAY_LENGTH(color_names))
		return color_names[index];
	index -= ARRAY_LENGTH(color_names);
	return index < ARRAY_LENGTH(attribute_names) ? attribute_names[index].name : NULL;
}

const char *
style_role_name(enum style_role role)
{
	return role_names[role];
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
	for (int i = 0; i < STYLE_NAMED; i++) {
		if (!strcmp(name, role_names[i]))
			return i;
	}
	return -1;
}

// The role of a tag with a colour of its own, made where it has none.
static int
role_of_tag(struct style_theme *theme, const char *name, struct error *err)
{
	enum style_role role = style_tag(theme, name);

	if (role != STYLE_TAG)
		return (int)role;
	if (!*name)
		return error_set(err, ERROR_USAGE, _("a tag's name is missing here"));
	if (theme->tag_count == STYLE_TAG_MOST)
		return error_set(err, ERROR_USAGE, _("at most %d tags have a colour of their own"),
				 STYLE_TAG_MOST);
	theme->tags[theme->tag_count] = memory_strdup(name);
	return STYLE_FIRST_TAG + (int)theme->tag_count++;
}

int
style_theme_set(struct style_theme *theme, char *const *arguments, size_t count, size_t *bad,
		struct error *err)
{
	struct style style = {STYLE_DEFAULT_COLOR, STYLE_DEFAULT_COLOR, 0};
	bool is_tag = !strncmp(arguments[0], TAG_PREFIX, strlen(TAG_PREFIX));
	int role = find_role(arguments[0]);
	int colors = 0;

	*bad = 0;
	if (role < 0 && !is_tag)
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
	*bad = 0;
	if (is_tag)
		role = role_of_tag(theme, arguments[0] + strlen(TAG_PREFIX), err);
	if (role < 0)
		return -1;
	theme->roles[role] = style;
	return 0;
}
