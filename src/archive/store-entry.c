// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/store-entry.h"

#include <stdlib.h>
#include <string.h>

#include "archive/index.h"
#include "archive/lines.h"
#include "archive/warnings.h"
#include "shoroku/base/i18n.h"
#include "shoroku/model/entry-id.h"

static size_t
count_lines(const char *text)
{
	size_t lines = *text != '\0';

	for (; *text; text++)
		lines += *text == '\n';
	return lines;
}

// Finds or makes the paper. One known already keeps its authors where the new list is shorter.
static int
write_paper(struct archive *archive, const struct paper *paper, int64_t *id, bool *new_paper,
	    struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_FIND_PAPER);
	char *authors = lines_join(paper->authors, paper->author_count);
	char *categories =
	    paper->category_count ? lines_join(paper->categories, paper->category_count) : NULL;
	bool poorer = false;
	int result;

	*id = 0;
	statement_bind_text(&st, ":key", paper->key);
	if (statement_step(&st)) {
		*id = statement_int(&st, 0);
		poorer = count_lines(statement_text(&st, 1)) > paper->author_count;
	}
	result = statement_end(&st, err);
	*new_paper = !*id;
	if (result || (*id && poorer))
		goto out;
	result = *id ? index_touch_paper(archive, *id, err) : 0;
	if (result)
		goto out;
	st = statement_begin(archive, *id ? STATEMENT_UPDATE_PAPER : STATEMENT_ADD_PAPER);
	if (*id)
		statement_bind_int(&st, ":id", *id);
	else
		statement_bind_text(&st, ":key", paper->key);
	statement_bind_text(&st, ":title", paper->title);
	statement_bind_text(&st, ":original", paper->title_original);
	statement_bind_text(&st, ":authors", authors);
	statement_bind_int(&st, ":truncated", paper->authors_truncated);
	statement_bind_text(&st, ":arxiv", paper->arxiv_id);
	statement_bind_text(&st, ":doi", paper->doi);
	statement_bind_text(&st, ":url", paper->url);
	statement_bind_text(&st, ":pdf", paper->pdf_url);
	statement_bind_text(&st, ":categories", categories);
	statement_bind_text(&st, ":published", paper->published);
	statement_bind_text(&st, ":updated", paper->updated);
	statement_bind_text(&st, ":journal_ref", paper->journal_ref);
	statement_bind_text(&st, ":comment", paper->comment);
	if (statement_step(&st))
		*id = statement_int(&st, 0);
	while (statement_step(&st))
		;
	result = statement_end(&st, err);
out:
	free(categories);
	free(authors);
	return result;
}

static int
write_sections(struct archive *archive, const struct entry *entry, struct error *err)
{
	for (size_t i = 0; i < entry->section_count; i++) {
		const struct section *section = &entry->sections[i];
		struct statement st;

		if (section->origin == SECTION_FROM_ARXIV)
			continue;
		st = statement_begin(archive, STATEMENT_ADD_SECTION);
		statement_bind_int(&st, ":entry", entry->id);
		statement_bind_int(&st, ":position", (int64_t)i + 1);
		statement_bind_int(&st, ":role", section->role);
		statement_bind_text(&st, ":label", section->label);
		statement_bind_text(&st, ":text", section->text);
		if (statement_run(&st, err))
			return -1;
	}
	return 0;
}

// What arXiv said, as a record hands it on from another archive; when it was asked is not known.
static int
write_foreign(struct archive *archive, const struct entry *entry, int64_t paper, struct error *err)
{
	for (size_t i = 0; i < entry->section_count; i++) {
		const struct section *section = &entry->sections[i];

		if (section->origin == SECTION_FROM_ARXIV &&
		    store_entry_note_arxiv(archive, paper, 0, NULL, section, err))
			return -1;
	}
	return 0;
}

int
store_entry_note_arxiv(struct archive *archive, int64_t paper, int64_t asked_at,
		       const struct paper *said, const struct section *section, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_NOTE_ENRICHMENT);
	char *authors = said ? lines_join(said->authors, said->author_count) : NULL;
	int result;

	statement_bind_int(&st, ":paper", paper);
	statement_bind_int(&st, ":asked_at", asked_at);
	statement_bind_int(&st, ":found", section != NULL);
	if (section) {
		statement_bind_text(&st, ":label", section->label);
		statement_bind_text(&st, ":abstract", section->text);
	}
	if (said) {
		statement_bind_text(&st, ":title", said->title);
		statement_bind_text(&st, ":authors", authors);
	}
	result = statement_run(&st, err);
	free(authors);
	return result;
}

int
store_entry_drop(struct archive *archive, int64_t id, struct error *err)
{
	struct statement st;

	index_drop(archive, id);
	warnings_touch(archive, entry_id_day(id));
	st = statement_begin(archive, STATEMENT_DROP_SECTIONS);
	statement_bind_int(&st, ":entry", id);
	if (statement_run(&st, err))
		return -1;
	st = statement_begin(archive, STATEMENT_DROP_ENTRY);
	statement_bind_int(&st, ":entry", id);
	return statement_run(&st, err);
}

int
store_entry_write(struct archive *archive, const struct entry *entry, int64_t digest, int part,
		  int64_t change, bool *new_paper, struct error *err)
{
	struct statement st;
	int64_t paper;

	if (write_paper(archive, &entry->paper, &paper, new_paper, err))
		return -1;
	warnings_touch(archive, entry_id_day(entry->id));
	st = statement_begin(archive, STATEMENT_ADD_ENTRY);
	statement_bind_int(&st, ":id", entry->id);
	statement_bind_int(&st, ":digest", digest);
	statement_bind_int(&st, ":part", part);
	statement_bind_int(&st, ":paper", paper);
	statement_bind_int(&st, ":position", entry->position);
	statement_bind_int(&st, ":change", change);
	statement_bind_int(&st, ":announcement", entry->announcement);
	return statement_run(&st, err) || write_sections(archive, entry, err) ||
		       write_foreign(archive, entry, paper, err)
		   ? -1
		   : 0;
}

int
store_entry_next_id(struct archive *archive, date_day day, size_t count, int64_t *next,
		    struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_LEAST_ENTRY);

	*next = entry_id_day_last(day);
	statement_bind_int(&st, ":first", entry_id_day_first(day));
	statement_bind_int(&st, ":last", entry_id_day_last(day));
	if (statement_step(&st) && statement_int(&st, 0))
		*next = statement_int(&st, 0) - 1;
	if (statement_end(&st, err))
		return -1;
	if (*next - (int64_t)count < entry_id_day_first(day))
		return error_set(err, ERROR_DATA, _("a day cannot hold more than %d papers"),
				 ENTRY_ID_MAX_N + 1);
	return 0;
}

int
store_entry_next_change(struct archive *archive, int64_t *change, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_NEXT_CHANGE);

	*change = 0;
	if (statement_run(&st, err))
		return -1;
	st = statement_begin(archive, STATEMENT_CHANGE);
	if (statement_step(&st))
		*change = statement_int(&st, 0);
	return statement_end(&st, err);
}
