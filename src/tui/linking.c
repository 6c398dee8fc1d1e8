// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/linking.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/model/link.h"
#include "shoroku/text/fold.h"
#include "tui/session.h"

int
linking_open(struct session *session, const char *number, struct error *err)
{
	const struct load_entry *open = session->browser.open;
	char *digit = fold_string(number); // an input method types it full-width
	struct links links = {0};
	struct arena arena;
	size_t wanted = 0;
	int result = 0;

	arena_init(&arena);
	if (open)
		link_find(&arena, &open->entry.paper, &links);
	if (digit[0] >= '1' && digit[0] <= '9' && !digit[1])
		wanted = (size_t)(digit[0] - '0');
	if (!links.count)
		result = error_set(err, ERROR_NOT_FOUND, _("no link is known of this paper"));
	else if (!wanted || wanted > links.count)
		result = error_set(err, ERROR_USAGE, _("the links are numbered from 1 to %zu"),
				   links.count);
	else if (links.items[wanted - 1].kind == LINK_PDF)
		opening_pdf(session);
	else
		opening_url(session, links.items[wanted - 1].url);
	free(digit);
	arena_release(&arena);
	return result;
}

static unsigned
accept(struct session *session, const char *text, bool *failed, size_t *failed_at)
{
	struct error err;

	*failed_at = 0;
	*failed = linking_open(session, text, &err) != 0;
	if (*failed)
		session_complain(session, &err);
	return REACT_REDRAW;
}

// There are never so many that two digits are needed.
static void
changed(struct session *session, const char *text)
{
	struct error err;

	if (!*text)
		return;
	if (linking_open(session, text, &err))
		session_complain(session, &err);
	else
		prompt_close(&session->prompt);
}

static const struct prompt_kind link_prompt = {
    .label = N_("link:"), .accept = accept, .changed = changed};

void
linking_ask(struct session *session)
{
	prompt_open(&session->prompt, &link_prompt);
}
