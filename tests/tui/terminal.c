// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "terminal.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shoroku/base/error.h"
#include "shoroku/text/clean.h"

#define SETTLED_MS 60

static int
on_cursor(VTermPos position, VTermPos former, int visible, void *user)
{
	struct test_terminal *terminal = user;

	(void)former;
	(void)visible;
	terminal->cursor = position;
	return 1;
}

static void
open_screen(struct test_terminal *terminal)
{
	static const VTermScreenCallbacks callbacks = {.movecursor = on_cursor};

	terminal->vterm = vterm_new(terminal->rows, terminal->columns);
	vterm_set_utf8(terminal->vterm, 1);
	terminal->screen = vterm_obtain_screen(terminal->vterm);
	vterm_screen_set_callbacks(terminal->screen, &callbacks, terminal);
	vterm_screen_enable_altscreen(terminal->screen, 1);
	vterm_screen_reset(terminal->screen, 1);
}

// How a terminal is when it is new.
static struct termios
new_attributes(void)
{
	struct termios attributes;
	int master;
	int slave;

	if (openpty(&master, &slave, NULL, NULL, NULL) || tcgetattr(slave, &attributes))
		BUG("openpty: %s", strerror(errno));
	close(master);
	close(slave);
	return attributes;
}

void
terminal_start(struct test_terminal *terminal, char *const *argv)
{
	struct winsize size = {.ws_row = (unsigned short)terminal->rows,
			       .ws_col = (unsigned short)terminal->columns};

	strbuf_init(&terminal->written);
	if (!terminal->blind)
		open_screen(terminal);
	terminal->before = new_attributes();
	terminal->child = forkpty(&terminal->fd, NULL, &terminal->before, &size);
	if (terminal->child < 0)
		BUG("forkpty: %s", strerror(errno));
	if (terminal->child == 0) {
		execvp(argv[0], argv);
		_exit(127);
	}
}

void
terminal_end(struct test_terminal *terminal)
{
	if (terminal->fd >= 0 && !terminal->ended) {
		kill(terminal->child, SIGKILL);
		kill(terminal->child, SIGCONT);
		waitpid(terminal->child, &terminal->status, 0);
	}
	if (terminal->fd >= 0)
		close(terminal->fd);
	if (terminal->vterm)
		vterm_free(terminal->vterm);
	strbuf_release(&terminal->written);
}

void
terminal_restart(struct test_terminal *terminal, char *const *argv)
{
	struct test_terminal next = {
	    .rows = terminal->rows, .columns = terminal->columns, .fd = -1};

	terminal_end(terminal);
	*terminal = next;
	terminal_start(terminal, argv);
}

bool
terminal_has_ended(struct test_terminal *terminal)
{
	if (!terminal->ended &&
	    waitpid(terminal->child, &terminal->status, WNOHANG) == terminal->child)
		terminal->ended = !WIFSTOPPED(terminal->status);
	return terminal->ended;
}

bool
terminal_read(struct test_terminal *terminal, int timeout)
{
	struct pollfd polled = {terminal->fd, POLLIN, 0};
	char bytes[65536];
	ssize_t count;

	if (poll(&polled, 1, timeout) <= 0)
		return false;
	count = read(terminal->fd, bytes, sizeof(bytes));
	if (count <= 0) {
		// The other end is closed; do not spin on it.
		poll(NULL, 0, timeout < 10 ? timeout : 10);
		return false;
	}
	strbuf_add(&terminal->written, bytes, (size_t)count);
	if (terminal->vterm)
		vterm_input_write(terminal->vterm, bytes, (size_t)count);
	return true;
}

void
terminal_settle(struct test_terminal *terminal)
{
	while (terminal_read(terminal, SETTLED_MS))
		;
}

void
terminal_send(struct test_terminal *terminal, const char *bytes, size_t length)
{
	while (length) {
		ssize_t count = write(terminal->fd, bytes, length);

		if (count <= 0)
			return;
		bytes += count;
		length -= (size_t)count;
	}
}

void
terminal_resize(struct test_terminal *terminal, int columns, int rows)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};

	terminal->rows = rows;
	terminal->columns = columns;
	if (terminal->vterm)
		vterm_set_size(terminal->vterm, rows, columns);
	ioctl(terminal->fd, TIOCSWINSZ, &size);
}

void
terminal_row(const struct test_terminal *terminal, int row, struct strbuf *out)
{
	VTermScreenCell cell;
	VTermPos at = {.row = row};

	for (at.col = 0; at.col<terminal->columns; at.col += cell.width> 1 ? 2 : 1) {
		vterm_screen_get_cell(terminal->screen, at, &cell);
		if (!cell.chars[0])
			strbuf_add_byte(out, ' ');
		for (size_t i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
			strbuf_add_utf8(out, cell.chars[i]);
	}
	while (out->length && out->data[out->length - 1] == ' ')
		strbuf_truncate(out, out->length - 1);
}

// The column of the byte `offset` of a row's text.
static int
column_of(const struct test_terminal *terminal, int row, size_t offset)
{
	VTermScreenCell cell;
	VTermPos at = {.row = row};
	struct strbuf before;

	strbuf_init(&before);
	while (before.length < offset && at.col < terminal->columns) {
		vterm_screen_get_cell(terminal->screen, at, &cell);
		if (!cell.chars[0])
			strbuf_add_byte(&before, ' ');
		for (size_t i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
			strbuf_add_utf8(&before, cell.chars[i]);
		at.col += cell.width > 1 ? 2 : 1;
	}
	strbuf_release(&before);
	return at.col;
}

bool
terminal_find(const struct test_terminal *terminal, const char *text, VTermPos *at)
{
	bool found = false;

	for (int row = 0; !found && row < terminal->rows; row++) {
		struct strbuf line;
		const char *place;

		strbuf_init(&line);
		terminal_row(terminal, row, &line);
		place = strstr(line.data, text);
		if (place) {
			at->row = row;
			at->col = column_of(terminal, row, (size_t)(place - line.data));
			found = true;
		}
		strbuf_release(&line);
	}
	return found;
}

void
terminal_picture(const struct test_terminal *terminal, struct strbuf *out)
{
	VTermScreenCell cell;
	VTermPos at;

	for (at.row = 0; at.row < terminal->rows; at.row++) {
		terminal_row(terminal, at.row, out);
		strbuf_add_byte(out, '\n');
		for (at.col = 0; at.col < terminal->columns; at.col++) {
			vterm_screen_get_cell(terminal->screen, at, &cell);
			// A blank shows none of these, the right half of a character those of the left.
			if (!cell.chars[0] || cell.chars[0] == ' ' || cell.chars[0] == (uint32_t)-1)
				continue;
			if (cell.attrs.bold || cell.attrs.underline || cell.attrs.reverse ||
			    !VTERM_COLOR_IS_DEFAULT_FG(&cell.fg))
				strbuf_addf(out, "%d:%d%d%d%d ", at.col, cell.attrs.bold,
					    cell.attrs.underline, cell.attrs.reverse,
					    cell.fg.indexed.idx);
		}
	}
	strbuf_addf(out, "cursor %d,%d\n", terminal->cursor.row, terminal->cursor.col);
}

bool
terminal_is_restored(const struct test_terminal *terminal)
{
	struct termios now;

	return !tcgetattr(terminal->fd, &now) && now.c_iflag == terminal->before.c_iflag &&
	       now.c_oflag == terminal->before.c_oflag && now.c_cflag == terminal->before.c_cflag &&
	       now.c_lflag == terminal->before.c_lflag &&
	       !memcmp(now.c_cc, terminal->before.c_cc, sizeof(now.c_cc));
}

bool
terminal_is_colourless(const struct test_terminal *terminal)
{
	VTermScreenCell cell;
	VTermPos at;
	bool colourless = true;

	for (at.row = 0; at.row < terminal->rows; at.row++) {
		for (at.col = 0; at.col < terminal->columns; at.col++) {
			vterm_screen_get_cell(terminal->screen, at, &cell);
			colourless = colourless && VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) &&
				     VTERM_COLOR_IS_DEFAULT_BG(&cell.bg);
		}
	}
	return colourless;
}

// The length of the escape sequence at `at`: CSI, or ESC with intermediates and a final byte. 0 for
// anything else, string sequences (OSC, DCS …) among it.
static size_t
sequence_length(const char *at)
{
	size_t length = 1;

	if (at[1] == '[') {
		length = 2 + strspn(at + 2, "0123456789:;<=>?");
		length += strspn(at + length, " !\"#$%&'()*+,-./");
		return at[length] >= '@' && at[length] <= '~' ? length + 1 : 0;
	}
	length += strspn(at + 1, " !\"#$%&'()*+,-./");
	if (at[length] < '0' || at[length] > '~' || strchr("]PX^_", at[length]))
		return 0;
	return length + 1;
}

bool
terminal_is_clean(const struct test_terminal *terminal)
{
	const struct strbuf *written = &terminal->written;
	struct strbuf text;
	bool clean = true;

	strbuf_init(&text);
	for (size_t i = 0; clean && i < written->length;) {
		unsigned char byte = (unsigned char)written->data[i];

		if (byte == 0x1B) {
			size_t length = sequence_length(written->data + i);

			clean = length > 0;
			i += length;
		} else {
			// Carriage return, line feed, backspace, shift in and out move the cursor.
			if (byte >= ' ' || !memchr("\r\n\b\x0E\x0F\a", byte, 6))
				strbuf_add_byte(&text, (char)byte);
			i++;
		}
	}
	clean = clean && clean_is_safe(text.data, text.length);
	strbuf_release(&text);
	return clean;
}
