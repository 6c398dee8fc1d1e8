// SPDX-License-Identifier: GPL-3.0-or-later
// What stands after a field's colon: dates, choices, numbers. Texts need not be terminated.
#ifndef QUERY_VALUES_H
#define QUERY_VALUES_H

#include "shoroku/query/field.h"

int values_dates(const char *text, size_t length, date_day today, struct date_range *range,
		 struct error *err) ERROR_CHECKED;
int values_choice(const struct query_field *field, const char *text, size_t length, size_t *index,
		  struct error *err) ERROR_CHECKED;
int values_limit(const char *text, size_t length, size_t *limit, struct error *err) ERROR_CHECKED;

#endif
