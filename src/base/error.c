// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"

// Set once by whoever owns the terminal; the process is about to end when it is read.
static void (*restore_at_death)(void);

int
error_set(struct error *err, enum error_kind kind, const char *format, ...)
{
	va_list ap;

	err->kind = kind;
	va_start(ap, format);
	vsnprintf(err->text, sizeof(err->text), format, ap);
	va_end(ap);
	return -1;
}

int
error_set_errno(struct error *err, int saved_errno, const char *format, ...)
{
	va_list ap;
	size_t used;

	err->kind = ERROR_DISK;
	va_start(ap, format);
	vsnprintf(err->text, sizeof(err->text), format, ap);
	va_end(ap);
	used = strlen(err->text);
	snprintf(err->text + used, sizeof(err->text) - used, ": %s", strerror(saved_errno));
	return -1;
}

int
error_exit_code(enum error_kind kind)
{
	switch (kind) {
	case ERROR_NONE:
		return 0;
	case ERROR_NOT_FOUND:
		return 1;
	case ERROR_USAGE:
		return 2;
	case ERROR_DATA:
	case ERROR_DISK:
		return 3;
	case ERROR_NETWORK:
		return 4;
	case ERROR_LOCKED:
		return 5;
	}
	BUG("error kind %d", (int)kind);
}

void
error_at_death(void (*restore)(void))
{
	restore_at_death = restore;
}

static void
before_death(void)
{
	void (*restore)(void) = restore_at_death;

	restore_at_death = NULL;
	if (restore)
		restore();
}

void
error_bug(const char *file, int line, const char *format, ...)
{
	va_list ap;

	before_death();
	fprintf(stderr, "shoroku: bug at %s:%d: ", file, line);
	va_start(ap, format);
	vfprintf(stderr, format, ap);
	va_end(ap);
	fputc('\n', stderr);
	abort();
}

void
error_out_of_memory(void)
{
	before_death();
	fputs(_("shoroku: out of memory"), stderr);
	fputc('\n', stderr);
	_Exit(error_exit_code(ERROR_DISK));
}
