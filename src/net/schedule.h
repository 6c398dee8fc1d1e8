// SPDX-License-Identifier: GPL-3.0-or-later
// Whose turn it is: so many requests to a host at once, so far apart, and longer pauses after failures.
// Knows no clock: times are milliseconds the caller says.
#ifndef NET_SCHEDULE_H
#define NET_SCHEDULE_H

#include <stdbool.h>
#include <stdint.h>

#include "shoroku/base/vec.h"

#define SCHEDULE_LONGEST_MS 300000 // of pauses that nobody asked for

struct schedule_host {
	char *name;
	int running;
	int64_t next; // no request before
};

struct schedule {
	VEC(struct schedule_host *) hosts;
};

void schedule_init(struct schedule *schedule);
void schedule_release(struct schedule *schedule);

// The host of that name (compared without case), made where it is new. Lives as long as the schedule.
struct schedule_host *schedule_host(struct schedule *schedule, const char *name);

// Whether a request may start `now`, with at most `limit` at once. Otherwise *when is the time from which
// it is worth asking again, INT64_MAX where another request has to end first.
bool schedule_may_start(const struct schedule_host *host, int64_t now, int limit, int64_t *when);

void schedule_started(struct schedule_host *host, int64_t now, int spacing_ms);
void schedule_finished(struct schedule_host *host);

// The host asked to be left alone until then.
void schedule_hold(struct schedule_host *host, int64_t until);

// How long to wait after the `attempt`th failure, from 1 on: exponential, of which the second half is
// random, so that many clients do not come back at once.
int64_t schedule_backoff(int attempt, int first_ms, uint32_t random);

#endif
