// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/arxiv-rss.h"

#include <string.h>
#include <strings.h>

#include "feed/atom-entry.h"
#include "feed/feed-date.h"
#include "feed/item-text.h"
#include "feed/rss.h"
#include "feed/sniff.h"
#include "feed/source-name.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/i18n.h"

static bool
likes(const struct reader_input *input)
{
	static const char *const signs[] = {"updates on arXiv.org", "://rss.arxiv.org/",
					    "://export.arxiv.org/rss",
					    "Announce Type:", "announce_type>"};
	bool feed = sniff_xml_root(input, "rss") || sniff_xml_root(input, "feed") ||
		    sniff_xml_root(input, "RDF");

	for (size_t i = 0; feed && i < ARRAY_LENGTH(signs); i++) {
		if (sniff_has(input, SNIFF_BYTES, signs[i]))
			return true;
	}
	return false;
}

// "new", "cross", "replace", "replace-cross": a replacement wherever it is listed.
static enum announcement
announcement_of(const char *type)
{
	if (!strncasecmp(type, "replace", 7))
		return ANNOUNCED_REPLACED;
	return strncasecmp(type, "cross", 5) ? ANNOUNCED_NEW : ANNOUNCED_CROSS;
}

static const char *
skip_blanks(const char *text)
{
	return text + strspn(text, " \t\r\n");
}

// "arXiv:2509.18058v1 Announce Type: new \nAbstract: …"; what precedes the abstract is taken apart.
static void
take_description(struct listing *listing, const char *text)
{
	static const char type[] = "Announce Type:";
	static const char abstract[] = "Abstract:";
	const char *announced;
	const char *start;

	// HTML until 2024, plain text since, where "p<0.05" is no tag.
	text = skip_blanks(text);
	if (*text == '<')
		text = skip_blanks(item_text_plain(listing->arena, text));
	announced = strstr(text, type);
	start = strstr(text, abstract);
	if (announced && (!start || announced < start)) {
		listing_arxiv(listing, arena_strndup(listing->arena, text, strcspn(text, " \n")));
		announced = skip_blanks(announced + strlen(type));
		listing->entry.announcement = announcement_of(announced);
		text = announced + strcspn(announced, " \t\r\n");
	}
	if (start && start == skip_blanks(text))
		text = start + strlen(abstract);
	listing_wrapped(listing, SECTION_ABSTRACT, "Abstract", text);
}

// "Title. (arXiv:2301.00001v2 [cs.LG] UPDATED)", as the feeds wrote it until 2024.
static const char *
take_old_title(struct listing *listing, const char *title)
{
	const char *open = title ? strstr(title, " (arXiv:") : NULL;
	size_t length = open ? (size_t)(open - title) : 0;
	const char *archive;

	if (!open || title[strlen(title) - 1] != ')')
		return title;
	listing_arxiv(listing, arena_strndup(listing->arena, open + 2, strcspn(open + 2, " )")));
	archive = strchr(open, '[');
	if (archive)
		listing_category(
		    listing, arena_strndup(listing->arena, archive + 1, strcspn(archive + 1, "]")));
	if (strstr(open, "UPDATED"))
		listing->entry.announcement = ANNOUNCED_REPLACED;
	else if (strstr(open, "CROSS LISTED"))
		listing->entry.announcement = ANNOUNCED_CROSS;
	if (length && title[length - 1] == '.')
		length--;
	return arena_strndup(listing->arena, title, length);
}

static void
take_type(struct listing *listing, const struct xml_node *item)
{
	const char *type = listing_line(
	    listing->arena, xml_node_child_text(listing->arena, item, XML_ARXIV, "announce_type"));

	if (type)
		listing->entry.announcement = announcement_of(type);
}

static void
take_creators(struct listing *listing, const struct xml_node *item)
{
	for (const struct xml_node *each = xml_node_child(item, XML_DC, "creator"); each;
	     each = xml_node_next(each, XML_DC, "creator"))
		listing_authors(
		    listing, item_text_plain(listing->arena, xml_node_text(listing->arena, each)));
}

static void
read_item(struct listing *listing, const struct xml_node *item)
{
	struct arena *arena = listing->arena;

	listing_begin(listing);
	listing->entry.paper.title = take_old_title(
	    listing, listing_line(arena, xml_node_child_text(arena, item, XML_CORE, "title")));
	listing_arxiv(listing, xml_node_child_text(arena, item, XML_CORE, "guid"));
	listing_url(listing, xml_node_child_text(arena, item, XML_CORE, "link"));
	if (listing->entry.paper.url)
		listing_arxiv(listing, listing->entry.paper.url);
	listing_doi(listing, xml_node_child_text(arena, item, XML_ARXIV, "DOI"));
	take_creators(listing, item);
	for (const struct xml_node *each = xml_node_child(item, XML_CORE, "category"); each;
	     each = xml_node_next(each, XML_CORE, "category"))
		listing_category(listing, xml_node_text(arena, each));
	take_description(listing, xml_node_child_text(arena, item, XML_CORE, "description"));
	take_type(listing, item);
	listing_end(listing);
}

static void
read_entry(struct listing *listing, const struct xml_node *entry)
{
	struct arena *arena = listing->arena;

	listing_begin(listing);
	listing->entry.paper.title =
	    atom_entry_line(arena, xml_node_child(entry, XML_CORE, "title"));
	listing_arxiv(listing, xml_node_child_text(arena, entry, XML_CORE, "id"));
	atom_entry_fields(listing, entry);
	listing->entry.paper.published = NULL; // that of the announcement
	listing_doi(listing, xml_node_child_text(arena, entry, XML_ARXIV, "DOI"));
	take_description(listing, xml_node_child_text(arena, entry, XML_CORE, "summary"));
	take_type(listing, entry);
	listing_end(listing);
}

// "http://rss.arxiv.org/rss/cs.LG+cs.AI" announces what "arxiv-cs.LG+cs.AI" does.
static const char *
find_source(struct arena *arena, const char *address)
{
	static const char *const paths[] = {"arxiv.org/rss/", "arxiv.org/atom/"};

	for (size_t i = 0; i < ARRAY_LENGTH(paths); i++) {
		const char *path = strstr(address, paths[i]);
		const char *name = path ? path + strlen(paths[i]) : "";

		if (*name)
			return source_name_make(arena, "arxiv-", name, strcspn(name, "/?# \n"));
	}
	return NULL;
}

static int
read_feed(const struct reader_input *input, struct reader_output *output, struct error *err)
{
	struct arena *arena = output->arena;
	struct xml_document document;
	struct listing listing;
	struct digest model = {.lang = "en", .date_origin = DATE_FROM_METADATA};
	const struct xml_node *channel;

	if (xml_read(arena, input->from->name, input->text, input->length, &document, err))
		return -1;
	channel = rss_channel(document.root);
	listing_init(&listing, input, output);
	for (const struct xml_node *item = rss_first_item(document.root); item;
	     item = xml_node_next(item, XML_CORE, "item"))
		read_item(&listing, item);
	for (const struct xml_node *entry = xml_node_child(document.root, XML_CORE, "entry"); entry;
	     entry = xml_node_next(entry, XML_CORE, "entry"))
		read_entry(&listing, entry);
	model.date =
	    channel ? rss_date(arena, channel) : feed_date(atom_entry_date(arena, document.root));
	model.source =
	    find_source(arena, channel ? xml_node_child_text(arena, channel, XML_CORE, "link")
				       : xml_node_child_text(arena, document.root, XML_CORE, "id"));
	listing_finish(&listing, &model, output);
	return listing_close(&listing, 0, err);
}

const struct reader arxiv_rss_reader = {
    .name = "arxiv-rss",
    .description = N_("an announcement of arXiv's (RSS or Atom)"),
    .source = "arxiv",
    .version = 2, // 2: authors in catalogue order
    .likes = likes,
    .read = read_feed,
};
