// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/copying.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/process.h"
#include "shoroku/model/link.h"
#include "tui/session.h"

// What `set clipboard` says; without it the terminal is asked.
static const char *
clipboard(const struct session *session)
{
	const char *set = settings_get_words(&session->settings, SESSION_CLIPBOARD);

	return set ? set : "osc52";
}

static bool
hand_to_terminal(struct session *session, const struct strbuf *text)
{
	struct taking *taking = &session->taking;

	if (text->length > COPYING_MOST_BYTES) {
		session_say(session,
			    _("not copied: %zu bytes, and terminals take %zu; x writes a file"),
			    text->length, COPYING_MOST_BYTES);
		return false;
	}
	if (!taking->can_copy) {
		session_say(session,
			    _("this terminal has no clipboard; “set clipboard” names a program"));
		return false;
	}
	strbuf_clear(&taking->copied);
	strbuf_add(&taking->copied, text->data, text->length);
	return true;
}

static bool
hand_to_program(struct session *session, const char *command, const struct strbuf *text)
{
	struct error err;
	pid_t child;

	if (process_start_fed(command, text->data, text->length, &child, &err)) {
		session_complain(session, &err);
		return false;
	}
	opening_watch(session, child, command);
	return true;
}

// Whether it went on its way; otherwise it was said why not.
static bool
copy(struct session *session, const struct strbuf *text)
{
	const char *where = clipboard(session);

	if (!strcmp(where, "osc52"))
		return hand_to_terminal(session, text);
	if (strcmp(where, "none") != 0)
		return hand_to_program(session, where, text);
	session_say(session, _("not copied: “set clipboard none” says so"));
	return false;
}

struct link_list {
	struct strbuf text;
	size_t count;
	size_t without;
};

static int
add_link(void *context, const struct load_entry *paper, struct error *err)
{
	struct link_list *list = context;
	struct arena arena;
	struct links links;

	(void)err;
	arena_init(&arena);
	link_find(&arena, &paper->entry.paper, &links);
	if (links.count) {
		strbuf_addf(&list->text, "%s%s", list->count ? "\n" : "", links.items[0].url);
		list->count++;
	} else {
		list->without++;
	}
	arena_release(&arena);
	return 0;
}

static void
say_links(struct session *session, const struct link_list *list)
{
	if (list->count == 1 && !list->without)
		session_say(session, _("copied: %s"), list->text.data);
	else if (!list->without)
		session_say(session, ngettext("%zu link copied", "%zu links copied", list->count),
			    list->count);
	else
		session_say(session,
			    ngettext("%zu link copied; %zu papers have none",
				     "%zu links copied; %zu papers have none", list->count),
			    list->count, list->without);
}

void
copying_links(struct session *session)
{
	struct link_list list = {0};
	taking_ids ids = {0};
	struct error err;

	strbuf_init(&list.text);
	taking_find(session, false, &ids);
	if (taking_each(session, &ids, add_link, &list, &err))
		session_complain(session, &err);
	else if (!list.count)
		session_say(session, _("no link is known of this paper"));
	else if (copy(session, &list.text))
		say_links(session, &list);
	strbuf_release(&list.text);
	vec_release(&ids);
}

void
copying_bibtex(struct session *session)
{
	taking_ids ids = {0};
	struct strbuf text;
	struct error err;
	size_t papers;

	strbuf_init(&text);
	taking_find(session, false, &ids);
	if (taking_write(session, &ids, format_find("bibtex"), &text, &papers, &err))
		session_complain(session, &err);
	else if (copy(session, &text))
		session_say(
		    session,
		    ngettext("BibTeX of %zu paper copied", "BibTeX of %zu papers copied", papers),
		    papers);
	strbuf_release(&text);
	vec_release(&ids);
}
