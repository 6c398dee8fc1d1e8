// SPDX-License-Identifier: GPL-3.0-or-later
// Start to first paint: `startup EMPTY PROGRAM [ARGUMENT…]` starts both in turn in a 120x40 terminal
// and prints the time from fork to the last line of the first screen, and by how much ours is
// above it.
#include <stdio.h>
#include <stdlib.h>

#include "pty.h"

#define RUNS ((size_t)200)
#define LAST_PAINTED "Enter" // of the line of hints

static double
first_paint(char *const *argv)
{
	struct bench_pty pty;
	double painted;

	pty_start(&pty, 120, 40, argv);
	painted = pty_wait_for(&pty, LAST_PAINTED);
	pty_end(&pty);
	if (painted <= 0) {
		fprintf(stderr, "%s never painted\n", argv[0]);
		exit(EXIT_FAILURE);
	}
	return (painted - pty.started) * 1000;
}

int
main(int argc, char **argv)
{
	char *empty[] = {NULL, NULL};
	double base[RUNS];
	double ours[RUNS];
	double above[RUNS];

	if (argc < 3) {
		fprintf(stderr, "usage: startup EMPTY PROGRAM [ARGUMENT…]\n");
		return EXIT_FAILURE;
	}
	empty[0] = argv[1];
	first_paint(empty);
	first_paint(argv + 2);
	for (size_t i = 0; i < RUNS; i++) {
		base[i] = first_paint(empty);
		ours[i] = first_paint(argv + 2);
		above[i] = ours[i] - base[i];
	}
	// The machine's clock wanders within a run: neighbours are compared.
	printf("first paint, medians of %zu: empty %.2f ms, shoroku %.2f ms, above it %.2f ms "
	       "(quartiles %.2f and %.2f)\n",
	       RUNS, pty_quantile(base, RUNS, 0.5), pty_quantile(ours, RUNS, 0.5),
	       pty_quantile(above, RUNS, 0.5), pty_quantile(above, RUNS, 0.25),
	       pty_quantile(above, RUNS, 0.75));
	return EXIT_SUCCESS;
}
