// SPDX-License-Identifier: GPL-3.0-or-later
// Three failures, three tools: a bug aborts (BUG), the environment or the user gets an error value
// with a sentence (struct error), out of memory dies after the terminal is put back.
#ifndef SHOROKU_BASE_ERROR_H
#define SHOROKU_BASE_ERROR_H

#include "shoroku/base/compiler.h"

// What went wrong, coarsely; error_exit_code() maps it to the documented exit codes.
enum error_kind {
	ERROR_NONE,
	ERROR_NOT_FOUND, // exit 1: nothing by that name, date or query
	ERROR_USAGE,	 // exit 2: the command line, a key's argument, the configuration
	ERROR_DATA,	 // exit 3: input that is not what was expected, a damaged archive
	ERROR_DISK,	 // exit 3: no space, no permission, an input/output error
	ERROR_NETWORK,	 // exit 4
	ERROR_LOCKED,	 // exit 5: another process holds the archive
};

// Lives on the caller's stack. `text` is one translated sentence in UTF-8, without a final newline; one
// that does not fit ends with a whole character.
struct error {
	enum error_kind kind;
	char text[512];
};

// Fills `err` and returns -1, so that a function may end with `return error_set(err, …)`.
int error_set(struct error *err, enum error_kind kind, const char *format, ...) PRINTF_LIKE(3, 4);

// As error_set(), with ": " and strerror(saved_errno) appended. The kind is ERROR_DISK.
int error_set_errno(struct error *err, int saved_errno, const char *format, ...) PRINTF_LIKE(3, 4);

// The process exit code that belongs to a kind.
int error_exit_code(enum error_kind kind);

// Called before the process dies of BUG or of lack of memory; the reader puts the terminal back there.
void error_at_death(void (*restore)(void));

NO_RETURN void error_bug(const char *file, int line, const char *format, ...) PRINTF_LIKE(3, 4);
NO_RETURN void error_out_of_memory(void);

#define BUG(...) error_bug(__FILE__, __LINE__, __VA_ARGS__)

#endif
