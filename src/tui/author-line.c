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

// As many whole names as fit into `limit` cells, one at least.
static void
add_fitting(struct strbuf *out, const struct paper *paper, size_t limit,
	    enum width_ambiguous ambiguous)
{
	struct strbuf next;
	size_t cells = 0;

	strbuf_init(&next);
	for (size_t count = 0; count < paper->author_count; count++) {
		strbuf_clear(&next);
		strbuf_addf(&next, "%s%s", count ? ", " : "", paper->authors[count]);
		cells += width_text(next.data, next.length, ambiguous);
		if (count && cells > limit)
			break;
		strbuf_add(out, next.data, next.length);
	}
	strbuf_release(&next);
}

void
author_line_one(struct strbuf *out, const struct paper *paper, int cells,
		enum width_ambiguous ambiguous)
{
	struct strbuf tail;
	size_t limit = cells > 0 ? (size_t)cells : 0;
	size_t count = paper->author_count;
	size_t start = out->length;
	size_t taken;

	author_line_all(out, paper);
	if (count < 2 || width_text(out->data + start, out->length - start, ambiguous) <= limit)
		return;
	strbuf_truncate(out, start);
	strbuf_init(&tail);
	strbuf_addf(&tail, ngettext(" … %zu author (a)", " … %zu authors (a)", count), count);
	taken = width_text(tail.data, tail.length, ambiguous);
	add_fitting(out, paper, limit > taken ? limit - taken : 0, ambiguous);
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
