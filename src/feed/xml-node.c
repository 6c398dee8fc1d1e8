// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/xml-node.h"

#include <stdbool.h>
#include <string.h>

#include "shoroku/base/compiler.h"

static bool
is_called(const struct xml_node *node, enum xml_space space, const char *name)
{
	return node->name && node->space == space && !strcmp(node->name, name);
}

const struct xml_node *
xml_node_child(const struct xml_node *node, enum xml_space space, const char *name)
{
	const struct xml_node *child = node ? node->first : NULL;

	while (child && !is_called(child, space, name))
		child = child->next;
	return child;
}

const struct xml_node *
xml_node_next(const struct xml_node *node, enum xml_space space, const char *name)
{
	do
		node = node->next;
	while (node && !is_called(node, space, name));
	return node;
}

static void
add_text(struct strbuf *out, const struct xml_node *node)
{
	if (node->text)
		strbuf_add_string(out, node->text);
	for (const struct xml_node *child = node->first; child; child = child->next)
		add_text(out, child);
}

const char *
xml_node_text(struct arena *arena, const struct xml_node *node)
{
	struct strbuf text;
	const char *result;

	if (!node)
		return "";
	if (node->text && !node->first)
		return node->text;
	strbuf_init(&text);
	add_text(&text, node);
	result = arena_strndup(arena, text.data, text.length);
	strbuf_release(&text);
	return result;
}

const char *
xml_node_child_text(struct arena *arena, const struct xml_node *node, enum xml_space space,
		    const char *name)
{
	return xml_node_text(arena, xml_node_child(node, space, name));
}

const char *
xml_node_attribute(const struct xml_node *node, const char *name)
{
	for (const struct xml_attribute *each = node ? node->attributes : NULL; each;
	     each = each->next) {
		if (!strcmp(each->name, name))
			return each->value;
	}
	return NULL;
}

static void
print_escaped(struct strbuf *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '<')
			strbuf_add_string(out, "&lt;");
		else if (*text == '>')
			strbuf_add_string(out, "&gt;");
		else if (*text == '&')
			strbuf_add_string(out, "&amp;");
		else if (*text == '"')
			strbuf_add_string(out, "&quot;");
		else
			strbuf_add_byte(out, *text);
	}
}

static bool
is_void(const char *name)
{
	static const char *const names[] = {"br", "hr", "img", "wbr", "input", "col"};

	for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
		if (!strcmp(name, names[i]))
			return true;
	}
	return false;
}

void
xml_node_print(struct strbuf *out, const struct xml_node *node)
{
	if (node->text)
		print_escaped(out, node->text);
	for (const struct xml_node *child = node->first; child; child = child->next) {
		if (!child->name) {
			print_escaped(out, child->text);
			continue;
		}
		strbuf_addf(out, "<%s", child->name);
		for (const struct xml_attribute *each = child->attributes; each;
		     each = each->next) {
			strbuf_addf(out, " %s=\"", each->name);
			print_escaped(out, each->value);
			strbuf_add_byte(out, '"');
		}
		strbuf_add_byte(out, '>');
		xml_node_print(out, child);
		if (!is_void(child->name))
			strbuf_addf(out, "</%s>", child->name);
	}
}
