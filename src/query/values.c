// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/values.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"

#define MOST_DAYS 1000000
#define GREATEST_LIMIT 1000000

// "7d": the last seven days, today included.
static bool
last_days(const char *text, date_day today, struct date_range *range)
{
	char *end;
	long days = strtol(text, &end, 10);

	if (end == text || strcmp(end, "d") != 0 || days < 1 || days > MOST_DAYS)
		return false;
	*range = (struct date_range){today - (date_day)days + 1, today};
	return true;
}

static int
one_date(const char *text, date_day today, struct date_range *range, struct error *err)
{
	return last_days(text, today, range) ? 0 : date_parse(text, today, range, err);
}

// "FIRST..LAST", either of which may be left out.
static int
split_range(char *text, char *dots, date_day today, struct date_range *range, struct error *err)
{
	struct date_range first = {DATE_MIN, DATE_MIN};
	struct date_range last = {DATE_MAX, DATE_MAX};

	*dots = '\0';
	if ((*text && one_date(text, today, &first, err)) ||
	    (dots[2] && one_date(dots + 2, today, &last, err)))
		return -1;
	if (first.first > last.last)
		return error_set(err, ERROR_USAGE, _("%s is after %s"), text, dots + 2);
	*range = (struct date_range){first.first, last.last};
	return 0;
}

int
values_dates(const char *text, size_t length, date_day today, struct date_range *range,
	     struct error *err)
{
	char *copy = memory_strndup(text, length);
	char *dots = strstr(copy, "..");
	int result =
	    dots ? split_range(copy, dots, today, range, err) : one_date(copy, today, range, err);

	free(copy);
	return result;
}

int
values_choice(const struct query_field *field, const char *text, size_t length, size_t *index,
	      struct error *err)
{
	struct strbuf all;

	for (*index = 0; field->choices[*index]; ++*index) {
		if (strlen(field->choices[*index]) == length &&
		    !strncmp(field->choices[*index], text, length))
			return 0;
	}
	strbuf_init(&all);
	for (size_t i = 0; field->choices[i]; i++)
		strbuf_addf(&all, "%s%s", i ? ", " : "", field->choices[i]);
	error_set(err, ERROR_USAGE, _("%s: takes one of %s"), field->name, all.data);
	strbuf_release(&all);
	return -1;
}

int
values_limit(const char *text, size_t length, size_t *limit, struct error *err)
{
	char *copy = memory_strndup(text, length);
	char *end;
	long number = strtol(copy, &end, 10);
	bool good = end > copy && !*end && number >= 1 && number <= GREATEST_LIMIT;

	free(copy);
	if (!good)
		return error_set(err, ERROR_USAGE, _("limit: takes a number from 1 to %d"),
				 GREATEST_LIMIT);
	*limit = (size_t)number;
	return 0;
}
