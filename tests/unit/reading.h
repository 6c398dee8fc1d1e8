// SPDX-License-Identifier: GPL-3.0-or-later
// What a reader of the feed room makes of a text, written down in a few lines to compare with.
#ifndef TESTS_UNIT_READING_H
#define TESTS_UNIT_READING_H

#include <string.h>

#include "shoroku/base/strbuf.h"
#include "shoroku/feed/parse.h"
#include "tap.h"

static void
reading_add(struct strbuf *out, const char *name, const char *value)
{
	if (value)
		strbuf_addf(out, " %s=%s", name, value);
}

static void
reading_add_list(struct strbuf *out, const char *name, const char *const *items, size_t count)
{
	for (size_t i = 0; i < count; i++)
		strbuf_addf(out, "%s%s", i ? "; " : name, items[i]);
}

static void
reading_add_entry(struct strbuf *out, const struct entry *entry, const char *digest_lang)
{
	const struct paper *paper = &entry->paper;

	strbuf_addf(out, "%s\n", paper->title);
	reading_add(out, "original", paper->title_original);
	reading_add_list(out, " by=", paper->authors, paper->author_count);
	strbuf_add_string(out, paper->authors_truncated ? "+" : "");
	reading_add(out, "id", paper->arxiv_id);
	reading_add(out, "doi", paper->doi);
	reading_add(out, "url", paper->url);
	reading_add(out, "pdf", paper->pdf_url);
	reading_add(out, "on", paper->published);
	reading_add_list(out, " in=", paper->categories, paper->category_count);
	if (!digest_lang && entry->lang && strcmp(entry->lang, "en") != 0)
		reading_add(out, "lang", entry->lang);
	if (entry->announcement != ANNOUNCED_NEW)
		reading_add(out, "as", paper_announcement_name(entry->announcement));
	strbuf_add_byte(out, '\n');
	for (size_t i = 0; i < entry->section_count; i++)
		strbuf_addf(out, " %s [%s] %s\n", paper_role_name(entry->sections[i].role),
			    entry->sections[i].label, entry->sections[i].text);
}

__attribute__((unused)) static void
reading_add_digest(struct strbuf *out, const char *reader, const struct digest *digest)
{
	char date[DATE_TEXT_SIZE];

	date_format(digest->date, date);
	strbuf_addf(out, "%s %s by %s, %s, %zu\n", reader, date,
		    paper_date_origin_name(digest->date_origin), digest->lang ? digest->lang : "-",
		    digest->entry_count);
	for (size_t i = 0; i < digest->entry_count; i++)
		reading_add_entry(out, &digest->entries[i], digest->lang);
}

// Tells the digests of a text by `tell`, or the sentence that refuses it behind `refused`.
static void
reading_told_is(const char *path, const char *text, const char *want, const char *name,
		const char *refused,
		void (*tell)(struct strbuf *out, const char *reader, const struct digest *digest))
{
	struct parse_input input = {.name = "input",
				    .path = path,
				    .bytes = text,
				    .length = strlen(text),
				    .date = DATE_NONE};
	struct parse_result result;
	struct strbuf got;
	struct arena arena;
	struct error err;

	arena_init(&arena);
	strbuf_init(&got);
	if (parse_digests(&arena, &input, &result, &err)) {
		strbuf_addf(&got, "%s%s", refused, err.text);
		tap_ok(err.kind == ERROR_DATA, "%s: refused as data", name);
	} else {
		for (size_t i = 0; i < result.digest_count; i++)
			tell(&got, result.reader.name, &result.digests[i]);
	}
	tap_is_str(got.data, want, name);
	strbuf_release(&got);
	arena_release(&arena);
}

// The same with everything that readers of structured inputs fill.
__attribute__((unused)) static void
reading_at_is(const char *path, const char *text, const char *want, const char *name)
{
	reading_told_is(path, text, want, name, "", reading_add_digest);
}

// How the first digest's source is called where the user names none.
__attribute__((unused)) static void
reading_source_is(const char *text, const char *want, const char *name)
{
	struct parse_input input = {
	    .name = "input", .bytes = text, .length = strlen(text), .date = DATE_NONE};
	struct parse_result result;
	struct arena arena;
	struct error err;

	arena_init(&arena);
	if (parse_digests(&arena, &input, &result, &err))
		tap_is_str(err.text, want, name);
	else
		tap_is_str(result.digests[0].source, want, name);
	arena_release(&arena);
}

__attribute__((unused)) static void
reading_is(const char *text, const char *want, const char *name)
{
	reading_at_is(NULL, text, want, name);
}

#endif
