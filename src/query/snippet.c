// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/query/snippet.h"

#include <string.h>

#include "shoroku/text/utf8.h"

void
snippet_init(struct snippet *snippet)
{
	*snippet = (struct snippet){0};
	strbuf_init(&snippet->text);
}

void
snippet_release(struct snippet *snippet)
{
	strbuf_release(&snippet->text);
	vec_release(&snippet->hits);
}

// The byte `count` code points before or after `at`, as far as there are so many.
static size_t
back(const char *text, size_t at, int count)
{
	while (at > 0 && count-- > 0)
		utf8_previous(text, &at);
	return at;
}

static size_t
forth(const char *text, size_t length, size_t at, int count)
{
	while (at < length && count-- > 0)
		utf8_next(text, length, &at);
	return at;
}

static void
cut(struct snippet *snippet, const char *text, const struct highlight_spans *spans)
{
	size_t length = strlen(text);
	size_t start = back(text, spans->list.items[0].start, SNIPPET_BEFORE);
	size_t end = forth(text, length, start, SNIPPET_LENGTH);

	strbuf_clear(&snippet->text);
	vec_clear(&snippet->hits);
	strbuf_add(&snippet->text, text + start, end - start);
	for (char *feed = snippet->text.data; (feed = strchr(feed, '\n')); feed++)
		*feed = ' ';
	for (size_t i = 0; i < spans->list.count && spans->list.items[i].end <= end; i++) {
		const struct highlight_span *span = &spans->list.items[i];
		size_t first = utf8_count(text + start, span->start - start);

		*vec_push(&snippet->hits) = (struct snippet_hit){
		    first, first + utf8_count(text + span->start, span->end - span->start)};
	}
}

bool
snippet_make(struct snippet *snippet, const struct highlight *highlight, const struct entry *entry)
{
	struct highlight_spans spans = {0};
	bool found = false;

	for (size_t i = 0; !found && i < entry->section_count; i++) {
		const char *text = entry->sections[i].text;

		highlight_find(highlight, highlight_text_of(entry->sections[i].role), text,
			       strlen(text), &spans);
		found = spans.list.count > 0;
		if (found) {
			snippet->role = entry->sections[i].role;
			cut(snippet, text, &spans);
		}
	}
	highlight_spans_release(&spans);
	return found;
}
