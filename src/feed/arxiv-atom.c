// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/arxiv-atom.h"

#include <string.h>

#include "feed/atom-entry.h"
#include "feed/feed-date.h"
#include "feed/sniff.h"
#include "shoroku/base/i18n.h"

static bool
likes(const struct reader_input *input)
{
	static const char *const ids[] = {"id>http://arxiv.org/", "id>https://arxiv.org/",
					  "id>http://export.arxiv.org/",
					  "id>https://export.arxiv.org/"};

	if (!sniff_xml_root(input, "feed"))
		return false;
	for (size_t i = 0; i < sizeof(ids) / sizeof(*ids); i++) {
		if (sniff_has(input, SNIFF_BYTES, ids[i]))
			return true;
	}
	return false;
}

static bool
is_error(struct arena *arena, const struct xml_node *entry)
{
	const char *title =
	    listing_line(arena, xml_node_child_text(arena, entry, XML_CORE, "title"));
	const char *id = xml_node_child_text(arena, entry, XML_CORE, "id");

	return title && !strcmp(title, "Error") && (!*id || strstr(id, "/api/errors"));
}

static void
read_entry(struct listing *listing, const struct xml_node *entry)
{
	struct arena *arena = listing->arena;
	const char *id = xml_node_child_text(arena, entry, XML_CORE, "id");

	listing_begin(listing);
	listing->entry.paper.title =
	    listing_line(arena, xml_node_child_text(arena, entry, XML_CORE, "title"));
	listing_arxiv(listing, id);
	atom_entry_fields(listing, entry);
	if (listing->entry.date == DATE_NONE)
		listing->entry.date = feed_date(atom_entry_date(arena, entry));
	listing_url(listing, id);
	listing_doi(listing, xml_node_child_text(arena, entry, XML_ARXIV, "doi"));
	listing_wrapped(listing, SECTION_ABSTRACT, "Abstract",
			xml_node_child_text(arena, entry, XML_CORE, "summary"));
	listing_end(listing);
}

static int
read_answer(const struct reader_input *input, struct reader_output *output, struct error *err)
{
	struct arena *arena = output->arena;
	struct xml_document document;
	struct listing listing;
	struct digest model = {.date = DATE_NONE, .lang = "en", .date_origin = DATE_FROM_PAPERS};
	int result = 0;

	if (xml_read(arena, input->from->name, input->text, input->length, &document, err))
		return -1;
	listing_init(&listing, input, output);
	for (const struct xml_node *entry = xml_node_child(document.root, XML_CORE, "entry");
	     entry && !result; entry = xml_node_next(entry, XML_CORE, "entry")) {
		if (is_error(arena, entry))
			result = error_set(
			    err, ERROR_DATA,
			    _("%s is an error of arXiv's API and no list of papers: %s"),
			    input->from->name,
			    listing_excerpt(
				arena, xml_node_child_text(arena, entry, XML_CORE, "summary")));
		else
			read_entry(&listing, entry);
	}
	if (!listing.entries.count) {
		model.date = feed_date(atom_entry_date(arena, document.root));
		model.date_origin = DATE_FROM_METADATA;
	}
	if (!result)
		listing_finish(&listing, &model, output);
	return listing_close(&listing, result, err);
}

const struct reader arxiv_atom_reader = {
    .name = "arxiv-atom",
    .description = N_("an answer of arXiv's API (Atom)"),
    .source = "arxiv",
    .version = 2, // 2: authors in catalogue order
    .likes = likes,
    .read = read_answer,
};
