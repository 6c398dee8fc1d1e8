// SPDX-License-Identifier: GPL-3.0-or-later
// A key press to the last byte written: `paint PROGRAM [ARGUMENT…]` in a 200x60 terminal, scrolling
// through Japanese text, moving in lists, changing days, typing a search (to the last byte of its hits
// and their count). The yardstick is ^L, which sends the whole
// screen.
#include <stdio.h>
#include <stdlib.h>

#include "pty.h"

#define PRESSES ((size_t)300)
#define QUIET_MS 12

static void
measure(struct bench_pty *pty, const char *name, const char *const *keys, size_t kinds)
{
	double times[PRESSES];
	size_t total = 0;
	double median;

	for (size_t i = 0; i < PRESSES; i++) {
		size_t bytes;
		double pressed = pty_now();
		double last;

		pty_send(pty, keys[i % kinds]);
		last = pty_settle(pty, QUIET_MS, &bytes);
		times[i] = last > 0 ? (last - pressed) * 1000 : 0;
		total += bytes;
	}
	median = pty_quantile(times, PRESSES, 0.5);
	printf("%-12s median %.2f ms, p99 %.2f ms, %zu bytes a key\n", name, median,
	       pty_quantile(times, PRESSES, 0.99), total / PRESSES);
}

int
main(int argc, char **argv)
{
	static const char *const rows[] = {"j", "k"};
	static const char *const days[] = {"[", "]"};
	static const char *const lines[] = {"Z", "z"};
	static const char *const whole[] = {"\f"};
	static const char *const typing[] = {"t", "r", "a", "\025"}; // ^U empties the line
	struct bench_pty pty;
	size_t bytes;

	if (argc < 2) {
		fprintf(stderr, "usage: paint PROGRAM [ARGUMENT…]\n");
		return EXIT_FAILURE;
	}
	pty_start(&pty, 200, 60, argv + 1);
	pty_settle(&pty, 100, &bytes);
	measure(&pty, "whole (^L)", whole, 1);
	measure(&pty, "row (j k)", rows, 2);
	measure(&pty, "day ([ ])", days, 2);
	measure(&pty, "depth (Z z)", lines, 2);
	pty_send(&pty, "/\025");
	pty_settle(&pty, 100, &bytes);
	measure(&pty, "search", typing, 4);
	pty_end(&pty);
	return EXIT_SUCCESS;
}
