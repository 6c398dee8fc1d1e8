// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/followed.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/query/narrow.h"
#include "shoroku/text/fold.h"
#include "tui/session.h"

#define AUTHOR_FIELD "author:"

static bool
is_of_author(const struct saved_list_item *item)
{
	return item->kind == SAVED_SEARCH &&
	       !strncmp(item->query, AUTHOR_FIELD, strlen(AUTHOR_FIELD));
}

// What finds the papers of each author that is followed, folded as the search compares names.
typedef VEC(char *) queries;

static void
find_followed(const struct saved_list *saved, queries *followed)
{
	for (size_t i = 0; i < saved->items.count; i++) {
		if (is_of_author(&saved->items.items[i]))
			*vec_push(followed) = fold_string(saved->items.items[i].query);
	}
}

static bool
follows(const queries *followed, const char *author)
{
	const struct query everything = {0};
	struct strbuf query;
	bool found = false;
	char *folded;

	strbuf_init(&query);
	narrow_to(&everything, NARROW_AUTHOR, author, &query);
	folded = fold_string(query.data);
	for (size_t i = 0; i < followed->count && !found; i++)
		found = !strcmp(followed->items[i], folded);
	free(folded);
	strbuf_release(&query);
	return found;
}

bool
followed_append(const struct session *session, const struct paper *paper, struct strbuf *out)
{
	size_t start = out->length;
	queries followed = {0};

	find_followed(&session->saved, &followed);
	for (size_t i = 0; followed.count && i < paper->author_count; i++) {
		if (follows(&followed, paper->authors[i]))
			strbuf_addf(out, "%s%s", out->length > start ? ", " : "",
				    paper->authors[i]);
	}
	while (followed.count)
		free(followed.items[--followed.count]);
	vec_release(&followed);
	return out->length > start;
}

bool
followed_has(const struct session *session, const struct paper *paper)
{
	struct strbuf names;
	bool any;

	strbuf_init(&names);
	any = followed_append(session, paper, &names);
	strbuf_release(&names);
	return any;
}

int
followed_draw(const struct session *session, const struct pane *pane, int row, int left, int right,
	      const struct paper *paper)
{
	struct strbuf text;

	if (left >= right)
		return left;
	strbuf_init(&text);
	strbuf_addf(&text, "%s ", pane->canvas->glyphs->followed);
	if (followed_append(session, paper, &text))
		left = canvas_put_cut(pane, row, left, right - left, text.data, STYLE_FOLLOWED,
				      false) +
		       2;
	strbuf_release(&text);
	return left < right ? left : right;
}
