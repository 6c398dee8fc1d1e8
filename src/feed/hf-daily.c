// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/hf-daily.h"

#include <string.h>

#include "feed/feed-date.h"
#include "feed/feed-json.h"
#include "feed/listing.h"
#include "feed/sniff.h"
#include "shoroku/base/i18n.h"

static const char *
skip(const char *text, const char *end, char byte)
{
	while (text < end && (*text == ' ' || *text == '\t' || *text == '\r' || *text == '\n'))
		text++;
	return text < end && *text == byte ? text + 1 : NULL;
}

// An array of objects with a "paper" inside: every item has it, and nobody else's has.
static bool
likes(const struct reader_input *input)
{
	const char *end = input->text + input->length;
	const char *text = skip(input->text, end, '[');

	text = text ? skip(text, end, '{') : NULL;
	return text && sniff_has(input, SNIFF_BYTES, "\"paper\"") &&
	       (sniff_has(input, SNIFF_BYTES, "\"submittedOnDailyAt\"") ||
		sniff_has(input, SNIFF_BYTES, "\"upvotes\"") ||
		sniff_has(input, SNIFF_BYTES, "\"_id\""));
}

static const char *
field(const json_t *item, const json_t *paper, const char *name)
{
	const char *text = feed_json_text(paper, name);

	return text ? text : feed_json_text(item, name);
}

static void
read_item(struct listing *listing, const json_t *item)
{
	const json_t *paper = json_object_get(item, "paper");
	const json_t *authors = json_object_get(paper, "authors");
	const json_t *keywords = json_object_get(paper, "ai_keywords");
	const char *published = field(item, paper, "publishedAt");
	const char *day = field(item, paper, "submittedOnDailyAt");

	listing_begin(listing);
	listing->entry.paper.title = listing_line(listing->arena, field(item, paper, "title"));
	listing_arxiv(listing, feed_json_text(paper, "id"));
	for (size_t i = 0; i < json_array_size(authors); i++)
		listing_author(listing, feed_json_text(json_array_get(authors, i), "name"));
	for (size_t i = 0; i < json_array_size(keywords); i++)
		listing_category(listing, json_string_value(json_array_get(keywords, i)));
	if (published)
		listing->entry.paper.published = feed_date_text(listing->arena, published);
	listing_wrapped(listing, SECTION_ABSTRACT, "Abstract", field(item, paper, "summary"));
	listing_section(listing, SECTION_SHORT, "AI summary", feed_json_text(paper, "ai_summary"));
	listing->entry.date = feed_date(day ? day : "");
	listing_end(listing);
}

static int
read_list(const struct reader_input *input, struct reader_output *output, struct error *err)
{
	json_t *list = feed_json_load(input, err);
	struct digest model = {.date = DATE_NONE, .date_origin = DATE_FROM_METADATA, .lang = "en"};
	struct listing listing;

	if (!list)
		return -1;
	listing_init(&listing, input, output);
	for (size_t i = 0; i < json_array_size(list); i++)
		read_item(&listing, json_array_get(list, i));
	listing_finish_by_days(&listing, &model, output);
	json_decref(list);
	return listing_close(&listing, 0, err);
}

const struct reader hf_daily_reader = {
    .name = "hf-daily",
    .description = N_("Hugging Face's daily papers (JSON)"),
    .source = "huggingface",
    .version = 1,
    .likes = likes,
    .read = read_list,
};
