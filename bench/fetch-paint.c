// SPDX-License-Identifier: GPL-3.0-or-later
// A key press to the cursor's sign on its new row, while the reader fetches: `fetch-paint KEYS PROGRAM
// [ARGUMENT…]` in a 200x60 terminal. First with nothing else going on, the yardstick; then after R. Who
// calls it sees to it that fetching takes longer than that many keys.
#include <stdio.h>
#include <stdlib.h>

#include "pty.h"

#define MOST ((size_t)5000)
#define QUIET_MS 10

static void
measure(struct bench_pty *pty, const char *name, size_t count)
{
	static const char *const keys[] = {"j", "k"};
	static double times[MOST];

	for (size_t i = 0; i < count; i++) {
		double pressed = pty_now();
		double painted;

		pty_send(pty, keys[i % 2]);
		painted = pty_wait_for(pty, "▸");
		times[i] = painted > 0 ? (painted - pressed) * 1000 : 10000;
		pty_drain(pty, QUIET_MS);
	}
	printf("%-22s %4zu keys: median %.2f ms, p99 %.2f ms, worst %.2f ms\n", name, count,
	       pty_quantile(times, count, 0.5), pty_quantile(times, count, 0.99),
	       pty_quantile(times, count, 1));
}

int
main(int argc, char **argv)
{
	struct bench_pty pty;
	size_t bytes;
	size_t count;

	if (argc < 3 || !(count = strtoul(argv[1], NULL, 10)) || count > MOST) {
		fprintf(stderr, "usage: fetch-paint KEYS PROGRAM [ARGUMENT…]\n");
		return EXIT_FAILURE;
	}
	pty_start(&pty, 200, 60, argv + 2);
	pty_settle(&pty, 300, &bytes);
	measure(&pty, "alone", count);
	pty_send(&pty, "R");
	pty_drain(&pty, QUIET_MS);
	measure(&pty, "while days come in", count);
	pty_end(&pty);
	return EXIT_SUCCESS;
}
