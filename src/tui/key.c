// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/key.h"

#include <stdio.h>
#include <string.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/text/utf8.h"

static const struct {
	key_code key;
	const char *name;
} names[] = {
    {KEY_TAB_CODE, "Tab"},
    {KEY_ENTER_CODE, "Enter"},
    {KEY_ESCAPE, "Esc"},
    {' ', "Space"},
    {KEY_CODE_UP, "Up"},
    {KEY_CODE_DOWN, "Down"},
    {KEY_CODE_LEFT, "Left"},
    {KEY_CODE_RIGHT, "Right"},
    {KEY_CODE_HOME, "Home"},
    {KEY_CODE_END, "End"},
    {KEY_CODE_PAGE_UP, "PgUp"},
    {KEY_CODE_PAGE_DOWN, "PgDn"},
    {KEY_CODE_BACKSPACE, "Backspace"},
    {KEY_CODE_DELETE, "Delete"},
    {KEY_CODE_BACK_TAB, "BackTab"},
};

void
key_label(key_code key, char name[KEY_LABEL_SIZE])
{
	struct strbuf text;

	for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
		if (names[i].key == key) {
			snprintf(name, KEY_LABEL_SIZE, "%s", names[i].name);
			return;
		}
	}
	strbuf_init(&text);
	if (key < ' ')
		strbuf_addf(&text, "^%c", (int)key + '@');
	else
		strbuf_add_utf8(&text, key);
	snprintf(name, KEY_LABEL_SIZE, "%s", text.data);
	strbuf_release(&text);
}

key_code
key_parse(const char *name, size_t length)
{
	size_t offset = 0;
	key_code key;

	for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
		if (strlen(names[i].name) == length && !memcmp(names[i].name, name, length))
			return names[i].key;
	}
	if (length == 2 && name[0] == '^' && name[1] >= '@' && name[1] <= '_')
		return (key_code)(name[1] - '@');
	if (length == 0)
		return KEY_NONE;
	key = utf8_next(name, length, &offset);
	return offset == length && key >= ' ' ? key : KEY_NONE;
}

key_code
key_narrow(key_code key)
{
	if (key >= 0xFF01 && key <= 0xFF5E)
		return key - 0xFF01 + '!';
	return key == 0x3000 ? ' ' : key;
}
