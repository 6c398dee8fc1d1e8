// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/feed/parse.h"

#include <string.h>
#include <strings.h>

#include "feed/digest-split.h"
#include "feed/guard.h"
#include "feed/page-date.h"
#include "feed/reader-table.h"
#include "shoroku/base/i18n.h"
#include "shoroku/model/key.h"
#include "shoroku/text/clean.h"
#include "shoroku/text/encoding.h"
#include "shoroku/text/tex.h"

// TeX in a text becomes Unicode; most texts have none and stay where they are.
static const char *
plain_text(struct arena *arena, const char *text, enum clean_form form)
{
	struct strbuf plain;
	struct strbuf clean;
	const char *result;

	if (!text || !tex_likely(text))
		return text;
	strbuf_init(&plain);
	strbuf_init(&clean);
	tex_append(&plain, text, strlen(text));
	clean_append(&clean, plain.data, plain.length, form);
	result = clean.length ? arena_strndup(arena, clean.data, clean.length) : text;
	strbuf_release(&clean);
	strbuf_release(&plain);
	return result;
}

static void
complete_texts(struct arena *arena, struct entry *entry)
{
	struct paper *paper = &entry->paper;

	paper->title = plain_text(arena, paper->title, CLEAN_LINE);
	paper->title_original = plain_text(arena, paper->title_original, CLEAN_LINE);
	for (size_t i = 0; i < paper->author_count; i++)
		paper->authors[i] = plain_text(arena, paper->authors[i], CLEAN_LINE);
	for (size_t i = 0; i < paper->category_count; i++)
		paper->categories[i] = plain_text(arena, paper->categories[i], CLEAN_LINE);
	for (size_t i = 0; i < entry->section_count; i++)
		entry->sections[i].text = plain_text(arena, entry->sections[i].text, CLEAN_TEXT);
}

static void
complete_entry(struct arena *arena, const struct digest *digest, size_t index)
{
	struct entry *entry = &digest->entries[index];

	entry->date = digest->date;
	entry->source = digest->source;
	if (!entry->lang)
		entry->lang = digest->lang;
	if (!entry->position)
		entry->position = (int)index + 1;
	complete_texts(arena, entry);
	entry->paper.key = key_of_paper(arena, &entry->paper);
}

static int
complete(const struct parse_input *input, const struct reader *reader, struct arena *arena,
	 struct digest *digest, struct error *err)
{
	if (input->date != DATE_NONE) {
		digest->date = input->date;
		digest->date_origin = DATE_FROM_USER;
	}
	if (digest->date == DATE_NONE)
		return error_set(err, ERROR_DATA, _("%s has no date"), input->name);
	if (!digest->source)
		digest->source = reader->source;
	// A bare list has only some of a day's papers.
	digest->joins = digest->joins || digest->date_origin == DATE_FROM_PAPERS;
	for (size_t i = 0; i < digest->entry_count; i++)
		complete_entry(arena, digest, i);
	return 0;
}

static const struct reader *
choose(const struct reader_input *input, struct error *err)
{
	const struct reader *found = NULL;

	if (input->from->format) {
		found = reader_table_find(input->from->format);
		if (!found)
			error_set(err, ERROR_USAGE, _("no format '%s'"), input->from->format);
		return found;
	}
	for (size_t i = 0; !found && reader_table[i]; i++) {
		if (reader_table[i]->likes(input))
			found = reader_table[i];
	}
	if (!found)
		error_set(err, ERROR_DATA, _("%s is in no form that can be read"),
			  input->from->name);
	return found;
}

// A list without a date of its own, nor one from the user or in its path, goes by its papers' dates.
static void
settle_dates(const struct parse_input *input, struct arena *arena, struct reader_output *output)
{
	struct reader_output settled = {.arena = arena};

	if (input->date != DATE_NONE)
		digest_split_undo(arena, output);
	for (size_t i = 0; i < output->digests.count; i++) {
		struct digest *digest = &output->digests.items[i];
		enum date_origin origin;
		date_day day = page_date_of_path(input->path, &origin);

		if (digest->date == DATE_NONE && day != DATE_NONE) {
			digest->date = day;
			digest->date_origin = origin;
		}
		if (digest->date == DATE_NONE && input->date == DATE_NONE && digest->entry_count)
			digest_split(arena, digest, &settled);
		else
			*vec_push(&settled.digests) = *digest;
	}
	vec_release(&output->digests);
	*output = settled;
}

static int
read_with(const struct reader *reader, const struct reader_input *input, struct arena *arena,
	  struct parse_result *result, struct error *err)
{
	struct reader_output output = {.arena = arena};
	int failed = reader->read(input, &output, err);

	settle_dates(input->from, arena, &output);
	for (size_t i = 0; !failed && i < output.digests.count; i++)
		failed = complete(input->from, reader, arena, &output.digests.items[i], err);
	if (!failed) {
		result->reader = (struct parse_reader){reader->name, reader->version};
		result->digest_count = output.digests.count;
		result->digests =
		    arena_alloc(arena, (output.digests.count + 1) * sizeof(*result->digests));
		if (output.digests.count)
			memcpy(result->digests, output.digests.items,
			       output.digests.count * sizeof(*result->digests));
		result->digest_count =
		    digest_split_join_days(arena, result->digests, result->digest_count);
	}
	vec_release(&output.digests);
	return failed;
}

// What says that it is XML or HTML is held to the limits of markup whoever reads it.
static bool
is_document(const char *text)
{
	text += strspn(text, " \t\r\n");
	return !strncasecmp(text, "<?xml", 5) || !strncasecmp(text, "<!doctype", 9);
}

int
parse_digests(struct arena *arena, const struct parse_input *from, struct parse_result *result,
	      struct error *err)
{
	struct strbuf text;
	int failed;

	if (from->length > PARSE_MAX_BYTES)
		return error_set(err, ERROR_DATA, _("%s is larger than %zu bytes"), from->name,
				 PARSE_MAX_BYTES);
	strbuf_init(&text);
	failed = encoding_decode(&text, from->name, from->bytes, from->length, from->encoding, err);
	if (!failed && is_document(text.data))
		failed = guard_markup(from->name, text.data, text.length, err);
	if (!failed) {
		struct reader_input input = {from, text.data, text.length};
		const struct reader *reader = choose(&input, err);

		failed = reader ? read_with(reader, &input, arena, result, err) : -1;
	}
	strbuf_release(&text);
	return failed;
}

void
parse_set_source(struct arena *arena, struct parse_result *result, const char *source)
{
	for (size_t i = 0; i < result->digest_count; i++) {
		struct digest *digest = &result->digests[i];

		digest->source = source;
		for (size_t j = 0; j < digest->entry_count; j++)
			digest->entries[j].source = source;
	}
	result->digest_count = digest_split_join_days(arena, result->digests, result->digest_count);
}

const char *
parse_format_name(size_t index)
{
	return reader_table[index] ? reader_table[index]->name : NULL;
}

const char *
parse_format_description(size_t index)
{
	return _(reader_table[index]->description);
}
