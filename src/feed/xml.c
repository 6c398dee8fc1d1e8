// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "feed/xml.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "feed/xml-guard.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/vec.h"
#include "shoroku/text/clean.h"

#define CHUNK_BYTES ((size_t)16 << 10)
#define LONGEST_MISTAKE 120 // bytes of the parser's words
#define KEPT_NAMES 64	    // that need not be copied again

// clang-format off
static const struct {
	const char *uri; // without a final / or #
	enum xml_space space;
} spaces[] = {
	{ "http://www.w3.org/2005/Atom",                     XML_CORE },
	{ "http://purl.org/atom/ns",                         XML_CORE },
	{ "http://purl.org/rss/1.0",                         XML_CORE },
	{ "http://my.netscape.com/rdf/simple/0.9",           XML_CORE },
	{ "http://backend.userland.com/rss2",                XML_CORE },
	{ "http://www.openarchives.org/OAI/2.0",             XML_CORE },
	{ "http://arxiv.org/OAI/arXiv",                      XML_CORE },
	{ "http://arxiv.org/OAI/arXivRaw",                   XML_CORE },
	{ "http://arxiv.org/OAI/arXivOld",                   XML_CORE },
	{ "http://www.openarchives.org/OAI/2.0/oai_dc",      XML_CORE },
	{ "http://purl.org/dc/elements/1.1",                 XML_DC },
	{ "http://purl.org/rss/1.0/modules/content",         XML_CONTENT },
	{ "http://arxiv.org/schemas/atom",                   XML_ARXIV },
	{ "http://www.w3.org/1999/02/22-rdf-syntax-ns",      XML_RDF },
	{ "http://www.w3.org/1999/xhtml",                    XML_XHTML },
};
// clang-format on

struct builder {
	struct arena *arena;
	xmlParserCtxtPtr parser;
	struct xml_document *document;
	VEC(struct xml_node *) open; // elements, the outermost first
	VEC(struct xml_node *) last; // child of each of them, NULL: none
	struct strbuf text;	     // collected since the last tag
	const char *names[KEPT_NAMES];
	size_t name_count;
	const char *mistake; // in the arena; NULL: none
	int line;	     // of it
	bool too_many;
};

static const char *
text_of(const xmlChar *text)
{
	return (const char *)text;
}

static enum xml_space
find_space(const char *prefix, const char *uri)
{
	size_t length;

	if (!uri)
		return prefix ? XML_OTHER : XML_CORE;
	length = strlen(uri);
	while (length && (uri[length - 1] == '/' || uri[length - 1] == '#'))
		length--;
	for (size_t i = 0; i < ARRAY_LENGTH(spaces); i++) {
		if (strlen(spaces[i].uri) == length && !strncmp(spaces[i].uri, uri, length))
			return spaces[i].space;
	}
	return XML_OTHER;
}

static const char *
keep_name(struct builder *builder, const char *name)
{
	for (size_t i = 0; i < builder->name_count; i++) {
		if (!strcmp(builder->names[i], name))
			return builder->names[i];
	}
	name = arena_strdup(builder->arena, name);
	if (builder->name_count < KEPT_NAMES)
		builder->names[builder->name_count++] = name;
	return name;
}

static void
stop(struct builder *builder)
{
	builder->too_many = true;
	xmlStopParser(builder->parser);
}

static struct xml_node *
add_node(struct builder *builder)
{
	struct xml_node *node = arena_alloc(builder->arena, sizeof(*node));
	size_t depth = builder->open.count;

	if (++builder->document->nodes > XML_NODES)
		stop(builder);
	if (!depth) {
		if (!builder->document->root)
			builder->document->root = node;
		return node;
	}
	if (builder->last.items[depth - 1])
		builder->last.items[depth - 1]->next = node;
	else
		builder->open.items[depth - 1]->first = node;
	builder->last.items[depth - 1] = node;
	return node;
}

static bool
is_blank(const char *text)
{
	return !text[strspn(text, " \t\r\n")];
}

// The text before a tag: an element's own where it holds nothing else, else a node between others.
static void
flush_text(struct builder *builder, bool closing)
{
	size_t depth = builder->open.count;

	if (depth && !is_blank(builder->text.data)) {
		struct xml_node *parent = builder->open.items[depth - 1];
		const char *text =
		    arena_strndup(builder->arena, builder->text.data, builder->text.length);

		if (closing && !parent->first)
			parent->text = text;
		else
			add_node(builder)->text = text;
	}
	strbuf_clear(&builder->text);
}

// libxml2 gives five pointers an attribute: name, prefix, namespace, value, the value's end.
static const struct xml_attribute *
copy_attributes(struct builder *builder, int count, const xmlChar **from)
{
	struct xml_attribute *first = NULL;

	for (int i = count - 1; i >= 0; i--) {
		const xmlChar **each = from + (size_t)i * 5;
		struct xml_attribute *attribute = arena_alloc(builder->arena, sizeof(*attribute));

		attribute->name = keep_name(builder, text_of(each[0]));
		attribute->value =
		    arena_strndup(builder->arena, text_of(each[3]), (size_t)(each[4] - each[3]));
		attribute->next = first;
		first = attribute;
	}
	return first;
}

static void
on_open(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
	int space_count, const xmlChar **declared, int attribute_count, int defaulted,
	const xmlChar **attributes)
{
	struct builder *builder = context;
	struct xml_node *node;

	(void)space_count;
	(void)declared;
	(void)defaulted;
	flush_text(builder, false);
	node = add_node(builder);
	node->name = keep_name(builder, text_of(name));
	node->space = find_space(text_of(prefix), text_of(uri));
	node->attributes = copy_attributes(builder, attribute_count, attributes);
	*vec_push(&builder->open) = node;
	*vec_push(&builder->last) = NULL;
	if (builder->open.count > XML_DEPTH)
		stop(builder);
}

static void
on_close(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct builder *builder = context;

	(void)name;
	(void)prefix;
	(void)uri;
	flush_text(builder, true);
	if (builder->open.count) {
		builder->open.count--;
		builder->last.count--;
	}
}

static void
on_text(void *context, const xmlChar *text, int length)
{
	struct builder *builder = context;

	strbuf_add(&builder->text, text_of(text), (size_t)length);
}

static void
on_error(void *context, xmlErrorPtr error)
{
	struct builder *builder = context;
	const char *message = error->message ? error->message : "";
	size_t length;
	char *cleaned;

	if (builder->mistake || error->level != XML_ERR_FATAL)
		return;
	// It may quote a name of any length.
	cleaned = clean_string(message, strlen(message), CLEAN_LINE);
	length = strnlen(cleaned, LONGEST_MISTAKE);
	while (length && ((unsigned char)cleaned[length] & 0xC0) == 0x80)
		length--;
	builder->mistake = arena_strndup(builder->arena, cleaned, length);
	builder->line = error->line;
	free(cleaned);
}

static int
feed(struct builder *builder, const char *name, const char *text, size_t length, struct error *err)
{
	struct xml_guard guard = {0};

	for (size_t at = 0; at < length && !builder->mistake && !builder->too_many;) {
		size_t size = length - at < CHUNK_BYTES ? length - at : CHUNK_BYTES;

		if (xml_guard_pass(&guard, name, text + at, size, err))
			return -1;
		xmlParseChunk(builder->parser, text + at, (int)size, 0);
		at += size;
		builder->document->bytes = at;
	}
	if (!builder->mistake && !builder->too_many)
		xmlParseChunk(builder->parser, "", 0, 1);
	if (builder->too_many)
		return error_set(err, ERROR_DATA, _("%s is refused: more than %zu elements"), name,
				 XML_NODES);
	if (builder->mistake || !builder->document->root)
		return error_set(err, ERROR_DATA, _("%s, line %d: no well-formed XML: %s"), name,
				 builder->line,
				 builder->mistake ? builder->mistake : _("nothing in it"));
	return 0;
}

// Past the declaration, whose encoding is no longer that of the text, and blanks before it.
static size_t
skip_declaration(const char *text, size_t length)
{
	size_t at = 0;
	const char *end;

	while (at < length && strchr(" \t\r\n", text[at]) && text[at])
		at++;
	if (length - at < 6 || strncmp(text + at, "<?xml", 5) || !strchr(" \t\r\n", text[at + 5]))
		return at;
	end = memmem(text + at, length - at, "?>", 2);
	return end ? (size_t)(end - text) + 2 : at;
}

int
xml_read(struct arena *arena, const char *name, const char *text, size_t length,
	 struct xml_document *document, struct error *err)
{
	xmlSAXHandler handler = {
	    .initialized = XML_SAX2_MAGIC,
	    .startElementNs = on_open,
	    .endElementNs = on_close,
	    .characters = on_text,
	    .cdataBlock = on_text,
	    .serror = on_error,
	};
	struct builder builder = {.arena = arena, .document = document};
	size_t start = skip_declaration(text, length);
	int result;

	*document = (struct xml_document){0};
	builder.parser = xmlCreatePushParserCtxt(&handler, &builder, NULL, 0, NULL);
	if (!builder.parser)
		error_out_of_memory();
	xmlCtxtUseOptions(builder.parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
	xmlSwitchEncoding(builder.parser, XML_CHAR_ENCODING_UTF8);
	strbuf_init(&builder.text);
	result = feed(&builder, name, text + start, length - start, err);
	xmlFreeDoc(builder.parser->myDoc);
	xmlFreeParserCtxt(builder.parser);
	strbuf_release(&builder.text);
	vec_release(&builder.open);
	vec_release(&builder.last);
	return result;
}
