// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/atom.h"

#include <string.h>

#include "feed/atom-entry.h"
#include "feed/feed-date.h"
#include "feed/item-text.h"
#include "feed/sniff.h"
#include "feed/source-name.h"
#include "shoroku/base/i18n.h"

static bool
likes(const struct reader_input *input)
{
	return sniff_xml_root(input, "feed");
}

// The longer text where there are two: a summary is often the beginning of the content.
static void
take_text(struct listing *listing, const struct xml_node *entry)
{
	struct arena *arena = listing->arena;
	const struct xml_node *summary = xml_node_child(entry, XML_CORE, "summary");
	const struct xml_node *content = xml_node_child(entry, XML_CORE, "content");
	struct strbuf html;

	strbuf_init(&html);
	atom_entry_html(arena, content, &html);
	if (!html.length)
		atom_entry_html(arena, summary, &html);
	listing_identifier(listing, item_text_plain(arena, html.data));
	item_text_title(listing, html.data);
	item_text_sections(listing, html.data, SECTION_DETAIL, content ? "content" : "summary");
	strbuf_release(&html);
}

static void
read_entry(struct listing *listing, const struct xml_node *entry, struct digest *model)
{
	struct arena *arena = listing->arena;
	const char *id = xml_node_child_text(arena, entry, XML_CORE, "id");
	date_day day = feed_date(atom_entry_date(arena, entry));

	listing_begin(listing);
	listing->entry.paper.title =
	    atom_entry_line(arena, xml_node_child(entry, XML_CORE, "title"));
	atom_entry_fields(listing, entry);
	if (listing->entry.paper.url)
		listing_arxiv(listing, listing->entry.paper.url);
	listing_arxiv(listing, id);
	listing_doi(listing, xml_node_child_text(arena, entry, XML_ARXIV, "doi"));
	take_text(listing, entry);
	if (day != DATE_NONE && (model->date == DATE_NONE || day > model->date))
		model->date = day;
	listing_end(listing);
}

static const char *
find_source(struct arena *arena, const struct xml_node *feed)
{
	for (const struct xml_node *link = xml_node_child(feed, XML_CORE, "link"); link;
	     link = xml_node_next(link, XML_CORE, "link")) {
		const char *rel = xml_node_attribute(link, "rel");

		if (!rel || !strcmp(rel, "alternate"))
			return source_name_of_host(arena, xml_node_attribute(link, "href"));
	}
	return source_name_of_host(arena, xml_node_child_text(arena, feed, XML_CORE, "id"));
}

static int
read_feed(const struct reader_input *input, struct reader_output *output, struct error *err)
{
	struct arena *arena = output->arena;
	struct xml_document document;
	struct listing listing;
	struct digest model = {.date = DATE_NONE, .date_origin = DATE_FROM_METADATA};
	date_day own;

	if (xml_read(arena, input->from->name, input->text, input->length, &document, err))
		return -1;
	listing_init(&listing, input, output);
	for (const struct xml_node *entry = xml_node_child(document.root, XML_CORE, "entry"); entry;
	     entry = xml_node_next(entry, XML_CORE, "entry"))
		read_entry(&listing, entry, &model);
	own = feed_date(atom_entry_date(arena, document.root));
	if (own != DATE_NONE)
		model.date = own;
	model.lang = listing_language(arena, xml_node_attribute(document.root, "lang"));
	model.source = find_source(arena, document.root);
	listing_finish(&listing, &model, output);
	return listing_close(&listing, 0, err);
}

const struct reader atom_reader = {
    .name = "atom",
    .description = N_("an Atom feed"),
    .source = "feed",
    .version = 2, // 2: authors in catalogue order
    .likes = likes,
    .read = read_feed,
};
