// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "tui/terminal.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "shoroku/base/base64.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "tui/utf8-input.h"
#include "tui/wakeup.h"

#define ESCAPE_DELAY_MS 25

// Codes of our own for what define_key() teaches ncurses, above its own.
enum { CURSES_PASTE_BEGIN = KEY_MAX + 1, CURSES_PASTE_END };

struct terminal {
	SCREEN *screen;
	struct canvas shown; // what the terminal was last made to show
	bool repaint;
	bool color;
	bool paste;
	attr_t attributes[STYLE_ROLES];
	short pairs[STYLE_ROLES];
	struct utf8_input input;
	struct terminal_mouse mouse;
	struct sigaction stopping; // what SIGTSTP does while the screen is ours
};

static void
enable_paste(struct terminal *terminal, bool on)
{
	if (!terminal->paste)
		return;
	putp(on ? "\033[?2004h" : "\033[?2004l");
	fflush(stdout);
}

// Terminals that report the mouse as xterm does know bracketed paste too, or ignore it.
static void
prepare_input(struct terminal *terminal)
{
	const char *mouse = tigetstr("kmous");

	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	set_escdelay(ESCAPE_DELAY_MS);
	terminal->paste = mouse && mouse != (char *)-1;
	define_key("\033[200~", CURSES_PASTE_BEGIN);
	define_key("\033[201~", CURSES_PASTE_END);
}

void
terminal_listen(struct terminal *terminal, bool mouse)
{
	enable_paste(terminal, true);
	if (mouse) {
		mousemask(BUTTON1_CLICKED | BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED,
			  NULL);
		mouseinterval(0);
	}
}

struct terminal *
terminal_open(bool color, struct error *err)
{
	struct terminal *terminal;
	const char *name = getenv("TERM");
	SCREEN *screen;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		error_set(err, ERROR_USAGE,
			  _("the reader needs a terminal; 'shoroku list' prints the newest day "
			    "without one"));
		return NULL;
	}
	screen = newterm(NULL, stdout, stdin);
	if (!screen) {
		error_set(err, ERROR_USAGE,
			  _("the terminal type “%s” (TERM) is not known here; try TERM=xterm"),
			  name ? name : "");
		return NULL;
	}
	set_term(screen);
	// Until it has been left once, ncurses 6.4 flushes at every move of the cursor: a hundred
	// write() a paint, where one is enough (_nc_mvcur() in its tty/lib_mvcur.c).
	endwin();
	doupdate(); // before start_color(), or coming back would set the terminal's palette anew
	terminal = memory_alloc(sizeof(*terminal));
	terminal->screen = screen;
	terminal->repaint = true;
	canvas_init(&terminal->shown);
	prepare_input(terminal);
	terminal->color = color && has_colors();
	if (terminal->color) {
		start_color();
		use_default_colors();
	}
	error_at_death(terminal_restore);
	return terminal;
}

void
terminal_restore(void)
{
	endwin();
}

// A terminal without a second screen keeps what was drawn: the shell gets a line of its own there.
static void
leave_screen(void)
{
	const char *back = tigetstr("rmcup");

	if (!back || back == (char *)-1) {
		move(LINES - 1, 0);
		clrtoeol();
		refresh();
	}
	endwin();
}

void
terminal_close(struct terminal *terminal)
{
	if (!terminal)
		return;
	enable_paste(terminal, false);
	error_at_death(NULL);
	leave_screen();
	delscreen(terminal->screen);
	canvas_release(&terminal->shown);
	free(terminal);
}

// The nearest colour a poorer palette has: bright ones lose their brightness, cube colours keep
// the channels that are at least half lit.
static short
reduce_color(int color)
{
	static const int levels[] = {0, 95, 135, 175, 215, 255};
	int index;

	if (color < COLORS)
		return (short)color;
	if (color < 16)
		return (short)(color - 8);
	if (color >= 232)
		return color >= 244 ? COLOR_WHITE : COLOR_BLACK;
	index = color - 16;
	return (short)((levels[index / 36] > 127 ? COLOR_RED : 0) |
		       (levels[index / 6 % 6] > 127 ? COLOR_GREEN : 0) |
		       (levels[index % 6] > 127 ? COLOR_BLUE : 0));
}

static attr_t
curses_attributes(unsigned attributes)
{
	return (attributes & STYLE_BOLD ? A_BOLD : 0) | (attributes & STYLE_DIM ? A_DIM : 0) |
	       (attributes & STYLE_UNDERLINE ? A_UNDERLINE : 0) |
	       (attributes & STYLE_REVERSE ? A_REVERSE : 0);
}

void
terminal_use_theme(struct terminal *terminal, const struct style_theme *theme)
{
	for (short role = 0; role < STYLE_ROLES; role++) {
		const struct style *style = &theme->roles[role];

		terminal->attributes[role] = curses_attributes(style->attributes);
		terminal->pairs[role] = 0;
		if (!terminal->color || (style->foreground < 0 && style->background < 0))
			continue;
		init_pair((short)(role + 1), reduce_color(style->foreground),
			  reduce_color(style->background));
		terminal->pairs[role] = (short)(role + 1);
	}
	terminal->repaint = true;
}

void
terminal_size(const struct terminal *terminal, int *rows, int *columns)
{
	(void)terminal;
	getmaxyx(stdscr, *rows, *columns);
}

void
terminal_adapt(struct terminal *terminal)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) || !size.ws_row || !size.ws_col)
		return;
	if (size.ws_row != LINES || size.ws_col != COLS)
		resizeterm(size.ws_row, size.ws_col);
	terminal->repaint = true;
}

static void
show_cell(const struct terminal *terminal, int row, int column, const struct cell *cell)
{
	wchar_t text[CANVAS_CLUSTER + 1] = {0};
	attr_t attributes = terminal->attributes[cell->role] | (cell->bold ? A_BOLD : 0);
	cchar_t shown;

	for (size_t i = 0; i < CANVAS_CLUSTER && cell->text[i]; i++)
		text[i] = (wchar_t)cell->text[i];
	if (setcchar(&shown, text, attributes, terminal->pairs[cell->role], NULL) == OK)
		mvadd_wch(row, column, &shown);
}

// Whether erasing the screen has already shown the cell.
static bool
is_blank(const struct terminal *terminal, const struct cell *cell)
{
	return cell->text[0] == ' ' && !cell->text[1] && !cell->bold &&
	       !terminal->attributes[cell->role] && !terminal->pairs[cell->role];
}

static void
show_row(const struct terminal *terminal, const struct canvas *canvas, int row)
{
	size_t first = (size_t)row * (size_t)canvas->columns;
	const struct cell *now = &canvas->cells[first];
	const struct cell *before = &terminal->shown.cells[first];

	for (int column = 0; column < canvas->columns; column++) {
		bool same = terminal->repaint
				? is_blank(terminal, &now[column])
				: !memcmp(&now[column], &before[column], sizeof(*now));

		// A wide character is sent by its left half when either half changed.
		if (now[column].width == 2 && column + 1 < canvas->columns)
			same = same && !memcmp(&now[column + 1], &before[column + 1], sizeof(*now));
		if (now[column].width && !same)
			show_cell(terminal, row, column, &now[column]);
	}
}

void
terminal_show(struct terminal *terminal, const struct canvas *canvas)
{
	struct canvas *shown = &terminal->shown;
	size_t size = (size_t)canvas->rows * (size_t)canvas->columns * sizeof(*canvas->cells);

	if (shown->rows != canvas->rows || shown->columns != canvas->columns) {
		canvas_resize(shown, canvas->rows, canvas->columns);
		terminal->repaint = true;
	}
	if (terminal->repaint)
		erase();
	for (int row = 0; row < canvas->rows && row < LINES; row++)
		show_row(terminal, canvas, row);
	move(canvas->cursor_row, canvas->cursor_column);
	refresh();
	memcpy(shown->cells, canvas->cells, size);
	terminal->repaint = false;
}

void
terminal_repaint(struct terminal *terminal)
{
	terminal->repaint = true;
	clearok(curscr, TRUE);
}

static key_code
read_mouse(struct terminal *terminal)
{
	MEVENT event;

	if (getmouse(&event) != OK)
		return KEY_NONE;
	terminal->mouse = (struct terminal_mouse){.row = event.y, .column = event.x};
	if (event.bstate & BUTTON4_PRESSED)
		terminal->mouse.wheel = -1;
	else if (event.bstate & BUTTON5_PRESSED)
		terminal->mouse.wheel = 1;
	return KEY_CODE_MOUSE;
}

static key_code
named_key(struct terminal *terminal, int curses_code)
{
	static const struct {
		int curses_code;
		key_code key;
	} table[] = {
	    {KEY_UP, KEY_CODE_UP},
	    {KEY_DOWN, KEY_CODE_DOWN},
	    {KEY_LEFT, KEY_CODE_LEFT},
	    {KEY_RIGHT, KEY_CODE_RIGHT},
	    {KEY_HOME, KEY_CODE_HOME},
	    {KEY_END, KEY_CODE_END},
	    {KEY_PPAGE, KEY_CODE_PAGE_UP},
	    {KEY_NPAGE, KEY_CODE_PAGE_DOWN},
	    {KEY_BACKSPACE, KEY_CODE_BACKSPACE},
	    {KEY_DC, KEY_CODE_DELETE},
	    {KEY_BTAB, KEY_CODE_BACK_TAB},
	    {KEY_ENTER, KEY_ENTER_CODE},
	    {KEY_RESIZE, KEY_CODE_RESIZE},
	    {CURSES_PASTE_BEGIN, KEY_CODE_PASTE_BEGIN},
	    {CURSES_PASTE_END, KEY_CODE_PASTE_END},
	};

	if (curses_code == KEY_MOUSE)
		return read_mouse(terminal);
	for (size_t i = 0; i < ARRAY_LENGTH(table); i++) {
		if (table[i].curses_code == curses_code)
			return table[i].key;
	}
	return KEY_NONE;
}

key_code
terminal_read_key(struct terminal *terminal)
{
	key_code key = KEY_NONE;
	int code;

	while (key == KEY_NONE && (code = getch()) != ERR) {
		if (code >= KEY_MIN)
			key = named_key(terminal, code);
		else if (code == 127 || code == '\b')
			key = KEY_CODE_BACKSPACE;
		else
			key = utf8_input_feed(&terminal->input, (unsigned char)code);
	}
	return key;
}

struct terminal_mouse
terminal_mouse_event(const struct terminal *terminal)
{
	return terminal->mouse;
}

// Terminals that know the mouse as xterm does; the console of Linux says so and has no clipboard.
bool
terminal_can_copy(const struct terminal *terminal)
{
	const char *name = getenv("TERM");

	return terminal->paste && name && strncmp(name, "linux", 5) != 0;
}

void
terminal_copy(struct terminal *terminal, const char *text, size_t length)
{
	struct strbuf sequence;

	(void)terminal;
	strbuf_init(&sequence);
	strbuf_add_string(&sequence, "\033]52;c;");
	base64_append(&sequence, text, length);
	strbuf_add_byte(&sequence, '\a');
	fwrite(sequence.data, 1, sequence.length, stdout);
	fflush(stdout);
	strbuf_release(&sequence);
}

// Returns when a key can be read or the program is to end. Signals come only within ppoll(): one that ends
// the program may have come before, and one that says something else, such as another size, ends no waiting.
static bool
wait_for_byte(void)
{
	struct pollfd typed = {STDIN_FILENO, POLLIN, 0};
	sigset_t all;
	sigset_t former;
	int found = -1;

	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, &former);
	while (found < 0 && !wakeup_is_ending()) {
		found = ppoll(&typed, 1, NULL, &former);
		if (found < 0 && errno != EINTR)
			break;
	}
	pthread_sigmask(SIG_SETMASK, &former, NULL);
	return found > 0;
}

// Keys come singly and unseen, and none of them is a signal. What was typed at the program is none of them.
void
terminal_wait_for_key(const char *sentence)
{
	struct termios former;
	struct termios waiting;
	char key;

	if (tcgetattr(STDIN_FILENO, &former))
		return;
	waiting = former;
	waiting.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG);
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &waiting);
	fprintf(stdout, "\n%s", sentence);
	fflush(stdout);
	if (wait_for_byte() && read(STDIN_FILENO, &key, 1) < 0)
		key = '\0'; // the terminal is gone, as the loop will see
	fputs("\r\n", stdout);
	fflush(stdout);
	tcsetattr(STDIN_FILENO, TCSANOW, &former);
}

void
terminal_leave(struct terminal *terminal)
{
	struct sigaction standard = {.sa_handler = SIG_DFL};

	enable_paste(terminal, false);
	def_prog_mode();
	leave_screen();
	sigaction(SIGTSTP, &standard, &terminal->stopping);
}

void
terminal_return(struct terminal *terminal)
{
	sigaction(SIGTSTP, &terminal->stopping, NULL);
	reset_prog_mode();
	flushinp();
	enable_paste(terminal, true);
	terminal_adapt(terminal);
	terminal_repaint(terminal);
}

void
terminal_suspend(struct terminal *terminal)
{
	terminal_leave(terminal);
	kill(0, SIGTSTP);
	terminal_return(terminal);
}
