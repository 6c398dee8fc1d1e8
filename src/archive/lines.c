// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/lines.h"

#include <string.h>

#include "shoroku/base/strbuf.h"

const char **
lines_split(struct arena *arena, const char *joined, size_t *count)
{
	const char **lines;
	char *rest = arena_strdup(arena, joined);
	size_t most = 1;

	for (const char *at = joined; *at; at++)
		most += *at == '\n';
	lines = arena_alloc(arena, most * sizeof(*lines));
	for (*count = 0; *joined && rest; ++*count)
		lines[*count] = strsep(&rest, "\n");
	return lines;
}

char *
lines_join(const char *const *lines, size_t count)
{
	struct strbuf joined;

	strbuf_init(&joined);
	for (size_t i = 0; i < count; i++) {
		if (i)
			strbuf_add_byte(&joined, '\n');
		strbuf_add_string(&joined, lines[i]);
	}
	return strbuf_detach(&joined);
}
