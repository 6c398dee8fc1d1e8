// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/recall.h"

#include <string.h>

#include "tui/session.h"

void
recall_init(struct recall *recall, const char *state)
{
	*recall = (struct recall){.state = state};
	strbuf_init(&recall->lines);
}

void
recall_release(struct recall *recall)
{
	strbuf_release(&recall->lines);
}

static void
load(struct session *session, struct recall *recall)
{
	struct arena arena;
	struct error ignored;
	const char *text;

	if (recall->loaded)
		return;
	recall->loaded = true;
	arena_init(&arena);
	if (!load_state(session->browser.archive, &arena, recall->state, &text, &ignored) && text)
		strbuf_add_string(&recall->lines, text);
	arena_release(&arena);
}

void
recall_add(struct session *session, struct recall *recall, const char *text)
{
	struct strbuf lines;
	int count = 1;

	if (!*text || strchr(text, '\n'))
		return;
	load(session, recall);
	strbuf_init(&lines);
	strbuf_addf(&lines, "%s\n", text);
	for (const char *line = recall->lines.data; *line && count < RECALL_MOST;) {
		size_t length = strcspn(line, "\n");

		if (length != strlen(text) || strncmp(line, text, length) != 0) {
			strbuf_add(&lines, line, length);
			strbuf_add_byte(&lines, '\n');
			count++;
		}
		line += length + (line[length] == '\n');
	}
	strbuf_release(&recall->lines);
	recall->lines = lines;
	if (session->marker)
		marker_keep_state(session->marker, recall->state, lines.data);
}

bool
recall_get(struct session *session, struct recall *recall, size_t back, struct strbuf *out)
{
	const char *line;

	load(session, recall);
	line = recall->lines.data;
	for (; back > 1 && *line; back--)
		line += strcspn(line, "\n") + 1;
	if (!back || !*line)
		return false;
	strbuf_add(out, line, strcspn(line, "\n"));
	return true;
}
