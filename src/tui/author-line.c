// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/author-line.h"

#include "shoroku/base/i18n.h"
#include "shoroku/export/brief.h"
#include "shoroku/model/name.h"

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

void
author_line_short(struct strbuf *out, const struct paper *paper, int cells,
		  enum width_ambiguous ambiguous)
{
	size_t limit = cells > 0 ? (size_t)cells : 0;
	size_t length;
	const char *name;

	if (!paper->author_count || brief_append_authors(out, paper, SHORT_NAMES, limit, ambiguous))
		return;
	name = name_family(paper->authors[0], &length); // to be cut where it is drawn
	strbuf_add(out, name, length);
}
