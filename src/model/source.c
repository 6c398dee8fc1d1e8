// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/model/source.h"

#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/text/clean.h"

#define LONGEST_NAME 64 // bytes

const char *
source_kind_name(enum source_kind kind)
{
	static const char *const names[] = {
	    [SOURCE_TEMPLATE] = "template", [SOURCE_PAGE] = "page", [SOURCE_INDEX] = "index",
	    [SOURCE_ARXIV] = "arxiv",	    [SOURCE_PATH] = "path",
	};

	return names[kind];
}

bool
source_name_is_valid(const char *name)
{
	size_t length = name ? strlen(name) : 0;

	return length && length <= LONGEST_NAME && clean_is_safe(name, length) &&
	       !strpbrk(name, " \n/#") && !strstr(name, "\xe3\x80\x80"); // U+3000 IDEOGRAPHIC SPACE
}

int
source_name_check(const char *name, struct error *err)
{
	if (source_name_is_valid(name))
		return 0;
	return error_set(err, ERROR_USAGE,
			 _("a source's name is 1 to 64 bytes without blanks, '/' and '#'"));
}
