// SPDX-License-Identifier: GPL-3.0-or-later
// ncurses lays out its lines by the C library's wcwidth(). This definition takes its place in the
// program, so that ncurses counts the same cells as text/width.h does: with the same Unicode
// version, and with ambiguous characters as wide as the user says the terminal draws them.
#include "tui/wcwidth.h"

#include <wchar.h>

static enum width_ambiguous ambiguous_width = WIDTH_NARROW;

void
wcwidth_set_ambiguous(enum width_ambiguous ambiguous)
{
	ambiguous_width = ambiguous;
}

int
wcwidth(wchar_t character)
{
	if (character == L'\0')
		return 0;
	return width_of((uint32_t)character, ambiguous_width);
}
