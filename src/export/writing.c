// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/export/writing.h"

#include <stdlib.h>

#include "citation.h"
#include "shoroku/base/memory.h"
#include "string-set.h"
#include "writers.h"

struct writing {
	const struct format *format;
	size_t count;
	struct string_set papers;
	struct string_set keys;
};

struct writing *
writing_new(const struct format *format)
{
	struct writing *writing = memory_alloc(sizeof(*writing));

	writing->format = format;
	string_set_init(&writing->papers);
	string_set_init(&writing->keys);
	return writing;
}

void
writing_free(struct writing *writing)
{
	if (!writing)
		return;
	string_set_release(&writing->papers);
	string_set_release(&writing->keys);
	free(writing);
}

// Two works that would be called the same get letters: a, b, … z, aa. Case does not part keys in BibTeX, and
// these are all lower case but for arXiv's own names.
static void
make_key(struct writing *writing, const struct paper *paper, struct strbuf *key)
{
	size_t length;

	citation_append_key(key, paper);
	length = key->length;
	for (unsigned next = 0; !string_set_add(&writing->keys, key->data); next++) {
		strbuf_truncate(key, length);
		for (unsigned rest = next + 1; rest; rest = (rest - 1) / 26)
			strbuf_add_byte(key, (char)('a' + (rest - 1) % 26));
	}
}

static void
begin(const struct writing *writing, struct strbuf *out)
{
	const struct format *format = writing->format;
	const char *text = writing->count ? format->between : format->begin;

	strbuf_add_string(out, text ? text : "");
	if (!writing->count && format->head)
		format->head(out);
}

int
writing_append(struct writing *writing, struct strbuf *out, const struct entry *entry,
	       const struct marks *marks, struct error *err)
{
	struct export_item item = {.entry = entry, .marks = marks};
	size_t before = out->length;
	struct strbuf key;
	int result;

	strbuf_init(&key);
	if (writing->format->lists_works) {
		if (entry->paper.key && !string_set_add(&writing->papers, entry->paper.key))
			return 0;
		make_key(writing, &entry->paper, &key);
		item.key = key.data;
	}
	begin(writing, out);
	result = writing->format->append(out, &item, err);
	if (result)
		strbuf_truncate(out, before);
	else
		writing->count++;
	strbuf_release(&key);
	return result;
}

void
writing_end(struct writing *writing, struct strbuf *out)
{
	const struct format *format = writing->format;
	const char *text = writing->count ? format->end : format->empty;

	strbuf_add_string(out, text ? text : "");
	if (!writing->count && format->head)
		format->head(out);
}

size_t
writing_count(const struct writing *writing)
{
	return writing->count;
}
