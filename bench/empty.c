// SPDX-License-Identifier: GPL-3.0-or-later
// The yardstick of bench/startup: a program that links the same libraries, opens ncurses, draws a
// word and waits.
#include <curses.h>
#include <jansson.h>
#include <locale.h>
#include <sqlite3.h>
#include <unicode/ubrk.h>
#include <unicode/uversion.h>
#include <unistd.h>
#include <zlib.h>

int
main(void)
{
	UVersionInfo version;

	setlocale(LC_ALL, "");
	u_getVersion(version);
	if (!sqlite3_libversion() || !zlibVersion() || !json_null() ||
	    !newterm(NULL, stdout, stdin))
		return 1;
	raw();
	noecho();
	mvaddstr(LINES - 1, 0, "Enter");
	refresh();
	pause();
	return 0;
}
