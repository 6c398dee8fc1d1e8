// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/session.h"

#include <stdlib.h>

void
taking_init(struct taking *taking)
{
	*taking = (struct taking){0};
	strbuf_init(&taking->copied);
	strbuf_init(&taking->piped);
}

void
taking_release(struct taking *taking)
{
	strbuf_release(&taking->copied);
	strbuf_release(&taking->piped);
	free(taking->command);
	free(taking->replaced);
}

void
taking_find(const struct session *session, bool whole, taking_ids *ids)
{
	const struct paper_set *all = &session->browser.papers;
	bool any = session->chosen.ids.count > 0;

	for (size_t i = 0; session_in_list(session) && (any || whole) && i < all->count; i++) {
		int64_t id = paper_set_id(all, i);

		if (!any || chosen_has(&session->chosen, id))
			*vec_push(ids) = id;
	}
	if (!ids->count && session->browser.open)
		*vec_push(ids) = session->browser.open->entry.id;
}

int
taking_each(struct session *session, const taking_ids *ids,
	    int (*take)(void *context, const struct load_entry *paper, struct error *err),
	    void *context, struct error *err)
{
	int result = 0;

	for (size_t i = 0; !result && i < ids->count; i++) {
		struct load_entry paper;
		struct arena arena;

		arena_init(&arena);
		result = load_entry(session->browser.archive, &arena, ids->items[i], &paper, err);
		if (!result)
			result = take(context, &paper, err);
		arena_release(&arena);
	}
	return result;
}

struct text {
	struct writing *writing;
	struct strbuf *out;
};

static int
append(void *context, const struct load_entry *paper, struct error *err)
{
	const struct text *text = context;

	return writing_append(text->writing, text->out, &paper->entry, &paper->marks, err);
}

int
taking_write(struct session *session, const taking_ids *ids, const struct format *format,
	     struct strbuf *out, size_t *papers, struct error *err)
{
	struct text text = {writing_new(format), out};
	int result = taking_each(session, ids, append, &text, err);

	writing_end(text.writing, out);
	*papers = writing_count(text.writing);
	writing_free(text.writing);
	return result;
}
