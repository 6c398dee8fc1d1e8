// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/schedule.h"

#include <stdlib.h>
#include <strings.h>

#include "shoroku/base/memory.h"

void
schedule_init(struct schedule *schedule)
{
	*schedule = (struct schedule){0};
}

void
schedule_release(struct schedule *schedule)
{
	for (size_t i = 0; i < schedule->hosts.count; i++) {
		free(schedule->hosts.items[i]->name);
		free(schedule->hosts.items[i]);
	}
	vec_release(&schedule->hosts);
}

struct schedule_host *
schedule_host(struct schedule *schedule, const char *name)
{
	struct schedule_host *host;

	for (size_t i = 0; i < schedule->hosts.count; i++) {
		if (!strcasecmp(schedule->hosts.items[i]->name, name))
			return schedule->hosts.items[i];
	}
	host = memory_alloc(sizeof(*host));
	host->name = memory_strdup(name);
	host->next = INT64_MIN;
	*vec_push(&schedule->hosts) = host;
	return host;
}

bool
schedule_may_start(const struct schedule_host *host, int64_t now, int limit, int64_t *when)
{
	if (host->running >= limit) {
		*when = INT64_MAX;
		return false;
	}
	*when = host->next;
	return now >= host->next;
}

void
schedule_started(struct schedule_host *host, int64_t now, int spacing_ms)
{
	host->running++;
	if (host->next < now + spacing_ms)
		host->next = now + spacing_ms;
}

void
schedule_finished(struct schedule_host *host)
{
	host->running--;
}

void
schedule_hold(struct schedule_host *host, int64_t until)
{
	if (host->next < until)
		host->next = until;
}

int64_t
schedule_backoff(int attempt, int first_ms, uint32_t random)
{
	int64_t pause = first_ms;

	for (int i = 1; i < attempt && pause < SCHEDULE_LONGEST_MS; i++)
		pause *= 2;
	if (pause > SCHEDULE_LONGEST_MS)
		pause = SCHEDULE_LONGEST_MS;
	return pause - (int64_t)(random % (uint32_t)(pause / 2 + 1));
}
