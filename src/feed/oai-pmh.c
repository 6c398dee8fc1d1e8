// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/oai-pmh.h"

#include <string.h>

#include "feed/feed-date.h"
#include "feed/listing.h"
#include "feed/xml.h"
#include "feed/sniff.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/i18n.h"

static bool
likes(const struct reader_input *input)
{
	return sniff_xml_root(input, "OAI-PMH");
}

static const char *
core(const struct listing *listing, const struct xml_node *node, const char *name)
{
	return xml_node_child_text(listing->arena, node, XML_CORE, name);
}

// Forenames, keyname, suffix: as the name is printed.
static void
take_author(struct listing *listing, const struct xml_node *author)
{
	static const char *const parts[] = {"forenames", "keyname", "suffix"};
	struct strbuf name;

	strbuf_init(&name);
	for (size_t i = 0; i < ARRAY_LENGTH(parts); i++) {
		for (const struct xml_node *part = xml_node_child(author, XML_CORE, parts[i]); part;
		     part = xml_node_next(part, XML_CORE, parts[i])) {
			strbuf_add_byte(&name, ' ');
			strbuf_add_string(&name, xml_node_text(listing->arena, part));
		}
	}
	listing_author(listing, name.data);
	strbuf_release(&name);
}

// arXivRaw has the authors as the submitter typed them, and a date for each version.
static void
read_arxiv(struct listing *listing, const struct xml_node *from)
{
	const struct xml_node *authors = xml_node_child(from, XML_CORE, "authors");
	const char *created = core(listing, from, "created");

	listing->entry.paper.title = listing_line(listing->arena, core(listing, from, "title"));
	listing_arxiv(listing, core(listing, from, "id"));
	listing_doi(listing, core(listing, from, "doi"));
	listing_categories(listing, core(listing, from, "categories"));
	for (const struct xml_node *author = xml_node_child(authors, XML_CORE, "author"); author;
	     author = xml_node_next(author, XML_CORE, "author"))
		take_author(listing, author);
	if (authors && !authors->first)
		listing_authors(listing, xml_node_text(listing->arena, authors));
	if (!*created)
		created = core(listing, xml_node_child(from, XML_CORE, "version"), "date");
	listing->entry.paper.published = feed_date_text(listing->arena, created);
	listing_wrapped(listing, SECTION_ABSTRACT, "Abstract", core(listing, from, "abstract"));
}

static void
take_identifier(struct listing *listing, const char *text)
{
	if (strstr(text, "://"))
		listing_url(listing, text);
	if (strstr(text, "arxiv.org/") || !strncmp(text, "oai:arXiv.org:", 14))
		listing_arxiv(listing, text);
	if (!strncmp(text, "doi:", 4) || strstr(text, "doi.org/"))
		listing_doi(listing, text);
}

// arXiv puts comments into second descriptions, "Comment: 12 pages": they are no abstract.
static void
take_descriptions(struct listing *listing, const struct xml_node *from)
{
	for (const struct xml_node *each = xml_node_child(from, XML_DC, "description"); each;
	     each = xml_node_next(each, XML_DC, "description")) {
		const char *text = xml_node_text(listing->arena, each);

		if (strncmp(text + strspn(text, " \t\r\n"), "Comment:", 8))
			listing_wrapped(listing, SECTION_ABSTRACT, "description", text);
	}
}

static void
read_dc(struct listing *listing, const struct xml_node *from)
{
	struct arena *arena = listing->arena;

	listing->entry.paper.title =
	    listing_line(arena, xml_node_child_text(arena, from, XML_DC, "title"));
	for (const struct xml_node *each = xml_node_child(from, XML_DC, "creator"); each;
	     each = xml_node_next(each, XML_DC, "creator"))
		listing_inverted_author(listing, xml_node_text(arena, each));
	for (const struct xml_node *each = xml_node_child(from, XML_DC, "subject"); each;
	     each = xml_node_next(each, XML_DC, "subject"))
		listing_category(listing, xml_node_text(arena, each));
	for (const struct xml_node *each = xml_node_child(from, XML_DC, "identifier"); each;
	     each = xml_node_next(each, XML_DC, "identifier"))
		take_identifier(listing, xml_node_text(arena, each));
	listing->entry.paper.published =
	    feed_date_text(arena, xml_node_child_text(arena, from, XML_DC, "date"));
	take_descriptions(listing, from);
}

static void
read_record(struct listing *listing, const struct xml_node *record)
{
	static const char *const own[] = {"arXiv", "arXivRaw", "arXivOld"};
	const struct xml_node *header = xml_node_child(record, XML_CORE, "header");
	const struct xml_node *metadata = xml_node_child(record, XML_CORE, "metadata");
	const char *status = xml_node_attribute(header, "status");
	const struct xml_node *from;
	const char *published;

	if (status && !strcmp(status, "deleted"))
		return;
	listing_begin(listing);
	if ((from = xml_node_child(metadata, XML_CORE, "dc")))
		read_dc(listing, from);
	for (size_t i = 0; !from && i < ARRAY_LENGTH(own); i++) {
		from = xml_node_child(metadata, XML_CORE, own[i]);
		if (from)
			read_arxiv(listing, from);
	}
	take_identifier(listing, core(listing, header, "identifier"));
	published = listing->entry.paper.published;
	listing->entry.date = feed_date(published ? published : core(listing, header, "datestamp"));
	listing_end(listing);
}

static int
refuse(const struct reader_input *input, struct arena *arena, const struct xml_node *error,
       struct error *err)
{
	struct strbuf reason;
	const char *code = xml_node_attribute(error, "code");

	strbuf_init(&reason);
	strbuf_addf(&reason, "%s %s", code ? code : "", xml_node_text(arena, error));
	error_set(err, ERROR_DATA,
		  _("%s is an error of an OAI-PMH repository and no list of papers: %s"),
		  input->from->name, listing_excerpt(arena, reason.data));
	strbuf_release(&reason);
	return -1;
}

// An error that is more than the news that there is nothing.
static const struct xml_node *
find_error(const struct xml_node *root)
{
	const struct xml_node *error = xml_node_child(root, XML_CORE, "error");

	while (error) {
		const char *code = xml_node_attribute(error, "code");

		if (!code || strcmp(code, "noRecordsMatch") != 0)
			return error;
		error = xml_node_next(error, XML_CORE, "error");
	}
	return NULL;
}

static int
read_answer(const struct reader_input *input, struct reader_output *output, struct error *err)
{
	static const char *const verbs[] = {"ListRecords", "GetRecord"};
	struct arena *arena = output->arena;
	struct xml_document document;
	struct listing listing;
	struct digest model = {.date = DATE_NONE, .date_origin = DATE_FROM_PAPERS};
	const struct xml_node *error;
	const struct xml_node *answer = NULL;

	if (xml_read(arena, input->from->name, input->text, input->length, &document, err))
		return -1;
	error = find_error(document.root);
	if (error)
		return refuse(input, arena, error, err);
	for (size_t i = 0; !answer && i < ARRAY_LENGTH(verbs); i++)
		answer = xml_node_child(document.root, XML_CORE, verbs[i]);
	if (!answer && !xml_node_child(document.root, XML_CORE, "error"))
		return error_set(err, ERROR_DATA,
				 _("%s is an OAI-PMH answer without records; looked for "
				   "ListRecords or GetRecord"),
				 input->from->name);
	listing_init(&listing, input, output);
	for (const struct xml_node *record = xml_node_child(answer, XML_CORE, "record"); record;
	     record = xml_node_next(record, XML_CORE, "record"))
		read_record(&listing, record);
	if (!listing.entries.count) {
		model.date =
		    feed_date(xml_node_child_text(arena, document.root, XML_CORE, "responseDate"));
		model.date_origin = DATE_FROM_METADATA;
	}
	listing_finish(&listing, &model, output);
	return listing_close(&listing, 0, err);
}

const struct reader oai_pmh_reader = {
    .name = "oai-pmh",
    .description = N_("an OAI-PMH answer (arXiv, arXivRaw or oai_dc)"),
    .source = "oai-pmh",
    .version = 2, // 2: authors in catalogue order
    .likes = likes,
    .read = read_answer,
};
