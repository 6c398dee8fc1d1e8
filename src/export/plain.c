// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/export/plain.h"

#include <inttypes.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/export/brief.h"
#include "shoroku/text/wrap.h"

struct plain {
	const struct plain_sink *sink;
	struct wrap *wrap;
	struct wrap_lines lines;
};

static void
write_piece(const struct plain *plain, const char *text, size_t length, enum plain_style style)
{
	plain->sink->write(plain->sink->context, text, length, style);
}

static void
write_blank(const struct plain *plain)
{
	write_piece(plain, "\n", 1, PLAIN_NORMAL);
}

static int
write_wrapped(struct plain *plain, const char *text, enum plain_style style, struct error *err)
{
	size_t columns = plain->sink->columns ? plain->sink->columns : PLAIN_COLUMNS;

	if (wrap_text(plain->wrap, text, strlen(text), columns, plain->sink->ambiguous,
		      &plain->lines, err))
		return -1;
	for (size_t i = 0; i < plain->lines.list.count; i++) {
		const struct wrap_line *line = &plain->lines.list.items[i];

		if (line->end > line->start)
			write_piece(plain, text + line->start, line->end - line->start, style);
		write_blank(plain);
	}
	return 0;
}

static int
write_authors(struct plain *plain, const struct paper *paper, struct strbuf *line,
	      struct error *err)
{
	if (!paper->author_count)
		return 0;
	write_blank(plain);
	strbuf_clear(line);
	brief_append_all_authors(line, paper);
	return write_wrapped(plain, line->data, PLAIN_NORMAL, err);
}

static void
append_ids(struct strbuf *line, const struct entry *entry)
{
	const struct paper *paper = &entry->paper;
	char date[DATE_TEXT_SIZE];

	date_format(entry->date, date);
	strbuf_addf(line, "%s/%s#%d  %" PRId64, date, entry->source, entry->position, entry->id);
	if (paper->arxiv_id)
		strbuf_addf(line, "\narXiv:%s", paper->arxiv_id);
	if (paper->doi)
		strbuf_addf(line, "\ndoi:%s", paper->doi);
	if (!paper->arxiv_id && !paper->doi && paper->key)
		strbuf_addf(line, "\n%s", paper->key);
	if (paper->journal_ref)
		strbuf_addf(line, "\n%s", paper->journal_ref);
	if (paper->url)
		strbuf_addf(line, "\n%s", paper->url);
}

static void
append_seen(struct strbuf *line, const struct sighting *seen)
{
	char date[DATE_TEXT_SIZE];

	if (!seen->id)
		return;
	date_format(seen->date, date);
	strbuf_add_byte(line, '\n');
	strbuf_addf(line, _("seen before: %s · %s"), date, seen->source);
}

static int
write_sections(struct plain *plain, const struct entry *entry, struct strbuf *label,
	       struct error *err)
{
	for (size_t i = 0; i < entry->section_count; i++) {
		const struct section *section = &entry->sections[i];

		write_blank(plain);
		strbuf_clear(label);
		brief_append_label(label, section);
		if (write_wrapped(plain, label->data, PLAIN_BOLD, err) ||
		    write_wrapped(plain, section->text, PLAIN_NORMAL, err))
			return -1;
	}
	return 0;
}

int
plain_write(const struct plain_sink *sink, const struct entry *entry, const struct marks *marks,
	    const char *provenance, struct error *err)
{
	struct plain plain = {.sink = sink, .wrap = wrap_new(NULL)};
	struct strbuf line;
	int result = -1;

	strbuf_init(&line);
	if (write_wrapped(&plain, entry->paper.title, PLAIN_BOLD, err))
		goto out;
	if (entry->paper.title_original &&
	    write_wrapped(&plain, entry->paper.title_original, PLAIN_NORMAL, err))
		goto out;
	if (write_authors(&plain, &entry->paper, &line, err))
		goto out;
	strbuf_clear(&line);
	append_ids(&line, entry);
	strbuf_add_byte(&line, '\n');
	brief_append_marks(&line, marks);
	append_seen(&line, &entry->seen_before);
	if (provenance)
		strbuf_addf(&line, "\n%s", provenance);
	write_blank(&plain);
	if (write_wrapped(&plain, line.data, PLAIN_NORMAL, err))
		goto out;
	result = write_sections(&plain, entry, &line, err);
out:
	strbuf_release(&line);
	wrap_lines_release(&plain.lines);
	wrap_free(plain.wrap);
	return result;
}
