// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/commands/common.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/log.h"
#include "shoroku/base/paths.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/text/clean.h"

static void
print_run(FILE *to, const char *text, size_t length)
{
	char *cleaned;

	if (clean_is_safe(text, length)) {
		fwrite(text, 1, length, to);
		return;
	}
	log_message(LOG_WARNING, "text that is not clean was about to be printed");
	cleaned = clean_string(text, length, CLEAN_TEXT);
	fputs(cleaned, to);
	free(cleaned);
}

void
command_common_print(FILE *to, const char *text, size_t length)
{
	const char *end = text + length;

	for (const char *tab; (tab = memchr(text, '\t', (size_t)(end - text))); text = tab + 1) {
		print_run(to, text, (size_t)(tab - text));
		putc('\t', to);
	}
	print_run(to, text, (size_t)(end - text));
}

void
command_common_printf(FILE *to, const char *format, ...)
{
	struct strbuf text;
	va_list ap;

	strbuf_init(&text);
	va_start(ap, format);
	strbuf_vaddf(&text, format, ap);
	va_end(ap);
	command_common_print(to, text.data, text.length);
	strbuf_release(&text);
}

void
command_common_bold(FILE *to, const char *text, size_t length)
{
	fputs("\033[1m", to);
	command_common_print(to, text, length);
	fputs("\033[0m", to);
}

bool
command_common_color(const struct app *app)
{
	const char *term = getenv("TERM");
	const char *no_color = getenv("NO_COLOR");

	switch (app->color) {
	case APP_COLOR_ALWAYS:
		return true;
	case APP_COLOR_NEVER:
		return false;
	case APP_COLOR_AUTO:
		break;
	}
	return isatty(STDOUT_FILENO) && !(no_color && *no_color) && term && *term &&
	       strcmp(term, "dumb") != 0;
}

size_t
command_common_columns(void)
{
	struct winsize size;

	if (!isatty(STDOUT_FILENO))
		return 0;
	if (!ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) && size.ws_col)
		return size.ws_col;
	return 80;
}

int
command_common_fail(const struct error *err)
{
	fflush(stdout);
	command_common_printf(stderr, "shoroku: %s\n", err->text);
	return error_exit_code(err->kind);
}

void
command_common_add_count(struct strbuf *out, size_t count, const char *what)
{
	if (count)
		strbuf_addf(out, out->length ? _(", %zu %s") : _("%zu %s"), count, what);
}

void
command_common_complain(void *context, const char *sentence)
{
	struct error err;

	(void)context;
	error_set(&err, ERROR_USAGE, "%s", sentence);
	(void)command_common_fail(&err);
}

struct archive *
command_common_open(const struct app *app, enum archive_mode mode, struct error *err)
{
	char *file = paths_join(app->data_dir, "archive.db");
	bool exists = access(file, F_OK) == 0;

	free(file);
	if (!exists) {
		error_set(err, ERROR_NOT_FOUND,
			  _("no archive yet in %s; 'shoroku import FILE' makes one"),
			  app->data_dir);
		return NULL;
	}
	if (archive_prepare(app->data_dir, err) &&
	    (mode != ARCHIVE_READ || err->kind != ERROR_DISK))
		return NULL;
	return archive_open(app->data_dir, mode, err);
}

enum command_format
command_common_format(const char *name)
{
	if (!name || !strcmp(name, "text"))
		return FORMAT_TEXT;
	if (!strcmp(name, "tsv"))
		return FORMAT_TSV;
	if (!strcmp(name, "json"))
		return FORMAT_JSON;
	if (!strcmp(name, "jsonl"))
		return FORMAT_JSONL;
	BUG("format '%s' passed the option table", name);
}

int
command_common_limit(const char *text, long most, size_t *limit, struct error *err)
{
	char *end;
	long number;

	if (!text)
		return 0;
	number = strtol(text, &end, 10);
	if (end == text || *end || number < 1 || number > most)
		return error_set(err, ERROR_USAGE, _("--limit takes a number from 1 to %ld"), most);
	*limit = (size_t)number;
	return 0;
}
