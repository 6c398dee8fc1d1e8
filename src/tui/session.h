// SPDX-License-Identifier: GPL-3.0-or-later
// What all views share: what is looked at, the settings, the message line, an open prompt.
#ifndef TUI_SESSION_H
#define TUI_SESSION_H

#include "shoroku/config/language.h"
#include "shoroku/config/settings.h"
#include "shoroku/text/wrap.h"
#include "shoroku/work/app.h"
#include "shoroku/work/marker.h"
#include "tui/browser.h"
#include "tui/chosen.h"
#include "tui/document.h"
#include "tui/finder.h"
#include "tui/gather.h"
#include "tui/keymap.h"
#include "tui/opening.h"
#include "tui/prompt.h"
#include "tui/recall.h"
#include "tui/related.h"
#include "tui/saved-list.h"
#include "tui/style.h"
#include "tui/taking.h"
#include "tui/trail.h"
#include "tui/view.h"
#include "tui/working.h"

enum session_setting {
	SESSION_AMBIGUOUS_WIDTH,
	SESSION_BROWSER,
	SESSION_CA_FILE,
	SESSION_CLIPBOARD,
	SESSION_COLUMN_WIDTH,
	SESSION_KINSOKU,
	SESSION_MARK_READ,
	SESSION_MOUSE,
	SESSION_PDF_VIEWER,
	SESSION_TERMINAL_PROGRAMS,
	SESSION_WARN_BELOW,
	SESSION_SETTINGS,
};

struct session_message {
	char text[512];
	bool is_error; // stays until a key
};

struct session {
	const struct app *app;
	struct settings settings;
	struct keymap keymap;
	struct style_theme theme;
	bool theme_changed;
	struct browser browser;
	struct marker *marker;
	struct finder finder;
	struct saved_list saved;
	struct gather gather;
	struct related related;
	struct trail trail;
	struct working working;
	struct opening opening;
	struct taking taking;
	int pending;  // requests to the marker not answered yet
	size_t steps; // of the user's, sent to the marker so far
	struct wrap *wrap;
	struct prompt prompt;
	struct session_message message;
	const struct view_ops *pushed;		  // by session_push(), for the frame
	bool to_papers;				  // a command filled the list: it is to be seen
	const struct view_ops *view;		  // that has the keys; set by the frame
	const struct action_table *invoked_table; // it must be one of the view's; NULL: it is
	const struct action *invoked; // by the command line, for the frame to run in the view
	void (*outside)(struct session *session); // to be run with the terminal given back; or NULL
	size_t reloads; // of the archive, so that a view knows that what it shows is old
	struct chosen chosen;
	struct strbuf help_words; // looked for in the help
	struct recall commands;	  // typed after the colon
	struct recall piped_to;	  // commands that papers were given to
	char *author;		  // whose page is shown next; by session_choose_author()
	// The reading state, the same for every paper.
	enum document_depth depth;
	bool all_authors;
	bool end_seen; // the open paper's last line was shown in the focused reader
};

void session_init(struct session *session, const struct app *app);
void session_release(struct session *session);

enum width_ambiguous session_ambiguous(const struct session *session);

// Asks for a view over the others: a handler returns what this returns, REACT_PUSH.
unsigned session_push(struct session *session, const struct view_ops *ops);

// Copies the name.
void session_choose_author(struct session *session, const char *name);

// A search thread that warns of sections as the settings say; NULL where there is none to be had.
struct searcher *session_start_searcher(const struct session *session);

void session_say(struct session *session, const char *format, ...) PRINTF_LIKE(2, 3);
void session_complain(struct session *session, const struct error *err);

size_t session_setting_rows(const struct setting_row **rows);

// The rows of the command language this reader knows (set, bind, color, saved).
const struct config_command *session_commands(size_t *count);
int session_read_config(struct session *session, size_t *mistakes, struct error *err) ERROR_CHECKED;

// Likewise, telling of each mistake elsewhere.
int session_read_config_telling(struct session *session,
				void (*tell)(void *context, const char *sentence), void *context,
				size_t *mistakes, struct error *err) ERROR_CHECKED;
int session_run_command(struct session *session, const char *line, size_t *column,
			struct error *err) ERROR_CHECKED;

// Whether the keys act on the list of papers or days, so that marks are about the selected ones.
bool session_in_list(const struct session *session);

// Needs of actions.
bool session_has_days(const struct session *session);
bool session_has_paper(const struct session *session);
bool session_has_hits(const struct session *session); // of a search

#endif
