// SPDX-License-Identifier: GPL-3.0-or-later
// Keys as numbers and names. A key is a Unicode code point (controls included: ^D is 4), or one of
// the named keys below.
#ifndef TUI_KEY_H
#define TUI_KEY_H

#include <stddef.h>
#include <stdint.h>

typedef uint32_t key_code;

enum {
	KEY_NONE = 0,
	KEY_TAB_CODE = 9,
	KEY_ENTER_CODE = 13,
	KEY_ESCAPE = 27,
	KEY_FIRST_NAMED = 0x110000, // above every code point
	KEY_CODE_UP = KEY_FIRST_NAMED,
	KEY_CODE_DOWN,
	KEY_CODE_LEFT,
	KEY_CODE_RIGHT,
	KEY_CODE_HOME,
	KEY_CODE_END,
	KEY_CODE_PAGE_UP,
	KEY_CODE_PAGE_DOWN,
	KEY_CODE_BACKSPACE,
	KEY_CODE_DELETE,
	KEY_CODE_BACK_TAB,
	KEY_CODE_RESIZE,
	KEY_CODE_PASTE_BEGIN,
	KEY_CODE_PASTE_END,
	KEY_CODE_MOUSE,
};

#define KEY_LABEL_SIZE 16

// "Down", "^D", "Enter", "Space", "j"; into `name`.
void key_label(key_code key, char name[KEY_LABEL_SIZE]);

// The key a name stands for, KEY_NONE where it is no name of a key.
key_code key_parse(const char *name, size_t length);

// U+FF01–FF5E as their ASCII selves and U+3000 as a blank, so that an input method left on does no
// harm in views.
key_code key_narrow(key_code key);

#endif
