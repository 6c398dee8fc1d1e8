// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>
#include <strings.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/error.h"
#include "shoroku/query/field.h"
#include "query/paper-id.h"

// What the lexer would take for a quote.
static size_t
quote_length(const char *at)
{
	static const char *const quotes[] = {"\"", "”", "“", "＂"};

	for (size_t i = 0; i < ARRAY_LENGTH(quotes); i++) {
		if (!strncmp(at, quotes[i], strlen(quotes[i])))
			return strlen(quotes[i]);
	}
	return 0;
}

static void
print_quoted(const char *text, struct strbuf *out)
{
	strbuf_add_byte(out, '"');
	while (*text) {
		size_t quote = quote_length(text);

		if (quote || *text == '\\')
			strbuf_add_byte(out, '\\');
		strbuf_add(out, text, quote ? quote : 1);
		text += quote ? quote : 1;
	}
	strbuf_add_byte(out, '"');
}

static bool
is_bare(const char *text)
{
	bool bare = *text && !strpbrk(text, " \t\n\r|():*\\") && text[0] != '-' && text[0] != '=' &&
		    strcasecmp(text, "or") != 0;

	for (; bare && *text; text++)
		bare = !quote_length(text);
	return bare;
}

void
query_print_value(const char *text, struct strbuf *out)
{
	if (is_bare(text))
		strbuf_add_string(out, text);
	else
		print_quoted(text, out);
}

// In quotes also where it would be taken for the name of a paper.
static void
print_text(const struct query_node *node, struct strbuf *out)
{
	if (paper_id_is(node->text))
		print_quoted(node->text, out);
	else
		query_print_value(node->text, out);
	if (node->prefix)
		strbuf_add_byte(out, '*');
}

static void
print_field(const struct query_node *node, struct strbuf *out)
{
	for (size_t i = 0; i < field_table_size; i++) {
		const struct query_field *field = &field_table[i];

		if (field->kind == node->kind && field->texts == node->fields) {
			strbuf_addf(out, "%s:", field->name);
			return;
		}
	}
}

static void
print_flag(const struct query_node *node, struct strbuf *out)
{
	for (size_t i = 0; i < field_table_size; i++) {
		const struct query_field *field = &field_table[i];

		for (size_t j = 0; field->kind == QUERY_FLAG && field->choices[j]; j++) {
			if (field->texts + j == (size_t)node->flag)
				strbuf_addf(out, "%s:%s", field->name, field->choices[j]);
		}
	}
}

// As typed: the last seven days are to stay the last seven days.
static bool
is_plain(const char *dates)
{
	static const char signs[] = "0123456789-/.abcdefghijklmnopqrstuvwxyz";

	return dates && *dates && !dates[strspn(dates, signs)];
}

static void
print_dates(const struct query_node *node, struct strbuf *out)
{
	char first[DATE_TEXT_SIZE];
	char last[DATE_TEXT_SIZE];

	if (is_plain(node->text)) {
		strbuf_addf(out, "date:%s", node->text);
		return;
	}
	date_format(node->dates.first, first);
	date_format(node->dates.last, last);
	strbuf_addf(out, "date:%s..%s", node->dates.first == DATE_MIN ? "" : first,
		    node->dates.last == DATE_MAX ? "" : last);
}

static void
print_node(const struct query_node *node, bool inside, struct strbuf *out)
{
	switch (node->kind) {
	case QUERY_AND:
	case QUERY_OR:
		strbuf_add_string(out, inside ? "(" : "");
		for (size_t i = 0; i < node->count; i++) {
			strbuf_add_string(out, !i ? "" : node->kind == QUERY_OR ? " or " : " ");
			print_node(node->children[i], true, out);
		}
		strbuf_add_string(out, inside ? ")" : "");
		break;
	case QUERY_NOT:
		strbuf_add_byte(out, '-');
		print_node(node->children[0], true, out);
		break;
	case QUERY_AUTHOR:
		strbuf_add_string(out, "author:=");
		print_quoted(node->text, out);
		break;
	case QUERY_DATES:
		print_dates(node, out);
		break;
	case QUERY_FLAG:
		print_flag(node, out);
		break;
	case QUERY_TEXT:
		print_field(node, out);
		print_text(node, out);
		break;
	case QUERY_TAG:
	case QUERY_SOURCE:
	case QUERY_LANG:
	case QUERY_CATEGORY:
	case QUERY_ID:
		print_field(node, out);
		query_print_value(node->text, out);
		break;
	}
}

void
query_print(const struct query *query, struct strbuf *out)
{
	const struct query_field *sort = field_find("sort", strlen("sort"));
	size_t start = out->length;

	if (query->root)
		print_node(query->root, false, out);
	if (query->sort != QUERY_BY_DATE)
		strbuf_addf(out, "%ssort:%s", out->length > start ? " " : "",
			    sort->choices[query->sort]);
	if (query->limit)
		strbuf_addf(out, "%slimit:%zu", out->length > start ? " " : "", query->limit);
}
