// SPDX-License-Identifier: GPL-3.0-or-later
// What the subcommands and main() share: printing, opening the archive, formats.
#ifndef SHOROKU_COMMANDS_COMMON_H
#define SHOROKU_COMMANDS_COMMON_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "shoroku/archive/archive.h"
#include "shoroku/base/error.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/work/app.h"

enum command_format { FORMAT_TEXT, FORMAT_TSV, FORMAT_JSON, FORMAT_JSONL };

// The one way text reaches a terminal or a pipe: what is not safe to show is cleaned first, with
// U+FFFD in its place where it was no UTF-8. Tabs pass.
void command_common_print(FILE *to, const char *text, size_t length);
void command_common_printf(FILE *to, const char *format, ...) PRINTF_LIKE(2, 3);
void command_common_bold(FILE *to, const char *text, size_t length);

// Whether standard output may carry bold and colour: --color, NO_COLOR, TERM.
bool command_common_color(const struct app *app);

// The cells of a line of standard output; 0: it is no terminal, lines are as long as they are.
size_t command_common_columns(void);

// A message on standard error: "shoroku: sentence". Returns the exit code that belongs to it.
int command_common_fail(const struct error *err);

// Adds "3 added" to a list that `out` holds alone; nothing where the count is 0.
void command_common_add_count(struct strbuf *out, size_t count, const char *what);

// The same for a sentence alone, as reading the configuration tells it. `context` is not used.
void command_common_complain(void *context, const char *sentence);

// The archive of app->data_dir. It is not made here: where there is none, ERROR_NOT_FOUND says how
// to make one.
struct archive *command_common_open(const struct app *app, enum archive_mode mode,
				    struct error *err) ERROR_CHECKED;

// The number of --limit, from 1 to `most`; NULL leaves *limit as it is. ERROR_USAGE.
int command_common_limit(const char *text, long most, size_t *limit, struct error *err)
    ERROR_CHECKED;

// `name` is one of the words the option's row accepts, or NULL for text.
enum command_format command_common_format(const char *name);

#endif
