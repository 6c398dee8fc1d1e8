// SPDX-License-Identifier: GPL-3.0-or-later
// Other programs, started without a shell: a command is split into words as the configuration's are
// (base/words.h) and nothing in it is expanded.
#ifndef SHOROKU_BASE_PROCESS_H
#define SHOROKU_BASE_PROCESS_H

#include <sys/types.h>

#include "shoroku/base/error.h"

// In each `command` the argument stands where a word has %f or %u, which mean the same, and otherwise
// becomes the last word. An argument that begins with '-' would be an option: it is refused. A program
// that is not there is ERROR_USAGE.

// Runs the command on the terminal and waits for it; ^C is the program's alone meanwhile. Ending with
// another code than 0 is an error too.
int process_run(const char *command, const char *argument, struct error *err) ERROR_CHECKED;

// Starts the command in a session of its own, without a terminal, and does not wait.
int process_start(const char *command, const char *argument, pid_t *pid, struct error *err)
    ERROR_CHECKED;

// Whether a program started has ended; from then on its number is not to be used.
int process_has_ended(pid_t pid);

#endif
