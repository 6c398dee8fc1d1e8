// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/segment-words.h"

#include <stdlib.h>
#include <string.h>

#include "archive/segment-scan.h"
#include "archive/terms.h"
#include "shoroku/base/memory.h"

static void
add(struct segment_words *words, const char *word, size_t length)
{
	for (size_t i = 0; i < words->list.count; i++) {
		if (strlen(words->list.items[i]) == length &&
		    !memcmp(words->list.items[i], word, length))
			return;
	}
	words->too_many = words->list.count == SEGMENT_WORDS_MOST;
	if (!words->too_many)
		*vec_push(&words->list) = memory_strndup(word, length);
}

static int
find_in(struct archive *archive, const struct segment *segment, const struct strbuf *beginning,
	struct segment_words *words, struct error *err)
{
	struct segment_scan scan;
	int result = -1;

	segment_scan_init(&scan, segment);
	if (segment_scan_seek(archive, &scan, beginning, err))
		goto out;
	while (!scan.ended && !words->too_many && scan.term.length > beginning->length &&
	       !memcmp(scan.term.data, beginning->data, beginning->length)) {
		// Kind before it, a zero and the field behind.
		add(words, scan.term.data + 1, scan.term.length - 3);
		if (segment_scan_next(archive, &scan, err))
			goto out;
	}
	result = 0;
out:
	segment_scan_release(&scan);
	return result;
}

int
segment_words_find(struct archive *archive, const char *beginning, size_t length,
		   struct segment_words *words, struct error *err)
{
	const struct index_view *view;
	struct strbuf term;
	int result = index_look(archive, &view, err);

	strbuf_init(&term);
	strbuf_add_byte(&term, TERM_WORD);
	strbuf_add(&term, beginning, length);
	for (size_t i = 0; !result && !words->too_many && i < view->segments.count; i++)
		result = find_in(archive, &view->segments.items[i], &term, words, err);
	strbuf_release(&term);
	return result;
}

void
segment_words_release(struct segment_words *words)
{
	for (size_t i = 0; i < words->list.count; i++)
		free(words->list.items[i]);
	vec_release(&words->list);
}
