// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/theme.h"

#include <string.h>

#include "shoroku/base/i18n.h"

#define DEFAULT STYLE_DEFAULT_COLOR

enum { RED = 1, GREEN = 2, YELLOW = 3, CYAN = 6 };
enum { BOLD = STYLE_BOLD, DIM = STYLE_DIM, UNDERLINE = STYLE_UNDERLINE, REVERSE = STYLE_REVERSE };

struct theme {
	const char *name;
	struct style roles[STYLE_NAMED];
};

// Numbers above 15 are of the palette of 256. Where there are 8 or 16 colours the terminal takes the
// nearest, and of two greys the one above 243 is white: greys are chosen so that this can be seen, too.
// clang-format off
static const struct theme themes[] = {
	// The palette's first colours follow the user's own terminal.
	{ "terminal", {
		[STYLE_NORMAL]    = { DEFAULT, DEFAULT, 0 },
		[STYLE_TITLE]     = { DEFAULT, DEFAULT, BOLD },
		[STYLE_AUTHOR]    = { DEFAULT, DEFAULT, 0 },
		[STYLE_FOLLOWED]  = { GREEN,   DEFAULT, BOLD },
		[STYLE_HEADING]   = { CYAN,    DEFAULT, BOLD },
		[STYLE_META]      = { DEFAULT, DEFAULT, DIM },
		[STYLE_UNREAD]    = { DEFAULT, DEFAULT, BOLD },
		[STYLE_FAVOURITE] = { YELLOW,  DEFAULT, BOLD },
		[STYLE_TAG]       = { CYAN,    DEFAULT, 0 },
		[STYLE_HIT]       = { YELLOW,  DEFAULT, BOLD | UNDERLINE },
		[STYLE_CURSOR]    = { CYAN,    DEFAULT, BOLD },
		[STYLE_STATUS]    = { DEFAULT, DEFAULT, BOLD },
		[STYLE_HINT]      = { DEFAULT, DEFAULT, DIM },
		[STYLE_RULE]      = { DEFAULT, DEFAULT, DIM },
		[STYLE_WARNING]   = { YELLOW,  DEFAULT, 0 },
		[STYLE_ERROR]     = { RED,     DEFAULT, BOLD } } },
	{ "dark", {
		[STYLE_NORMAL]    = { 252, 234, 0 },
		[STYLE_TITLE]     = { 255, 234, BOLD },
		[STYLE_AUTHOR]    = { 250, 234, 0 },
		[STYLE_FOLLOWED]  = { 114, 234, BOLD },
		[STYLE_HEADING]   = {  80, 234, BOLD },
		[STYLE_META]      = { 245, 234, 0 },
		[STYLE_UNREAD]    = { 255, 234, BOLD },
		[STYLE_FAVOURITE] = { 221, 234, BOLD },
		[STYLE_TAG]       = { 110, 234, 0 },
		[STYLE_HIT]       = { 222, 234, BOLD | UNDERLINE },
		[STYLE_CURSOR]    = {  80, 234, BOLD },
		[STYLE_STATUS]    = { 255, 234, BOLD },
		[STYLE_HINT]      = { 245, 234, 0 },
		[STYLE_RULE]      = { 244, 234, 0 },
		[STYLE_WARNING]   = { 215, 234, 0 },
		[STYLE_ERROR]     = { 203, 234, BOLD } } },
	{ "light", {
		[STYLE_NORMAL]    = { 235, 255, 0 },
		[STYLE_TITLE]     = {  16, 255, BOLD },
		[STYLE_AUTHOR]    = { 238, 255, 0 },
		[STYLE_FOLLOWED]  = {  28, 255, BOLD },
		[STYLE_HEADING]   = {  25, 255, BOLD },
		[STYLE_META]      = { 242, 255, 0 },
		[STYLE_UNREAD]    = {  16, 255, BOLD },
		[STYLE_FAVOURITE] = { 130, 255, BOLD },
		[STYLE_TAG]       = {  25, 255, 0 },
		[STYLE_HIT]       = {  89, 255, BOLD | UNDERLINE },
		[STYLE_CURSOR]    = {  25, 255, BOLD },
		[STYLE_STATUS]    = {  16, 255, BOLD },
		[STYLE_HINT]      = { 242, 255, 0 },
		[STYLE_RULE]      = { 243, 255, 0 },
		[STYLE_WARNING]   = { 130, 255, 0 },
		[STYLE_ERROR]     = { 124, 255, BOLD } } },
	// White, yellow and cyan on black alone, nothing dim.
	{ "contrast", {
		[STYLE_NORMAL]    = { 15, 0, 0 },
		[STYLE_TITLE]     = { 15, 0, BOLD },
		[STYLE_AUTHOR]    = { 15, 0, 0 },
		[STYLE_FOLLOWED]  = { 14, 0, BOLD | UNDERLINE },
		[STYLE_HEADING]   = { 14, 0, BOLD | UNDERLINE },
		[STYLE_META]      = { 15, 0, 0 },
		[STYLE_UNREAD]    = { 15, 0, BOLD },
		[STYLE_FAVOURITE] = { 11, 0, BOLD },
		[STYLE_TAG]       = { 14, 0, BOLD },
		[STYLE_HIT]       = { 0, 11, BOLD },
		[STYLE_CURSOR]    = { 0, 14, BOLD },
		[STYLE_STATUS]    = { 0, 15, BOLD },
		[STYLE_HINT]      = { 15, 0, 0 },
		[STYLE_RULE]      = { 15, 0, 0 },
		[STYLE_WARNING]   = { 11, 0, BOLD },
		[STYLE_ERROR]     = { 11, 0, BOLD | REVERSE } } },
	{ "mono", {
		[STYLE_NORMAL]    = { DEFAULT, DEFAULT, 0 },
		[STYLE_TITLE]     = { DEFAULT, DEFAULT, BOLD },
		[STYLE_AUTHOR]    = { DEFAULT, DEFAULT, 0 },
		[STYLE_FOLLOWED]  = { DEFAULT, DEFAULT, BOLD },
		[STYLE_HEADING]   = { DEFAULT, DEFAULT, BOLD | UNDERLINE },
		[STYLE_META]      = { DEFAULT, DEFAULT, DIM },
		[STYLE_UNREAD]    = { DEFAULT, DEFAULT, BOLD },
		[STYLE_FAVOURITE] = { DEFAULT, DEFAULT, BOLD },
		[STYLE_TAG]       = { DEFAULT, DEFAULT, 0 },
		[STYLE_HIT]       = { DEFAULT, DEFAULT, BOLD | UNDERLINE },
		[STYLE_CURSOR]    = { DEFAULT, DEFAULT, BOLD },
		[STYLE_STATUS]    = { DEFAULT, DEFAULT, REVERSE },
		[STYLE_HINT]      = { DEFAULT, DEFAULT, DIM },
		[STYLE_RULE]      = { DEFAULT, DEFAULT, DIM },
		[STYLE_WARNING]   = { DEFAULT, DEFAULT, BOLD },
		[STYLE_ERROR]     = { DEFAULT, DEFAULT, BOLD | REVERSE } } },
};
// clang-format on

const char *
theme_name(size_t index)
{
	return index < ARRAY_LENGTH(themes) ? themes[index].name : NULL;
}

int
theme_use(const char *name, struct style_theme *theme, struct error *err)
{
	for (size_t i = 0; i < ARRAY_LENGTH(themes); i++) {
		if (!strcmp(themes[i].name, name)) {
			memcpy(theme->roles, themes[i].roles, sizeof(themes[i].roles));
			return 0;
		}
	}
	return error_set(err, ERROR_USAGE,
			 _("there is no theme “%s”; there are terminal, dark, light, contrast and "
			   "mono"),
			 name);
}
