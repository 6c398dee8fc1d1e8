// SPDX-License-Identifier: GPL-3.0-or-later
// The yardstick of bench/startup: a program that links the same libraries, opens ncurses, draws a
// word and waits. It names something of each, since the linker leaves out what nothing is used of.
#include <curl/curl.h>
#include <curses.h>
#include <jansson.h>
#include <libxml/xmlversion.h>
#include <libxml/xmlmemory.h>
#include <locale.h>
#include <md4c.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <unicode/ucsdet.h>
#include <unicode/uversion.h>
#include <unistd.h>
#include <zlib.h>

static bool
has_libraries(void)
{
	MD_PARSER parser = {0};

	parser.abi_version = 1; // of a later md4c: refused at once
	ucsdet_close(NULL);
	return sqlite3_libversion() && zlibVersion() && json_null() &&
	       curl_easy_strerror(CURLE_OK) && xmlMemUsed() >= 0 &&
	       md_parse("", 0, &parser, NULL) < 0;
}

int
main(void)
{
	UVersionInfo version;

	setlocale(LC_ALL, "");
	u_getVersion(version);
	if (!has_libraries() || !newterm(NULL, stdout, stdin))
		return 1;
	raw();
	noecho();
	mvaddstr(LINES - 1, 0, "Enter");
	refresh();
	pause();
	return 0;
}
