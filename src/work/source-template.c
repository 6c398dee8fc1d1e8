// SPDX-License-Identifier: GPL-3.0-or-later
#include "work/source-template.h"

#include <ctype.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/strbuf.h"

#define LETTERS "%Y %y %m %d %-m %-d %j %b %B %F %%"

enum part { PART_YEAR = 1, PART_MONTH = 2, PART_DAY = 4 };

// Which parts of a date a letter gives; -1: it gives none and is unknown. `bare`: behind a '-'.
static int
parts_of(char letter, bool bare)
{
	if (bare)
		return letter == 'm' ? PART_MONTH : letter == 'd' ? PART_DAY : -1;
	switch (letter) {
	case '%':
		return 0;
	case 'Y':
	case 'y':
		return PART_YEAR;
	case 'm':
	case 'b':
	case 'B':
		return PART_MONTH;
	case 'd':
		return PART_DAY;
	case 'j':
		return PART_MONTH | PART_DAY;
	case 'F':
		return PART_YEAR | PART_MONTH | PART_DAY;
	}
	return -1;
}

static bool
is_escaped_byte(const char *at)
{
	return isxdigit((unsigned char)at[1]) && isxdigit((unsigned char)at[2]);
}

bool
source_template_likes(const char *url)
{
	for (const char *at = url; (at = strchr(at, '%')); at++) {
		if (!is_escaped_byte(at))
			return true;
	}
	return false;
}

int
source_template_check(const char *url, size_t *offset, struct error *err)
{
	int found = 0;

	for (const char *at = url; (at = strchr(at, '%')); at++) {
		bool bare = at[1] == '-';
		int parts;

		*offset = (size_t)(at - url);
		parts = at[1] ? parts_of(at[1 + bare], bare) : -1;
		if (parts < 0)
			return error_set(err, ERROR_USAGE,
					 _("no date's letter follows this %%; there are %s"),
					 LETTERS);
		if (is_escaped_byte(at))
			return error_set(err, ERROR_USAGE,
					 _("%.3s may be a date's letter or an escaped byte; write "
					   "%%%.3s for the byte"),
					 at, at);
		found |= parts;
		at += 1 + bare;
	}
	*offset = 0;
	if (found != (PART_YEAR | PART_MONTH | PART_DAY))
		return error_set(err, ERROR_USAGE,
				 _("an address of a day needs its year, month and day, such as "
				   "%%Y-%%m-%%d"));
	return 0;
}

// English as in the C locale, whatever the user's is.
static void
add_month(struct strbuf *out, int month, bool whole)
{
	static const char *const names[] = {"January",	 "February", "March",	 "April",
					    "May",	 "June",     "July",	 "August",
					    "September", "October",  "November", "December"};
	const char *name = names[month - 1];

	strbuf_add(out, name, whole ? strlen(name) : 3);
}

static void
add_letter(struct strbuf *out, char letter, bool bare, date_day date)
{
	struct date_civil day = date_to_civil(date);
	int width = bare ? 1 : 2;

	switch (letter) {
	case '%':
		strbuf_add_byte(out, '%');
		break;
	case 'Y':
		strbuf_addf(out, "%04d", day.year);
		break;
	case 'y':
		strbuf_addf(out, "%02d", day.year % 100);
		break;
	case 'm':
		strbuf_addf(out, "%0*d", width, day.month);
		break;
	case 'd':
		strbuf_addf(out, "%0*d", width, day.day);
		break;
	case 'j':
		strbuf_addf(out, "%03d", (int)(date - date_from_civil(day.year, 1, 1)) + 1);
		break;
	case 'b':
	case 'B':
		add_month(out, day.month, letter == 'B');
		break;
	case 'F':
		strbuf_addf(out, "%04d-%02d-%02d", day.year, day.month, day.day);
		break;
	}
}

const char *
source_template_expand(struct arena *arena, const char *url, date_day date)
{
	struct strbuf out;
	const char *result;

	strbuf_init(&out);
	for (const char *at = url; *at; at++) {
		if (*at == '%' && at[1]) {
			bool bare = at[1] == '-';

			add_letter(&out, at[1 + bare], bare, date);
			at += 1 + bare;
		} else {
			strbuf_add_byte(&out, *at);
		}
	}
	result = arena_strndup(arena, out.data, out.length);
	strbuf_release(&out);
	return result;
}
