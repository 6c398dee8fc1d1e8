// SPDX-License-Identifier: GPL-3.0-or-later
#include "random-keys.h"

#include "shoroku/base/compiler.h"

static const char *const named[] = {
    "\r",     "\r",	"\x1b",	  "\x1b",   "\t",      "\x7f",	  "\x1bOA",  "\x1bOB",
    "\x1bOC", "\x1bOD", "\x1bOH", "\x1bOF", "\x1b[5~", "\x1b[6~", "\x1b[3~", "\x1b[Z",
};

static const char *const views[] = {
    ":stats\r", ":history\r", ":tags\r", ":sources\r", ":all-authors\r", "/学習\r", "cy",
    "T",	"B",	      "?",	 "@\r",	       "t+評価\r",

};

static const char *const odd[] = {"ｊ",	  "　",	      "銀河", "か",  "\xE9",
				  "\xFF", "\xE3\x81", "é",    "\x1f"};

unsigned
random_keys_draw(struct random_keys *keys, unsigned limit)
{
	keys->state = keys->state * 1664525 + 1013904223;
	return (keys->state >> 8) % limit;
}

static const char *
one_of(struct random_keys *keys, const char *const *list, size_t count)
{
	return list[random_keys_draw(keys, (unsigned)count)];
}

// As xterm reports them: a button, or the wheel.
static void
add_mouse(struct random_keys *keys, int rows, int columns, struct strbuf *out)
{
	static const int buttons[] = {0, 64, 65};
	int column = 1 + (int)random_keys_draw(keys, (unsigned)columns);
	int row = 1 + (int)random_keys_draw(keys, (unsigned)rows);

	strbuf_addf(out, "\x1b[<%d;%d;%dM", buttons[random_keys_draw(keys, ARRAY_LENGTH(buttons))],
		    column, row);
}

void
random_keys_add(struct random_keys *keys, int rows, int columns, struct strbuf *out)
{
	unsigned what = random_keys_draw(keys, 100);

	if (what < 20)
		strbuf_add_string(out, one_of(keys, named, ARRAY_LENGTH(named)));
	else if (what < 26)
		strbuf_add_string(out, one_of(keys, views, ARRAY_LENGTH(views)));
	else if (what < 32)
		strbuf_add_string(out, one_of(keys, odd, ARRAY_LENGTH(odd)));
	else if (what < 36)
		add_mouse(keys, rows, columns, out);
	else if (what < 38)
		strbuf_add_string(out, "\x1b[200~貼り付け\ntext\x1b[201~");
	else if (what < 46)
		strbuf_add_byte(out, (char)(1 + random_keys_draw(keys, 31)));
	else
		strbuf_add_byte(out, (char)(' ' + random_keys_draw(keys, 95)));
}
