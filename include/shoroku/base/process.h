// SPDX-License-Identifier: GPL-3.0-or-later
// The process door: other programs are run from an argument vector, never by a shell.
#ifndef SHOROKU_BASE_PROCESS_H
#define SHOROKU_BASE_PROCESS_H

#include "shoroku/base/error.h"

// Runs a program, found by PATH, that has this one's terminal, and waits for its end; its exit code goes
// to *status. Meanwhile the keys that interrupt and stop are the program's. ERROR_DISK where it cannot be
// started or is ended by a signal.
int process_run(char *const *argv, int *status, struct error *err) ERROR_CHECKED;

// The user's editor, $VISUAL, else $EDITOR, else vi, on a file: the command is split into words without
// expansion, and the file takes the place of the word %f or becomes the last argument. An editor that
// says it failed is an error too.
int process_edit(const char *path, struct error *err) ERROR_CHECKED;

#endif
