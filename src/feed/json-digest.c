// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/json-digest.h"

#include <string.h>

#include "feed/feed-date.h"
#include "feed/json-field.h"
#include "feed/json-paper.h"
#include "feed/feed-json.h"
#include "feed/listing.h"
#include "feed/sniff.h"
#include "feed/source-name.h"
#include "shoroku/base/i18n.h"

struct search {
	const char *source; // as the first list calls itself; NULL: it does not
	struct listing listing;
	date_day day; // of the last list found, for one without papers
	bool found;   // a list of papers, be it empty
};

static bool
likes(const struct reader_input *input)
{
	static const char *const names[] = {"itle\"", "itle_", "titleJa\"", "\"papers\""};
	if (!sniff_is_json(input))
		return false;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (sniff_has(input, SNIFF_BYTES, names[i]))
			return true;
	}
	return false;
}

static void search_value(struct search *search, const char *name, json_t *value, date_day day);

static json_t *
list_of(json_t *object)
{
	const char *name;
	json_t *value;
	const char *lang;

	json_object_foreach(object, name, value)
	{
		const struct json_field *field = json_field_find(name, &lang);

		if (field && field->role == JSON_PAPERS &&
		    (json_is_array(value) || json_is_object(value)))
			return value;
	}
	return NULL;
}

static void
take_source(struct search *search, json_t *object)
{
	const char *name;
	json_t *value;
	const char *lang;

	json_object_foreach(object, name, value)
	{
		const struct json_field *field = json_field_find(name, &lang);

		if (!search->source && field && field->role == JSON_SOURCE && json_is_string(value))
			search->source =
			    source_name_make(search->listing.arena, "", json_string_value(value),
					     json_string_length(value));
	}
}

// An object that is no paper: a day with a list in it, or lists by date or by subject.
static void
search_object(struct search *search, json_t *object, date_day day)
{
	date_day own = json_paper_date(object);
	json_t *list = list_of(object);
	const char *name;
	json_t *value;

	if (own != DATE_NONE)
		day = own;
	take_source(search, object);
	if (list) {
		search_value(search, NULL, list, day);
		return;
	}
	json_object_foreach(object, name, value)
	{
		date_day named = feed_date(name);

		if (json_is_array(value) || json_is_object(value))
			search_value(search, name, value, named != DATE_NONE ? named : day);
	}
}

static void
search_value(struct search *search, const char *name, json_t *value, date_day day)
{
	if (json_is_array(value) && !json_array_size(value)) {
		search->found = true;
		search->day = day;
	}
	for (size_t i = 0; i < json_array_size(value); i++)
		search_value(search, NULL, json_array_get(value, i), day);
	if (json_paper_is(value) && !list_of(value)) {
		search->found = true;
		json_paper_read(&search->listing, name, value, day);
	} else if (json_is_object(value)) {
		search_object(search, value, day);
	}
}

// JSON Lines are several values, which one JSON text may not be.
static json_t *
load(const struct reader_input *input, struct error *err)
{
	struct error ignored;
	json_t *value = feed_json_load(input, &ignored);

	return value ? value : feed_json_load_lines(input, err);
}

static int
read_document(const struct reader_input *input, struct reader_output *output, struct error *err)
{
	json_t *value = load(input, err);
	struct search search = {.day = DATE_NONE};
	struct digest model = {.date = DATE_NONE, .date_origin = DATE_FROM_METADATA};
	int result = value ? 0 : -1;

	listing_init(&search.listing, input, output);
	search_value(&search, NULL, value, DATE_NONE);
	if (value && !search.found)
		result = error_set(err, ERROR_DATA,
				   _("%s is no digest: looked for objects with a “title”, in an "
				     "array or under a name such as “papers”"),
				   input->from->name);
	model.source = search.source;
	if (!result && !search.listing.entries.count) {
		model.date = search.day;
		listing_finish(&search.listing, &model, output);
	} else if (!result) {
		listing_finish_by_days(&search.listing, &model, output);
	}
	json_decref(value);
	return listing_close(&search.listing, result, err);
}

const struct reader json_digest_reader = {
    .name = "json-digest",
    .description = N_("a digest as JSON or JSON Lines"),
    .source = "json",
    .version = 2, // 2: authors in catalogue order
    .likes = likes,
    .read = read_document,
};
