// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/reader-table.h"

#include <string.h>

#include "feed/html-reader.h"
#include "feed/markdown-reader.h"
#include "feed/text-reader.h"

// clang-format off
const struct reader *const reader_table[] = {
	&html_reader,
	&markdown_reader,
	&text_reader,
	NULL,
};
// clang-format on

const struct reader *
reader_table_find(const char *name)
{
	for (const struct reader *const *row = reader_table; *row; row++) {
		if (!strcmp((*row)->name, name))
			return *row;
	}
	return NULL;
}
