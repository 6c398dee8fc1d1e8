// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/json-feed.h"

#include "feed/feed-date.h"
#include "feed/item-text.h"
#include "feed/feed-json.h"
#include "feed/listing.h"
#include "feed/sniff.h"
#include "feed/source-name.h"
#include "shoroku/base/i18n.h"

static bool
likes(const struct reader_input *input)
{
	return sniff_first(input) == '{' &&
	       (sniff_has(input, SNIFF_BYTES, "jsonfeed.org/version/") ||
		sniff_has(input, SNIFF_BYTES, "jsonfeed.org\\/version\\/"));
}

// Version 1.1 has a list, 1.0 a single author.
static void
take_authors(struct listing *listing, const json_t *item)
{
	const json_t *authors = json_object_get(item, "authors");
	size_t count = json_array_size(authors);

	for (size_t i = 0; i < count; i++) {
		const char *name = feed_json_text(json_array_get(authors, i), "name");

		if (count == 1)
			listing_authors(listing, name);
		else
			listing_author(listing, name);
	}
	if (!count)
		listing_authors(listing, feed_json_text(json_object_get(item, "author"), "name"));
}

static void
take_text(struct listing *listing, const json_t *item)
{
	const char *html = feed_json_text(item, "content_html");
	const char *text = feed_json_text(item, "content_text");

	if (html) {
		listing_identifier(listing, item_text_plain(listing->arena, html));
		item_text_title(listing, html);
		item_text_sections(listing, html, SECTION_DETAIL, "content_html");
	} else if (text) {
		listing_identifier(listing, text);
		item_text_title(listing, text);
		listing_section(listing, SECTION_DETAIL, "content_text", text);
	} else {
		listing_section(listing, SECTION_DETAIL, "summary",
				feed_json_text(item, "summary"));
	}
}

static void
read_item(struct listing *listing, const json_t *item, struct digest *model)
{
	const char *published = feed_json_text(item, "date_published");
	const char *modified = feed_json_text(item, "date_modified");
	const json_t *tags = json_object_get(item, "tags");
	date_day day = feed_date(published ? published : modified ? modified : "");

	listing_begin(listing);
	listing->entry.paper.title = listing_line(listing->arena, feed_json_text(item, "title"));
	listing_url(listing, feed_json_text(item, "url"));
	listing_url(listing, feed_json_text(item, "external_url"));
	listing_arxiv(listing, feed_json_text(item, "external_url"));
	listing_arxiv(listing, listing->entry.paper.url);
	listing_arxiv(listing, feed_json_text(item, "id"));
	take_authors(listing, item);
	for (size_t i = 0; i < json_array_size(tags); i++)
		listing_category(listing, json_string_value(json_array_get(tags, i)));
	if (published)
		listing->entry.paper.published = feed_date_text(listing->arena, published);
	take_text(listing, item);
	if (listing_end(listing) && day != DATE_NONE &&
	    (model->date == DATE_NONE || day > model->date))
		model->date = day;
}

static int
read_feed(const struct reader_input *input, struct reader_output *output, struct error *err)
{
	json_t *feed = feed_json_load(input, err);
	const json_t *items = json_object_get(feed, "items");
	struct digest model = {.date = DATE_NONE, .date_origin = DATE_FROM_METADATA};
	struct listing listing;
	int result = feed ? 0 : -1;

	if (feed && !json_is_array(items))
		result = error_set(err, ERROR_DATA, _("%s is no JSON Feed; looked for “items”"),
				   input->from->name);
	listing_init(&listing, input, output);
	for (size_t i = 0; !result && i < json_array_size(items); i++)
		read_item(&listing, json_array_get(items, i), &model);
	model.lang = listing_language(output->arena, feed_json_text(feed, "language"));
	model.source = source_name_of_host(output->arena, feed_json_text(feed, "home_page_url"));
	if (!result)
		listing_finish(&listing, &model, output);
	json_decref(feed);
	return listing_close(&listing, result, err);
}

const struct reader json_feed_reader = {
    .name = "json-feed",
    .description = N_("a JSON Feed"),
    .source = "feed",
    .version = 2, // 2: authors in catalogue order
    .likes = likes,
    .read = read_feed,
};
