// SPDX-License-Identifier: GPL-3.0-or-later
// The process door: other programs are started from an argv, never by a shell. A command is split into
// words (base/words.h), in which nothing is expanded; the file or URL it is to show stands where a word
// has %f, else behind the last word.
#ifndef SHOROKU_BASE_PROCESS_H
#define SHOROKU_BASE_PROCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "shoroku/base/error.h"

// Whether the URL is one of http or https and nothing but printable ASCII, fit for another program.
bool process_url_is_safe(const char *url);

// Whether `command` is one: at least one word, quotes closed. ERROR_USAGE.
int process_check(const char *command, struct error *err) ERROR_CHECKED;

// The first word without its directories, what the sentences below call the program; the caller frees it.
// "" where the command is none.
char *process_name(const char *command);

// Runs the program on this terminal and waits for it; `file` may be NULL. While it runs, ^C and ^\ are
// its own. ERROR_USAGE where it cannot be started, ends with another status than 0 or is killed; the
// sentence names it.
int process_run(const char *command, const char *file, struct error *err) ERROR_CHECKED;

// Starts the program apart from this terminal, with nothing to read and nowhere to write, and does not
// wait: *child is to be given to process_ended() when SIGCHLD says so.
int process_start(const char *command, const char *file, pid_t *child, struct error *err)
    ERROR_CHECKED;

// The same with these bytes for the program to read, from the first to the last, however slowly it reads.
int process_run_fed(const char *command, const char *bytes, size_t length, struct error *err)
    ERROR_CHECKED;
int process_start_fed(const char *command, const char *bytes, size_t length, pid_t *child,
		      struct error *err) ERROR_CHECKED;

// Whether it has ended, which is told once; *failed with a sentence where it did not end well.
bool process_ended(pid_t child, const char *command, bool *failed, struct error *err);

#endif
