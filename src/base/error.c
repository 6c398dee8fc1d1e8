// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"

// Set once by whoever owns the terminal; the process is about to end when it is read.
static void (*restore_at_death)(void);

// Takes the beginning of a character away that a text cut at the buffer's end ends with.
static void
drop_broken_end(char *text, size_t size)
{
	size_t length = strlen(text);
	size_t lead = length;
	size_t wanted;

	if (length + 1 < size)
		return;
	while (lead && length - lead < 4 && ((unsigned char)text[lead - 1] & 0xC0) == 0x80)
		lead--;
	if (!lead || (unsigned char)text[lead - 1] < 0xC0)
		return;
	lead--;
	wanted = (unsigned char)text[lead] >= 0xF0 ? 4 : (unsigned char)text[lead] >= 0xE0 ? 3 : 2;
	if (length - lead < wanted)
		text[lead] = '\0';
}

int
error_set(struct error *err, enum error_kind kind, const char *format, ...)
{
	va_list ap;

	err->kind = kind;
	va_start(ap, format);
	vsnprintf(err->text, sizeof(err->text), format, ap);
	va_end(ap);
	drop_broken_end(err->text, sizeof(err->text));
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
	drop_broken_end(err->text, sizeof(err->text));
	used = strlen(err->text);
	snprintf(err->text + used, sizeof(err->text) - used, ": %s", strerror(saved_errno));
	drop_broken_end(err->text, sizeof(err->text));
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
