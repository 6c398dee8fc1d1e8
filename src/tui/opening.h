// SPDX-License-Identifier: GPL-3.0-or-later
// Showing a paper's page and its PDF in other programs, the configured ones (base/process.h).
#ifndef TUI_OPENING_H
#define TUI_OPENING_H

#include <stdbool.h>
#include <sys/types.h>

#include "shoroku/base/vec.h"

struct session;

struct opening_child {
	pid_t pid;
	char *command;
};

struct opening {
	VEC(struct opening_child) children; // that run apart
	// What is to be run on the terminal, which the reader leaves for it; NULL: nothing.
	char *command;
	char *shown;
};

void opening_release(struct opening *opening);

// Of the open paper. What goes wrong is said.
void opening_page(struct session *session);
void opening_pdf(struct session *session); // downloads it first where it is not there yet

// A link of it in the browser.
void opening_url(struct session *session, const char *url);

// A program that runs apart: told about when it fails. Copies the command.
void opening_watch(struct session *session, pid_t child, const char *command);

// Whether the command is known to draw on the terminal.
bool opening_draws(const struct session *session, const char *command);

// The PDF has come: shows it, unless it would take the terminal from another paper.
void opening_downloaded(struct session *session, const char *path);

// Looks whether programs that ran apart have ended, after SIGCHLD; true: something was said.
bool opening_collect(struct session *session);

// Runs what waits for the terminal, which must have been left.
void opening_run(struct session *session);

#endif
