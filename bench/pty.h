// SPDX-License-Identifier: GPL-3.0-or-later
// A program in a pty, timed from outside.
#ifndef BENCH_PTY_H
#define BENCH_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct bench_pty {
	int fd;
	pid_t child;
	double started; // seconds, monotonic
};

double pty_now(void);
void pty_start(struct bench_pty *pty, int columns, int rows, char *const *argv);

// Reads until `marker` has been written; the time of the read that completed it, 0 after 10 s.
double pty_wait_for(struct bench_pty *pty, const char *marker);

// Reads until nothing came for `quiet_ms`; the time of the last byte, 0 where nothing came at all.
double pty_settle(struct bench_pty *pty, int quiet_ms, size_t *bytes);

// Reads what is there, and what more comes until nothing did for `quiet_ms`.
void pty_drain(struct bench_pty *pty, int quiet_ms);

void pty_send(struct bench_pty *pty, const char *keys);
void pty_end(struct bench_pty *pty); // kills the program

// The value at `share` (0–1) of the sorted values; sorts them.
double pty_quantile(double *values, size_t count, double share);

#endif
