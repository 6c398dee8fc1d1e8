// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "pty.h"

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

double
pty_now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

void
pty_start(struct bench_pty *pty, int columns, int rows, char *const *argv)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};

	pty->started = pty_now();
	pty->child = forkpty(&pty->fd, NULL, NULL, &size);
	if (pty->child < 0) {
		perror("forkpty");
		exit(EXIT_FAILURE);
	}
	if (pty->child == 0) {
		execvp(argv[0], argv);
		_exit(127);
	}
}

double
pty_wait_for(struct bench_pty *pty, const char *marker)
{
	static char seen[1 << 20];
	size_t have = 0;
	struct pollfd polled = {pty->fd, POLLIN, 0};

	while (have < sizeof(seen) - 1 && poll(&polled, 1, 10000) > 0) {
		ssize_t count = read(pty->fd, seen + have, sizeof(seen) - 1 - have);

		if (count <= 0)
			return 0;
		have += (size_t)count;
		seen[have] = '\0';
		if (memmem(seen, have, marker, strlen(marker)))
			return pty_now();
	}
	return 0;
}

double
pty_settle(struct bench_pty *pty, int quiet_ms, size_t *bytes)
{
	char buffer[65536];
	double last = 0;
	struct pollfd polled = {pty->fd, POLLIN, 0};

	*bytes = 0;
	while (poll(&polled, 1, last > 0 ? quiet_ms : 1000) > 0) {
		ssize_t count = read(pty->fd, buffer, sizeof(buffer));

		if (count <= 0)
			break;
		*bytes += (size_t)count;
		last = pty_now();
	}
	return last;
}

void
pty_drain(struct bench_pty *pty, int quiet_ms)
{
	char buffer[65536];
	struct pollfd polled = {pty->fd, POLLIN, 0};

	while (poll(&polled, 1, quiet_ms) > 0) {
		if (read(pty->fd, buffer, sizeof(buffer)) <= 0)
			break;
	}
}

void
pty_send(struct bench_pty *pty, const char *keys)
{
	if (write(pty->fd, keys, strlen(keys)) < 0)
		perror("write");
}

void
pty_end(struct bench_pty *pty)
{
	kill(pty->child, SIGKILL);
	waitpid(pty->child, NULL, 0);
	close(pty->fd);
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a;
	double y = *(const double *)b;

	return (x > y) - (x < y);
}

double
pty_quantile(double *values, size_t count, double share)
{
	size_t index = (size_t)(share * (double)(count - 1) + 0.5);

	qsort(values, count, sizeof(*values), compare);
	return values[index];
}
