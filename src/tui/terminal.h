// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal, by ncurses: shows a canvas, reads keys. One at a time in a process.
#ifndef TUI_TERMINAL_H
#define TUI_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/error.h"
#include "tui/canvas.h"
#include "tui/key.h"
#include "tui/style.h"

struct terminal;

struct terminal_mouse {
	int row;
	int column;
	int wheel; // −1 up, +1 down, 0 a click
};

// Puts the terminal into raw mode and draws nothing yet. ERROR_USAGE where standard input or output
// is no terminal, or TERM is unknown. The theme is read when the terminal shows, not kept.
struct terminal *terminal_open(bool color, struct error *err) ERROR_CHECKED;
void terminal_close(struct terminal *terminal); // NULL is fine

// Asks the terminal to tell pastes from typing and to report the mouse. Apart from opening, since the
// first paint need not wait for it.
void terminal_listen(struct terminal *terminal, bool mouse);

// Puts the screen back at once, from anywhere; for a program about to die.
void terminal_restore(void);

void terminal_use_theme(struct terminal *terminal, const struct style_theme *theme);
void terminal_size(const struct terminal *terminal, int *rows, int *columns);
void terminal_adapt(struct terminal *terminal); // after SIGWINCH: asks the kernel for the size

// Brings the screen to what the canvas holds; only cells that changed are sent.
void terminal_show(struct terminal *terminal, const struct canvas *canvas);
void terminal_repaint(struct terminal *terminal); // the next show sends everything

// The next key that has arrived whole, KEY_NONE when there is none. Never blocks (Esc: 25 ms). The
// bytes of a UTF-8 character may arrive apart: they wait here for the rest.
key_code terminal_read_key(struct terminal *terminal);
struct terminal_mouse terminal_mouse_event(const struct terminal *terminal); // after KEY_CODE_MOUSE

// Whether the terminal is of the kind that takes a text for its clipboard, or at least passes the sequence over.
bool terminal_can_copy(const struct terminal *terminal);

// Hands a text to the terminal's clipboard (xterm's control sequences, OSC 52), between two shows.
void terminal_copy(struct terminal *terminal, const char *text, size_t length);

// Gives the terminal to another program, as it was before, and takes it back: what was typed in between
// is forgotten. Stopping meanwhile is as for any program.
void terminal_leave(struct terminal *terminal);
void terminal_return(struct terminal *terminal);

// While it is left: says the sentence and waits for any key, or for a signal to end.
void terminal_wait_for_key(const char *sentence);

// Leaves the screen, stops the process (SIGTSTP), and comes back when it is continued.
void terminal_suspend(struct terminal *terminal);

#endif
