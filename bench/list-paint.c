// SPDX-License-Identifier: GPL-3.0-or-later
// A list of all papers there are: `list-paint QUERY KEYS PROGRAM [ARGUMENT…]` in a 200x60 terminal. Opening
// it, and each order, to the status line that says so; then each way of moving, from the key to the last
// byte written. The yardstick is ^L, the whole screen.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pty.h"

#define MOST ((size_t)2000)
#define QUIET_MS 12

static void
say(const char *name, double *times, size_t count, const char *what)
{
	double median = pty_quantile(times, count, 0.5);

	printf("%-18s %4zu %s: median %.2f ms, p99 %.2f ms, worst %.2f ms\n", name, count, what,
	       median, pty_quantile(times, count, 0.99), pty_quantile(times, count, 1));
}

static void
measure(struct bench_pty *pty, const char *name, const char *const *keys, size_t kinds,
	size_t count)
{
	static double times[MOST];
	size_t moved = 0;

	for (size_t i = 0; i < count; i++) {
		size_t bytes;
		double pressed = pty_now();
		double last;

		pty_send(pty, keys[i % kinds]);
		last = pty_settle(pty, QUIET_MS, &bytes);
		times[i] = last > 0 ? (last - pressed) * 1000 : 0;
		moved += bytes > 0;
	}
	if (moved < count)
		printf("%zu of %zu keys wrote nothing\n", count - moved, count);
	say(name, times, count, "keys");
}

// From Enter to what the screen says then.
static void
command(struct bench_pty *pty, const char *text, const char *marker, const char *name)
{
	double times[8];
	size_t bytes;

	for (size_t i = 0; i < sizeof(times) / sizeof(*times); i++) {
		double pressed;
		double shown;

		pty_send(pty, ":sort date\r");
		pty_settle(pty, 1500,
			   &bytes); // another thread does it, the screen is quiet meanwhile
		pty_send(pty, ":");
		pty_send(pty, text);
		pty_settle(pty, 50, &bytes);
		pressed = pty_now();
		pty_send(pty, "\r");
		shown = pty_wait_for(pty, marker);
		times[i] = shown > 0 ? (shown - pressed) * 1000 : 10000;
		pty_settle(pty, 50, &bytes);
	}
	say(name, times, sizeof(times) / sizeof(*times), "times");
}

static void
sort(struct bench_pty *pty)
{
	command(pty, "sort title", "by title", "sort by title");
	command(pty, "sort author", "by author", "sort by author");
	command(pty, "sort rating", "by rating", "sort by rating");
	command(pty, "sort unread", "unread first", "unread first");
}

static void
move(struct bench_pty *pty, size_t count)
{
	static const char *const whole[] = {"\f"};
	static const char *const rows[] = {"j", "j", "j", "k"};
	static const char *const pages[] = {"\006"};
	static const char *const back[] = {"\002"};
	static const char *const ends[] = {"G", "g"};

	pty_send(pty, "g");
	measure(pty, "whole (^L)", whole, 1, count);
	measure(pty, "row (j k)", rows, 4, count);
	measure(pty, "page (^F)", pages, 1, count);
	measure(pty, "page back (^B)", back, 1, count);
	measure(pty, "ends (G g)", ends, 2, count);
}

int
main(int argc, char **argv)
{
	struct bench_pty pty;
	char text[256];
	size_t bytes;
	size_t count;

	if (argc < 4 || !(count = strtoul(argv[2], NULL, 10)) || count > MOST) {
		fprintf(stderr, "usage: list-paint QUERY KEYS PROGRAM [ARGUMENT…]\n");
		return EXIT_FAILURE;
	}
	snprintf(text, sizeof(text), "open %s", argv[1]);
	pty_start(&pty, 200, 60, argv + 3);
	pty_settle(&pty, 300, &bytes);
	command(&pty, text, " papers", "open");
	puts("by date, under headings:");
	move(&pty, count);
	sort(&pty);
	puts("by title:");
	pty_send(&pty, ":sort title\r");
	pty_settle(&pty, 1000, &bytes);
	move(&pty, count);
	pty_end(&pty);
	return EXIT_SUCCESS;
}
