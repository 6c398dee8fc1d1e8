// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/atom-entry.h"

#include <string.h>

#include "feed/feed-date.h"
#include "feed/item-text.h"
#include "shoroku/base/compiler.h"

static bool
is_type(const struct xml_node *node, const char *a, const char *b)
{
	const char *type = xml_node_attribute(node, "type");

	return type && (!strcmp(type, a) || !strcmp(type, b));
}

void
atom_entry_html(struct arena *arena, const struct xml_node *node, struct strbuf *out)
{
	if (!node)
		return;
	if (is_type(node, "html", "text/html"))
		strbuf_add_string(out, xml_node_text(arena, node));
	else
		xml_node_print(out, node);
}

const char *
atom_entry_line(struct arena *arena, const struct xml_node *node)
{
	struct strbuf html;
	const char *result;

	if (!node)
		return NULL;
	if (!is_type(node, "html", "text/html") && !is_type(node, "xhtml", "application/xhtml+xml"))
		return listing_line(arena, xml_node_text(arena, node));
	strbuf_init(&html);
	atom_entry_html(arena, node, &html);
	result = listing_line(arena, item_text_plain(arena, html.data));
	strbuf_release(&html);
	return result;
}

static void
take_link(struct listing *listing, const struct xml_node *link)
{
	const char *href = xml_node_attribute(link, "href");
	const char *rel = xml_node_attribute(link, "rel");
	const char *title = xml_node_attribute(link, "title");

	if (title && !strcmp(title, "doi"))
		listing_doi(listing, href);
	else if ((title && !strcmp(title, "pdf")) ||
		 is_type(link, "application/pdf", "application/x-pdf"))
		listing_pdf(listing, href);
	else if (!rel || !strcmp(rel, "alternate"))
		listing_url(listing, href);
}

static void
take_authors(struct listing *listing, const struct xml_node *entry)
{
	size_t count = 0;
	const struct xml_node *author;

	for (author = xml_node_child(entry, XML_CORE, "author"); author;
	     author = xml_node_next(author, XML_CORE, "author"))
		count++;
	for (author = xml_node_child(entry, XML_CORE, "author"); author;
	     author = xml_node_next(author, XML_CORE, "author")) {
		const char *name = xml_node_child_text(listing->arena, author, XML_CORE, "name");

		if (count == 1)
			listing_authors(listing, name);
		else
			listing_author(listing, name);
	}
	for (author = xml_node_child(entry, XML_DC, "creator"); author && !count;
	     author = xml_node_next(author, XML_DC, "creator"))
		listing_authors(listing, xml_node_text(listing->arena, author));
}

void
atom_entry_fields(struct listing *listing, const struct xml_node *entry)
{
	struct arena *arena = listing->arena;
	const char *published = xml_node_child_text(arena, entry, XML_CORE, "published");

	for (const struct xml_node *link = xml_node_child(entry, XML_CORE, "link"); link;
	     link = xml_node_next(link, XML_CORE, "link"))
		take_link(listing, link);
	take_authors(listing, entry);
	for (const struct xml_node *category = xml_node_child(entry, XML_CORE, "category");
	     category; category = xml_node_next(category, XML_CORE, "category"))
		listing_category(listing, xml_node_attribute(category, "label")
					      ? xml_node_attribute(category, "label")
					      : xml_node_attribute(category, "term"));
	if (!*published)
		published = xml_node_child_text(arena, entry, XML_CORE, "issued");
	listing->entry.paper.published = feed_date_text(arena, published);
	listing->entry.date = feed_date(published);
}

const char *
atom_entry_date(struct arena *arena, const struct xml_node *node)
{
	static const char *const names[] = {"updated", "modified", "published", "issued"};
	const char *date = "";

	for (size_t i = 0; !*date && i < ARRAY_LENGTH(names); i++)
		date = xml_node_child_text(arena, node, XML_CORE, names[i]);
	return *date ? date : xml_node_child_text(arena, node, XML_DC, "date");
}
