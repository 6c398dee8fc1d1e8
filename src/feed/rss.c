// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/rss.h"

#include <string.h>

#include "feed/feed-date.h"
#include "feed/item-text.h"
#include "feed/sniff.h"
#include "feed/source-name.h"
#include "shoroku/base/i18n.h"

static bool
likes_rss(const struct reader_input *input)
{
	return sniff_xml_root(input, "rss");
}

static bool
likes_rdf(const struct reader_input *input)
{
	return sniff_xml_root(input, "RDF");
}

const struct xml_node *
rss_channel(const struct xml_node *root)
{
	return xml_node_child(root, XML_CORE, "channel");
}

const struct xml_node *
rss_first_item(const struct xml_node *root)
{
	const struct xml_node *item = xml_node_child(rss_channel(root), XML_CORE, "item");

	return item ? item : xml_node_child(root, XML_CORE, "item");
}

date_day
rss_date(struct arena *arena, const struct xml_node *node)
{
	date_day day = feed_date(xml_node_child_text(arena, node, XML_CORE, "pubDate"));

	if (day == DATE_NONE)
		day = feed_date(xml_node_child_text(arena, node, XML_CORE, "lastBuildDate"));
	if (day == DATE_NONE)
		day = feed_date(xml_node_child_text(arena, node, XML_DC, "date"));
	return day;
}

static void
take_links(struct listing *listing, const struct xml_node *item)
{
	struct arena *arena = listing->arena;
	const struct xml_node *guid = xml_node_child(item, XML_CORE, "guid");
	const char *permanent = xml_node_attribute(guid, "isPermaLink");

	listing_url(listing, xml_node_child_text(arena, item, XML_CORE, "link"));
	if (!permanent || strcmp(permanent, "false"))
		listing_url(listing, xml_node_text(arena, guid));
	if (listing->entry.paper.url)
		listing_arxiv(listing, listing->entry.paper.url);
	listing_arxiv(listing, xml_node_text(arena, guid));
	listing_doi(listing, xml_node_child_text(arena, item, XML_ARXIV, "DOI"));
	for (const struct xml_node *each = xml_node_child(item, XML_CORE, "enclosure"); each;
	     each = xml_node_next(each, XML_CORE, "enclosure")) {
		const char *type = xml_node_attribute(each, "type");

		if (type && !strcmp(type, "application/pdf"))
			listing_pdf(listing, xml_node_attribute(each, "url"));
	}
}

// dc:creator is a name or a list of them; RSS 2.0's own author is "address (Name)".
static void
take_authors(struct listing *listing, const struct xml_node *item)
{
	const char *author = xml_node_child_text(listing->arena, item, XML_CORE, "author");
	const char *open = strchr(author, '(');
	const struct xml_node *creator = xml_node_child(item, XML_DC, "creator");

	if (open && strchr(open, ')') && strchr(author, '@'))
		author = arena_strndup(listing->arena, open + 1, strcspn(open + 1, ")"));
	if (!creator && !strchr(author, '@'))
		listing_authors(listing, author);
	for (; creator; creator = xml_node_next(creator, XML_DC, "creator"))
		listing_authors(listing, item_text_plain(listing->arena,
							 xml_node_text(listing->arena, creator)));
}

static void
take_text(struct listing *listing, const struct xml_node *item)
{
	struct arena *arena = listing->arena;
	const char *content = xml_node_child_text(arena, item, XML_CONTENT, "encoded");
	const char *description = xml_node_child_text(arena, item, XML_CORE, "description");
	const char *html = *content ? content : description;

	listing_identifier(listing, item_text_plain(arena, html));
	item_text_title(listing, html);
	item_text_sections(listing, html, SECTION_DETAIL, *content ? "content" : "description");
}

static date_day
read_item(struct listing *listing, const struct xml_node *item)
{
	struct arena *arena = listing->arena;
	date_day day = rss_date(arena, item);
	char written[DATE_TEXT_SIZE];

	listing_begin(listing);
	listing->entry.paper.title = listing_line(
	    arena, item_text_plain(arena, xml_node_child_text(arena, item, XML_CORE, "title")));
	take_links(listing, item);
	take_authors(listing, item);
	for (const struct xml_node *each = xml_node_child(item, XML_CORE, "category"); each;
	     each = xml_node_next(each, XML_CORE, "category"))
		listing_category(listing, xml_node_text(arena, each));
	for (const struct xml_node *each = xml_node_child(item, XML_DC, "subject"); each;
	     each = xml_node_next(each, XML_DC, "subject"))
		listing_category(listing, xml_node_text(arena, each));
	take_text(listing, item);
	if (day != DATE_NONE) {
		date_format(day, written);
		listing->entry.paper.published = arena_strdup(arena, written);
	}
	listing_end(listing);
	return day;
}

static int
read_feed(const struct reader_input *input, struct reader_output *output, struct error *err)
{
	struct arena *arena = output->arena;
	struct xml_document document;
	struct listing listing;
	struct digest model = {.date = DATE_NONE, .date_origin = DATE_FROM_METADATA};
	const struct xml_node *channel;
	const char *language;
	date_day own;

	if (xml_read(arena, input->from->name, input->text, input->length, &document, err))
		return -1;
	channel = rss_channel(document.root);
	if (!channel)
		return error_set(err, ERROR_DATA, _("%s is no feed; looked for a channel"),
				 input->from->name);
	listing_init(&listing, input, output);
	for (const struct xml_node *item = rss_first_item(document.root); item;
	     item = xml_node_next(item, XML_CORE, "item")) {
		date_day day = read_item(&listing, item);

		if (day != DATE_NONE && (model.date == DATE_NONE || day > model.date))
			model.date = day;
	}
	own = rss_date(arena, channel);
	if (own != DATE_NONE)
		model.date = own;
	language = xml_node_child_text(arena, channel, XML_CORE, "language");
	if (!*language)
		language = xml_node_child_text(arena, channel, XML_DC, "language");
	model.lang = listing_language(arena, language);
	model.source = source_name_of_host(
	    arena, listing_line(arena, xml_node_child_text(arena, channel, XML_CORE, "link")));
	listing_finish(&listing, &model, output);
	return listing_close(&listing, 0, err);
}

const struct reader rss_reader = {
    .name = "rss",
    .description = N_("an RSS 2.0 feed"),
    .source = "feed",
    .version = 2, // 2: authors in catalogue order
    .likes = likes_rss,
    .read = read_feed,
};

const struct reader rss_rdf_reader = {
    .name = "rdf",
    .description = N_("an RSS 1.0 feed (RDF)"),
    .source = "feed",
    .version = 2, // 2: authors in catalogue order
    .likes = likes_rdf,
    .read = read_feed,
};
