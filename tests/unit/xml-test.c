// SPDX-License-Identifier: GPL-3.0-or-later
// The XML door: what is refused, and that it is before much of it was looked at.
#include "feed/xml.h"

#include "feed/sniff.h"

#include "tap.h"

#define CHUNK ((size_t)16 << 10) // the parser gets no more at once

static void
repeat(struct strbuf *out, const char *text, size_t times)
{
	for (size_t i = 0; i < times; i++)
		strbuf_add_string(out, text);
}

// Refused with the sentence, and at most so many bytes given to the parser and nodes made.
static void
refuses(const struct strbuf *text, const char *want, size_t bytes, size_t nodes, const char *name)
{
	struct xml_document document;
	struct arena arena;
	struct error err = {0};

	arena_init(&arena);
	tap_ok(xml_read(&arena, "input", text->data, text->length, &document, &err) < 0,
	       "%s is refused", name);
	tap_is_str(err.text, want, name);
	tap_ok(document.bytes <= bytes && document.nodes <= nodes, "after %zu bytes and %zu nodes",
	       document.bytes, document.nodes);
	arena_release(&arena);
}

static void
test_declarations(void)
{
	static const char refused[] = "input is refused: its DOCTYPE holds declarations of its own";
	struct strbuf text;

	strbuf_init(&text);
	strbuf_add_string(&text, "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'bb'>");
	for (char name = 'c'; name < 'z'; name++)
		strbuf_addf(&text, "<!ENTITY %c '&%c;&%c;'>", name, name - 1, name - 1);
	strbuf_add_string(&text, "]><a>&y;</a>");
	refuses(&text, refused, 0, 0, "an entity bomb");
	strbuf_clear(&text);
	strbuf_add_string(&text,
			  "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>");
	refuses(&text, refused, 0, 0, "an external entity");
	strbuf_clear(&text);
	strbuf_add_string(&text,
			  "<!DOCTYPE a PUBLIC '[x' \"y\" [<!ENTITY % b SYSTEM 'http://x'> %b;]>");
	refuses(&text, refused, 0, 0, "a parameter entity");
	strbuf_clear(&text);
	strbuf_add_string(&text, "<a>&b;</a>");
	refuses(&text, "input, line 1: no well-formed XML: Entity 'b' not defined", 10, 1,
		"an entity nobody declared");
	strbuf_release(&text);
}

static void
test_sizes(void)
{
	static const char tag[] =
	    "input is refused: a tag of more than 65536 bytes or 128 attributes";
	struct strbuf text;

	strbuf_init(&text);
	strbuf_add_string(&text, "<a");
	for (int i = 0; i < 200000; i++)
		strbuf_addf(&text, " b%d=''", i);
	strbuf_add_string(&text, "/>");
	refuses(&text, tag, 0, 0, "200000 attributes");
	strbuf_clear(&text);
	strbuf_add_string(&text, "<a b='");
	repeat(&text, "x", 100000);
	strbuf_add_string(&text, "'/>");
	refuses(&text, tag, 4 * CHUNK, 0, "a long attribute");
	strbuf_clear(&text);
	repeat(&text, "<a>", 1000000);
	refuses(&text, "input is refused: elements more than 128 deep", 0, 0, "a million deep");
	strbuf_clear(&text);
	strbuf_add_string(&text, "<a>");
	repeat(&text, "<b/>", 1000000);
	strbuf_add_string(&text, "</a>");
	refuses(&text, "input is refused: more than 262144 elements", XML_NODES * 4 + 2 * CHUNK,
		XML_NODES + CHUNK / 4, "a million elements");
	strbuf_release(&text);
}

// What the guard takes for markup and the parser does not, or the other way round, would be a hole.
static void
test_guard_agrees(void)
{
	static const char text[] =
	    "\n<?xml version='1.0' encoding='EUC-JP'?><?x [ ?><!-- <b> --> <!DOCTYPE a SYSTEM "
	    "'x>['>"
	    "<p:a xmlns:p='http://www.w3.org/2005/Atom' c='&gt;>' d=\"'\"><![CDATA[<!DOCTYPE [ "
	    "]]]]><![CDATA[>]]>&lt;</p:a><!---->";
	struct reader_input input = {.text = text, .length = strlen(text)};
	struct xml_document document;
	struct arena arena;
	struct error err = {0};

	arena_init(&arena);
	tap_is_int(xml_read(&arena, "input", text, strlen(text), &document, &err), 0, err.text);
	tap_is_str(xml_node_text(&arena, document.root), "<!DOCTYPE [ ]]><", "CDATA is text");
	tap_is_str(xml_node_attribute(document.root, "c"), ">>", "attributes");
	tap_ok(document.root->space == XML_CORE && sniff_xml_root(&input, "a") &&
		   !sniff_xml_root(&input, "p"),
	       "a root by its name without a prefix");
	arena_release(&arena);
}

static void
test_tree(void)
{
	static const char text[] =
	    "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:x='urn:x'><x:title>no</x:title>"
	    "<title>One <b>two</b> three</title><title> <!-- - --> </title></feed>";
	struct xml_document document;
	const struct xml_node *title;
	struct strbuf printed;
	struct arena arena;
	struct error err = {0};

	arena_init(&arena);
	strbuf_init(&printed);
	tap_is_int(xml_read(&arena, "input", text, strlen(text), &document, &err), 0, err.text);
	title = xml_node_child(document.root, XML_CORE, "title");
	tap_is_str(xml_node_text(&arena, title), "One two three",
		   "the format's own title, markup gone");
	xml_node_print(&printed, title);
	tap_is_str(printed.data, "One <b>two</b> three", "and as HTML");
	title = xml_node_next(title, XML_CORE, "title");
	tap_is_str(xml_node_text(&arena, title), "", "a title of blanks");
	tap_ok(!xml_node_next(title, XML_CORE, "title"), "no third");
	tap_is_str(xml_node_child_text(&arena, document.root, XML_DC, "title"), "",
		   "nor another's");
	strbuf_release(&printed);
	arena_release(&arena);
}

int
main(void)
{
	test_declarations();
	test_sizes();
	test_guard_agrees();
	test_tree();
	return tap_done();
}
