// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/author-line.h"

#include <string.h>

#include "shoroku/base/i18n.h"

#define SHORT_NAMES ((size_t)3)

static void
add_names(struct strbuf *out, const struct paper *paper, size_t count)
{
	for (size_t i = 0; i < count; i++)
		strbuf_addf(out, "%s%s", i ? ", " : "", paper->authors[i]);
}

void
author_line_all(struct strbuf *out, const struct paper *paper)
{
	add_names(out, paper, paper->author_count);
	if (paper->authors_truncated)
		strbuf_add_string(out, ", et al.");
}

static size_t
cells_of(const struct strbuf *text, enum width_ambiguous ambiguous)
{
	return width_text(text->data, text->length, ambiguous);
}

void
author_line_one(struct strbuf *out, const struct paper *paper, int cells,
		enum width_ambiguous ambiguous)
{
	struct strbuf tail;
	size_t limit = cells > 0 ? (size_t)cells : 0;
	size_t count = paper->author_count;
	size_t start = out->length;

	author_line_all(out, paper);
	if (width_text(out->data + start, out->length - start, ambiguous) <= limit)
		return;
	strbuf_init(&tail);
	strbuf_addf(&tail, ngettext(" … %zu author (a)", " … %zu authors (a)", count), count);
	do {
		count--;
		strbuf_truncate(out, start);
		add_names(out, paper, count);
	} while (count > 1 && cells_of(out, ambiguous) + cells_of(&tail, ambiguous) > limit);
	strbuf_add(out, tail.data, tail.length);
	strbuf_release(&tail);
}

// The last word of a name in Latin script; a name without blanks is shown whole.
static const char *
family_name(const char *name)
{
	const char *blank = strrchr(name, ' ');

	return blank ? blank + 1 : name;
}

static void
add_family_names(struct strbuf *out, const struct paper *paper, size_t names)
{
	for (size_t i = 0; i < names; i++)
		strbuf_addf(out, "%s%s", i ? ", " : "", family_name(paper->authors[i]));
	if (paper->author_count > names)
		strbuf_addf(out, " +%zu", paper->author_count - names);
	else if (paper->authors_truncated)
		strbuf_add_string(out, " +");
}

void
author_line_short(struct strbuf *out, const struct paper *paper, int cells,
		  enum width_ambiguous ambiguous)
{
	size_t names = paper->author_count < SHORT_NAMES ? paper->author_count : SHORT_NAMES;
	size_t limit = cells > 0 ? (size_t)cells : 0;
	size_t start = out->length;

	add_family_names(out, paper, names);
	while (names > 1 && width_text(out->data + start, out->length - start, ambiguous) > limit) {
		strbuf_truncate(out, start);
		add_family_names(out, paper, --names);
	}
}
