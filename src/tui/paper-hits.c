// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/paper-hits.h"

#include <string.h>

#include "tui/author-line.h"

void
paper_hits_release(struct paper_hits *hits)
{
	highlight_spans_release(&hits->spans);
	*hits = (struct paper_hits){0};
}

// Labels and ids are no text that was searched.
static bool
look(struct paper_hits *hits, const struct highlight *highlight, const struct document_line *line)
{
	const char *text;

	if (!line->length || !line->texts)
		return false;
	text = line->text - line->offset;
	if (text != hits->text)
		highlight_find(highlight, (enum query_text)line->texts, text, strlen(text),
			       &hits->spans);
	hits->text = text;
	return hits->spans.list.count > 0;
}

int
paper_hits_put(struct paper_hits *hits, const struct highlight *highlight,
	       const struct document_line *line, const struct pane *pane, int row, int column,
	       int cells)
{
	if (!look(hits, highlight, line))
		return canvas_put(pane, row, column, cells, line->text, line->length, line->role,
				  false);
	return hit_text_put(pane, row, column, cells, hits->text, line->offset,
			    line->offset + line->length, &hits->spans, line->role, false);
}

static bool
begins_in(struct paper_hits *hits, const struct highlight *highlight,
	  const struct document_line *line)
{
	if (!look(hits, highlight, line))
		return false;
	for (size_t i = 0; i < hits->spans.list.count; i++) {
		size_t start = hits->spans.list.items[i].start;

		if (start >= line->offset && start < line->offset + line->length)
			return true;
	}
	return false;
}

size_t
paper_hits_next(const struct document *document, const struct highlight *highlight, size_t line,
		int direction)
{
	size_t count = document->lines.count;
	struct paper_hits hits = {0};
	size_t found = count;

	// The line may be of a longer document, before it was laid out anew.
	if (direction < 0 && line > count)
		line = count;
	while (found == count && (direction > 0 ? line + 1 < count : line > 0)) {
		line = direction > 0 ? line + 1 : line - 1;
		if (begins_in(&hits, highlight, &document->lines.items[line]))
			found = line;
	}
	paper_hits_release(&hits);
	return found;
}

bool
paper_hits_hide(const struct highlight *highlight, const struct paper *paper, int cells,
		enum width_ambiguous ambiguous)
{
	struct highlight_spans all = {0};
	struct highlight_spans shown = {0};
	struct strbuf line;
	bool hidden;

	strbuf_init(&line);
	author_line_all(&line, paper);
	highlight_find(highlight, QUERY_AUTHORS, line.data, line.length, &all);
	strbuf_clear(&line);
	author_line_one(&line, paper, cells, ambiguous);
	highlight_find(highlight, QUERY_AUTHORS, line.data, line.length, &shown);
	hidden = all.list.count > shown.list.count;
	highlight_spans_release(&all);
	highlight_spans_release(&shown);
	strbuf_release(&line);
	return hidden;
}
