// SPDX-License-Identifier: GPL-3.0-or-later
// The line at the bottom where text is typed: for a date, tags, a command.
#ifndef TUI_PROMPT_H
#define TUI_PROMPT_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/strbuf.h"
#include "tui/canvas.h"
#include "tui/key.h"

struct session;

struct prompt_kind {
	const char *label; // marked with N_()
	// Enter. Returns a set of reactions; an empty text is never accepted, it closes the prompt.
	// On failure sets *failed_at to the byte offset of the mistake and leaves a message.
	unsigned (*accept)(struct session *session, const char *text, bool *failed,
			   size_t *failed_at);
	// Tab: appends candidates for the word before the cursor, separated by LF, the best first.
	void (*complete)(struct session *session, const char *word, struct strbuf *candidates);
	void (*changed)(struct session *session, const char *text); // after each key; or NULL
	unsigned (*cancelled)(struct session *session);		    // Esc; or NULL
	// Up and Down: appends the text typed `back` times ago; false where there is none. Or NULL.
	bool (*recall)(struct session *session, size_t back, struct strbuf *out);
};

struct prompt {
	const struct prompt_kind *kind; // NULL: closed
	struct strbuf text;
	size_t cursor; // byte offset, between clusters
	bool failed;
	size_t failed_at;
	// The candidates being gone through, and which word they replace.
	struct strbuf candidates;
	size_t candidate; // offset of the next one
	size_t word_start;
	// Going through what was typed before.
	size_t recalled;     // 0: not
	struct strbuf draft; // what was being typed
};

void prompt_init(struct prompt *prompt);
void prompt_release(struct prompt *prompt);
void prompt_open(struct prompt *prompt, const struct prompt_kind *kind);
void prompt_open_with(struct prompt *prompt, const struct prompt_kind *kind, const char *text);
void prompt_close(struct prompt *prompt);

// Takes one key (not narrowed: what an input method types is text). Returns reactions.
unsigned prompt_key(struct session *session, struct prompt *prompt, key_code key);

// Takes one key of a paste as text: a line's end in it is a blank and accepts nothing.
void prompt_paste(struct session *session, struct prompt *prompt, key_code key);

// Draws into the one row of the pane, the cursor in it.
void prompt_draw(const struct prompt *prompt, const struct pane *pane);

#endif
