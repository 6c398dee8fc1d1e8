// SPDX-License-Identifier: GPL-3.0-or-later
#include "storm.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "random-keys.h"
#include "shoroku/base/clock.h"

enum { KEYS_BETWEEN_LOOKS = 20, MOST_COLUMNS = 200, MOST_ROWS = 60 };

// Until more than so many bytes were written, and then no more come.
static void
await_bytes(struct test_terminal *terminal, size_t written, int64_t patience)
{
	int64_t until = clock_monotonic_ms() + patience;

	while (terminal->written.length == written && clock_monotonic_ms() < until)
		terminal_read(terminal, 20);
	terminal_settle(terminal);
}

// Whether the program gave the main screen back, for good or for another program.
static bool
has_left(const struct test_terminal *terminal)
{
	static const char enter[] = "\x1b[?1049h";
	static const char leave[] = "\x1b[?1049l";
	const char *at = terminal->written.data;
	bool left = false;

	for (; (at = strstr(at, "\x1b[?1049")); at++)
		left = strncmp(at, enter, strlen(enter)) != 0 && !strncmp(at, leave, strlen(leave));
	return left;
}

// What is about to end has ended after it.
static void
settle(struct test_terminal *terminal, int64_t patience)
{
	int64_t until = clock_monotonic_ms() + patience;

	terminal_settle(terminal);
	while (has_left(terminal) && !terminal_has_ended(terminal) && clock_monotonic_ms() < until)
		terminal_read(terminal, 20);
}

static void
send_key(struct test_terminal *terminal, struct random_keys *keys)
{
	struct strbuf bytes;

	strbuf_init(&bytes);
	random_keys_add(keys, terminal->rows, terminal->columns, &bytes);
	terminal_send(terminal, bytes.data, bytes.length);
	terminal_read(terminal, 2);
	if (!random_keys_draw(keys, 20))
		terminal_resize(terminal, 2 + (int)random_keys_draw(keys, MOST_COLUMNS - 1),
				2 + (int)random_keys_draw(keys, MOST_ROWS - 1));
	strbuf_release(&bytes);
}

bool
storm_keys(struct test_terminal *terminal, char *const *program, int count, uint32_t seed,
	   int64_t patience)
{
	struct random_keys keys = {seed};

	for (int left = count; left > 0; left--) {
		send_key(terminal, &keys);
		if (left > 1 && left % KEYS_BETWEEN_LOOKS)
			continue;
		settle(terminal, patience);
		if (!terminal_has_ended(terminal))
			continue;
		if (terminal->status || !terminal_is_restored(terminal)) {
			printf("# status %#x, %d keys left\n", (unsigned)terminal->status, left);
			return false;
		}
		terminal_restart(terminal, program);
		await_bytes(terminal, 0, patience); // until then ^C would end it
	}
	return true;
}

static void
show_difference(const char *before, const char *after)
{
	printf("# before:\n%s# after:\n%s", before, after);
}

bool
storm_repaint(struct test_terminal *terminal, int64_t patience)
{
	struct strbuf before;
	struct strbuf after;
	size_t written;
	bool same;

	terminal_settle(terminal);
	strbuf_init(&before);
	strbuf_init(&after);
	terminal_picture(terminal, &before);
	written = terminal->written.length;
	kill(terminal->child, SIGCONT);
	await_bytes(terminal, written, patience);
	terminal_picture(terminal, &after);
	same = terminal->written.length > written && !strcmp(before.data, after.data);
	if (!same)
		show_difference(before.data, after.data);
	strbuf_release(&before);
	strbuf_release(&after);
	return same;
}
