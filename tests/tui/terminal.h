// SPDX-License-Identifier: GPL-3.0-or-later
// A terminal for a program under test: a pty, and libvterm to see what the program draws.
#ifndef TESTS_TUI_TERMINAL_H
#define TESTS_TUI_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

#include <vterm.h>

#include "shoroku/base/strbuf.h"

struct test_terminal {
	int rows;
	int columns;
	int fd; // of the pty, −1 before the program runs
	pid_t child;
	int status; // once it was waited for
	bool ended;
	bool blind; // no libvterm: it crashes on a wide character in one column
	VTerm *vterm;
	VTermScreen *screen;
	VTermPos cursor;
	struct strbuf written; // every byte the program wrote
	struct termios before; // how the terminal was when the program was started
};

void terminal_start(struct test_terminal *terminal, char *const *argv);
void terminal_end(struct test_terminal *terminal);
void terminal_restart(struct test_terminal *terminal, char *const *argv); // as large as it is
bool terminal_has_ended(struct test_terminal *terminal); // the program has; its status is known

// Reads what comes within `timeout` milliseconds; false when nothing came.
bool terminal_read(struct test_terminal *terminal, int timeout);
void terminal_settle(struct test_terminal *terminal); // until nothing comes for a while
void terminal_send(struct test_terminal *terminal, const char *bytes, size_t length);
void terminal_resize(struct test_terminal *terminal, int columns, int rows);

// One row as UTF-8, blanks at its end left out.
void terminal_row(const struct test_terminal *terminal, int row, struct strbuf *out);

// Where `text` begins on the screen; false where it is not.
bool terminal_find(const struct test_terminal *terminal, const char *text, VTermPos *at);

// Everything on the screen: text, attributes, colours, and where the cursor is.
void terminal_picture(const struct test_terminal *terminal, struct strbuf *out);

// Whether the terminal is again as it was when the program was started.
bool terminal_is_restored(const struct test_terminal *terminal);

// Whether every cell has the terminal's own colours.
bool terminal_is_colourless(const struct test_terminal *terminal);

// Whether what was written holds no control byte outside well-formed escape sequences, no C1, no OSC.
bool terminal_is_clean(const struct test_terminal *terminal);

#endif
