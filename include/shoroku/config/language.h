// SPDX-License-Identifier: GPL-3.0-or-later
// The command language of the configuration file and of the `:` prompt: one command a line, words
// as base/words.h splits them, `#` comments. Which commands exist is for the caller's table.
#ifndef SHOROKU_CONFIG_LANGUAGE_H
#define SHOROKU_CONFIG_LANGUAGE_H

#include <stddef.h>

#include "shoroku/base/error.h"

// A mistake within an argument, `offset` bytes from its beginning.
#define CONFIG_ARGUMENT_BITS 16
static inline size_t
config_at(size_t argument, size_t offset)
{
	return argument | offset << CONFIG_ARGUMENT_BITS;
}

struct config_command {
	const char *name;
	const char *usage; // "NAME VALUE"
	const char *help;  // one sentence, marked with N_()
	size_t least;	   // arguments
	size_t most;
	// Returns -1 with *bad set to the index of the argument that is wrong, or to config_at().
	int (*run)(void *context, char *const *arguments, size_t count, size_t *bad,
		   struct error *err);
};

struct config_language {
	const struct config_command *commands;
	size_t count;
	void *context; // for every run()
};

// Runs one line. Empty lines and comments do nothing. On failure *column is the 1-based code-point
// column of the mistake.
int language_run(const struct config_language *language, const char *line, size_t *column,
		 struct error *err) ERROR_CHECKED;

// Runs a file. A line with a mistake is reported as "FILE:LINE:COLUMN: sentence" and the rest still
// works; *mistakes counts them. A missing file is no error unless `must_exist`. A line `include FILE` reads
// that file in its place: relative to the directory of the file it stands in, with ~ for the home
// directory; that it is missing, or includes itself, is a mistake of the line.
int language_read(const struct config_language *language, const char *path, int must_exist,
		  void (*complain)(void *context, const char *sentence), void *complain_context,
		  size_t *mistakes, struct error *err) ERROR_CHECKED;

// What the line `include NAME` of the file `from` does, for where it is typed.
int language_include(const struct config_language *language, const char *from, const char *name,
		     void (*complain)(void *context, const char *sentence), void *complain_context,
		     size_t *mistakes, struct error *err) ERROR_CHECKED;

#endif
