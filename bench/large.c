// SPDX-License-Identifier: GPL-3.0-or-later
// What the size of the archive costs at the start: `large PROGRAM SMALL LARGE` starts the reader in turn on
// two archives in a 120x40 terminal and prints the time to the last line of the first screen, and what is
// resident then and once all days are loaded. The program is started once on each before.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pty.h"

#define RUNS ((size_t)31)
#define LAST_PAINTED "Enter" // of the line of hints
#define QUIET_MS 400

struct start {
	double painted;	 // milliseconds
	double resident; // at that time, megabytes
	double later;	 // once nothing more is drawn, and the archive was looked at
	double most;
};

static double
megabytes(pid_t child, const char *field)
{
	char path[64];
	char line[256];
	double kilobytes = 0;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/status", (int)child);
	file = fopen(path, "r");
	while (file && fgets(line, sizeof(line), file)) {
		if (!strncmp(line, field, strlen(field)))
			kilobytes = strtod(line + strlen(field), NULL);
	}
	if (file)
		fclose(file);
	return kilobytes / 1024;
}

static struct start
start(char *program, char *archive)
{
	char option[] = "--data-dir";
	char *argv[] = {program, option, archive, NULL};
	struct start result = {0};
	struct bench_pty pty;
	size_t bytes;

	pty_start(&pty, 120, 40, argv);
	result.painted = (pty_wait_for(&pty, LAST_PAINTED) - pty.started) * 1000;
	result.resident = megabytes(pty.child, "VmRSS:");
	if (result.painted <= 0) {
		fprintf(stderr, "%s never painted\n", program);
		exit(EXIT_FAILURE);
	}
	pty_settle(&pty, QUIET_MS, &bytes);
	result.later = megabytes(pty.child, "VmRSS:");
	result.most = megabytes(pty.child, "VmHWM:");
	pty_end(&pty);
	return result;
}

static double
print(const char *name, const struct start *starts)
{
	double painted[RUNS];
	double resident[RUNS];
	double later[RUNS];
	double most[RUNS];

	for (size_t i = 0; i < RUNS; i++) {
		painted[i] = starts[i].painted;
		resident[i] = starts[i].resident;
		later[i] = starts[i].later;
		most[i] = starts[i].most;
	}
	printf(
	    "%s: first paint %.2f ms (quartiles %.2f and %.2f), resident %.1f MB, later %.1f MB, "
	    "at most %.1f MB\n",
	    name, pty_quantile(painted, RUNS, 0.5), pty_quantile(painted, RUNS, 0.25),
	    pty_quantile(painted, RUNS, 0.75), pty_quantile(resident, RUNS, 0.5),
	    pty_quantile(later, RUNS, 0.5), pty_quantile(most, RUNS, 1));
	return pty_quantile(painted, RUNS, 0.5);
}

int
main(int argc, char **argv)
{
	static struct start small[RUNS];
	static struct start large[RUNS];
	double ratios[RUNS];
	double base;

	if (argc != 4) {
		fprintf(stderr, "usage: large PROGRAM SMALL LARGE\n");
		return EXIT_FAILURE;
	}
	start(argv[1], argv[2]);
	start(argv[1], argv[3]);
	for (size_t i = 0; i < RUNS; i++) {
		small[i] = start(argv[1], argv[2]);
		large[i] = start(argv[1], argv[3]);
		ratios[i] = large[i].painted / small[i].painted;
	}
	base = print(argv[2], small);
	printf("%.2f times that", print(argv[3], large) / base);
	printf("; of neighbours, the median %.2f\n", pty_quantile(ratios, RUNS, 0.5));
	return EXIT_SUCCESS;
}
