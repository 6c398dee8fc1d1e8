// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/feed/parse.h"

#include <string.h>

#include "feed/digest-split.h"
#include "feed/page-date.h"
#include "feed/reader-table.h"
#include "shoroku/base/i18n.h"
#include "shoroku/model/key.h"
#include "shoroku/text/clean.h"

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
	}
	vec_release(&output.digests);
	return failed;
}

int
parse_digests(struct arena *arena, const struct parse_input *from, struct parse_result *result,
	      struct error *err)
{
	struct reader_input input = {from, from->bytes, from->length};
	const struct reader *reader;
	size_t valid;

	if (from->length > PARSE_MAX_BYTES)
		return error_set(err, ERROR_DATA, _("%s is larger than %zu bytes"), from->name,
				 PARSE_MAX_BYTES);
	valid = clean_valid_prefix(from->bytes, from->length);
	if (valid != from->length)
		return error_set(err, ERROR_DATA,
				 _("%s is not UTF-8 text: byte %zu does not belong there"),
				 from->name, valid + 1);
	if (input.length >= 3 && !memcmp(input.text, "\xEF\xBB\xBF", 3)) {
		input.text += 3;
		input.length -= 3;
	}
	reader = choose(&input, err);
	return reader ? read_with(reader, &input, arena, result, err) : -1;
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
