// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/query/query.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "query/lexer.h"
#include "query/paper-id.h"
#include "query/values.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/vec.h"
#include "shoroku/query/field.h"

#define DEEPEST 64

struct parser {
	struct arena *arena;
	struct lexer lexer;
	struct token token; // the next one
	date_day today;
	bool live;
	struct query *query;
	int depth;
	size_t *offset; // of the mistake
	struct error *err;
};

static void
advance(struct parser *p)
{
	p->token = lexer_next(&p->lexer);
}

static struct query_node *
fail(struct parser *p, size_t offset)
{
	*p->offset = offset;
	return NULL;
}

static struct query_node *
new_node(struct parser *p, enum query_kind kind)
{
	struct query_node *node = arena_alloc(p->arena, sizeof(*node));

	node->kind = kind;
	return node;
}

// A word without field, or with one whose value is text.
static struct query_node *
text_node(struct parser *p, const struct token *value, unsigned fields)
{
	struct query_node *node = new_node(p, QUERY_TEXT);

	node->fields = fields;
	node->text = arena_strndup(p->arena, value->text, value->length);
	node->prefix = value->prefix || (p->live && !value->quoted && value->ends_input);
	return node;
}

// A word, or the paper that it names; a number may be either.
static struct query_node *
word_node(struct parser *p, const struct token *token)
{
	struct query_node *name;
	struct query_node *either;
	const char *id = NULL;
	bool alone;

	if (!token->quoted && !token->prefix)
		id = paper_id_find(p->arena, token->text, token->length, &alone);
	if (!id)
		return text_node(p, token, QUERY_ANYWHERE);
	name = new_node(p, QUERY_ID);
	name->text = id;
	if (!alone)
		return name;
	either = new_node(p, QUERY_OR);
	either->count = 2;
	either->children = arena_alloc(p->arena, 2 * sizeof(*either->children));
	either->children[0] = name;
	either->children[1] = text_node(p, token, QUERY_ANYWHERE);
	return either->children[1] ? either : NULL;
}

static struct query_node *
named_node(struct parser *p, const struct query_field *field, const struct token *value)
{
	struct query_node *node = new_node(p, field->kind);

	node->text = arena_strndup(p->arena, value->text, value->length);
	return node;
}

static struct query_node *
choice_node(struct parser *p, const struct query_field *field, const struct token *value)
{
	struct query_node *node = new_node(p, field->kind);
	size_t index;

	if (values_choice(field, value->text, value->length, &index, p->err))
		return fail(p, value->offset);
	if (field->kind == QUERY_FLAG)
		node->flag = (enum query_flag)(field->texts + index);
	else
		p->query->sort = (enum query_sort)index;
	return node;
}

static struct query_node *
dates_node(struct parser *p, const struct token *value)
{
	struct query_node *node = new_node(p, QUERY_DATES);

	node->text = arena_strndup(p->arena, value->text, value->length);
	if (values_dates(value->text, value->length, p->today, &node->dates, p->err))
		return fail(p, value->offset);
	return node;
}

static struct query_node *
limit_node(struct parser *p, const struct token *value)
{
	if (values_limit(value->text, value->length, &p->query->limit, p->err))
		return fail(p, value->offset);
	return new_node(p, QUERY_AND);
}

// Whatever follows "field:".
static struct query_node *
field_node(struct parser *p, const struct query_field *field)
{
	struct token value = p->token;

	if (value.kind != TOKEN_WORD) {
		error_set(p->err, ERROR_USAGE, _("after %s: something must follow"), field->name);
		return fail(p, value.offset);
	}
	advance(p);
	switch (field->value) {
	case FIELD_TEXT:
		if (value.length && value.text[0] == '=' && field->texts == QUERY_AUTHORS) {
			value.text++;
			value.length--;
			if (!value.length && p->token.kind == TOKEN_WORD && p->token.quoted) {
				value = p->token; // author:="Ann Bell"
				advance(p);
			}
			return named_node(
			    p, &(struct query_field){.kind = QUERY_AUTHOR, .name = "author"},
			    &value);
		}
		return text_node(p, &value, field->texts);
	case FIELD_NAME:
		return named_node(p, field, &value);
	case FIELD_DATES:
		return dates_node(p, &value);
	case FIELD_CHOICE:
		return choice_node(p, field, &value);
	case FIELD_NUMBER:
		return limit_node(p, &value);
	}
	return NULL;
}

// sort: and limit: leave an empty AND, which says nothing and is dropped.
static bool
says_nothing(const struct query_node *node)
{
	return node->kind == QUERY_AND && node->count == 0;
}

static struct query_node *parse_or(struct parser *p);

static struct query_node *
parse_group(struct parser *p)
{
	size_t open = p->token.offset;
	struct query_node *node;

	if (++p->depth > DEEPEST) {
		error_set(p->err, ERROR_USAGE, _("parentheses are nested too deep"));
		return fail(p, open);
	}
	advance(p);
	node = parse_or(p);
	p->depth--;
	if (!node)
		return NULL;
	if (p->token.kind != TOKEN_CLOSE && !p->live) {
		error_set(p->err, ERROR_USAGE, _("a ( without its )"));
		return fail(p, open);
	}
	if (p->token.kind == TOKEN_CLOSE)
		advance(p);
	return node;
}

static struct query_node *
parse_unary(struct parser *p)
{
	struct token token = p->token;
	struct query_node *node;
	const struct query_node *child;

	switch (token.kind) {
	case TOKEN_NOT:
		if (++p->depth > DEEPEST) {
			error_set(p->err, ERROR_USAGE, _("parentheses are nested too deep"));
			return fail(p, token.offset);
		}
		advance(p);
		child = parse_unary(p);
		p->depth--;
		if (!child || says_nothing(child))
			return child ? new_node(p, QUERY_AND) : NULL;
		node = new_node(p, QUERY_NOT);
		node->children = arena_alloc(p->arena, sizeof(*node->children));
		node->children[0] = child;
		node->count = 1;
		return node;
	case TOKEN_OPEN:
		return parse_group(p);
	case TOKEN_FIELD: {
		const struct query_field *field = field_find(token.text, token.length);

		advance(p);
		return field_node(p, field);
	}
	case TOKEN_WORD:
		advance(p);
		return word_node(p, &token);
	case TOKEN_OR:
	case TOKEN_CLOSE:
	case TOKEN_END:
		break;
	}
	error_set(p->err, ERROR_USAGE, _("a word is missing here"));
	return fail(p, token.offset);
}

typedef VEC(const struct query_node *) node_list;

// One node of several: itself where there is one only.
static struct query_node *
join(struct parser *p, enum query_kind kind, node_list *list)
{
	struct query_node *node = new_node(p, kind);

	node->count = list->count;
	node->children = arena_alloc(p->arena, (list->count + 1) * sizeof(*node->children));
	for (size_t i = 0; i < list->count; i++)
		node->children[i] = list->items[i];
	vec_release(list);
	return node;
}

static struct query_node *
parse_and(struct parser *p)
{
	node_list list = {0};

	do {
		const struct query_node *node = parse_unary(p);

		if (!node) {
			vec_release(&list);
			return NULL;
		}
		if (!says_nothing(node))
			*vec_push(&list) = node;
	} while (p->token.kind != TOKEN_OR && p->token.kind != TOKEN_CLOSE &&
		 p->token.kind != TOKEN_END);
	return join(p, QUERY_AND, &list);
}

static struct query_node *
parse_or(struct parser *p)
{
	node_list list = {0};

	for (;;) {
		const struct query_node *node = parse_and(p);

		if (!node) {
			vec_release(&list);
			return NULL;
		}
		if (!says_nothing(node))
			*vec_push(&list) = node->count == 1 ? node->children[0] : node;
		if (p->token.kind != TOKEN_OR)
			break;
		advance(p);
		if (p->live && p->token.kind == TOKEN_END)
			break; // the other side is not typed yet
	}
	if (!list.count)
		return new_node(p, QUERY_AND);
	if (list.count == 1) {
		struct query_node *only = new_node(p, QUERY_AND);

		*only = *list.items[0];
		vec_release(&list);
		return only;
	}
	return join(p, QUERY_OR, &list);
}

int
query_parse(struct arena *arena, const char *text, date_day today, bool live, struct query *query,
	    size_t *offset, struct error *err)
{
	struct parser p = {.arena = arena,
			   .today = today,
			   .live = live,
			   .query = query,
			   .offset = offset,
			   .err = err};
	const struct query_node *root;

	*query = (struct query){.sort = QUERY_BY_DATE};
	*offset = 0;
	lexer_init(&p.lexer, arena, text);
	if (!lexer_is_closed(&p.lexer, live, offset, err))
		return -1;
	advance(&p);
	if (p.token.kind == TOKEN_END)
		return 0;
	root = parse_or(&p);
	if (!root)
		return -1;
	if (p.token.kind != TOKEN_END) {
		*offset = p.token.offset;
		return error_set(err, ERROR_USAGE, _("a ) without its ("));
	}
	query->root = says_nothing(root) ? NULL : root;
	return 0;
}
