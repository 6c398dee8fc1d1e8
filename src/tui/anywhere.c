// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done in every view, unless it has the key or the name for something of its own.
#include "shoroku/base/i18n.h"
#include "tui/reader-prompts.h"
#include "tui/session.h"
#include "tui/views.h"

static unsigned
command(struct session *session, void *state)
{
	(void)state;
	prompt_open(&session->prompt, &reader_prompts_command);
	return REACT_REDRAW;
}

static unsigned
help(struct session *session, void *state)
{
	(void)state;
	return session_push(session, &help_view_ops);
}

static unsigned
redraw(struct session *session, void *state)
{
	(void)session;
	(void)state;
	return REACT_REPAINT;
}

static unsigned
suspend(struct session *session, void *state)
{
	(void)session;
	(void)state;
	return REACT_SUSPEND;
}

static unsigned
quit(struct session *session, void *state)
{
	(void)session;
	(void)state;
	return REACT_QUIT;
}

// clang-format off
static const struct action rows[] = {
	{ "command",          ":",   N_("Type a command, or an action by its name"), NULL, NULL, command },
	{ "help",             "?",   N_("Show all keys"), NULL, NULL, help },
	{ "redraw",           "^L",  N_("Draw the screen anew"), NULL, NULL, redraw },
	{ "suspend",          "^Z",  N_("Go back to the shell for a while"), NULL, NULL, suspend },
	{ "quit",             "Q",   N_("Quit"), NULL, NULL, quit },
};
// clang-format on

const struct action_table anywhere_action_table = {"anywhere", rows, ARRAY_LENGTH(rows)};
