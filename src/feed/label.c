// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/feed/label.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/memory.h"
#include "shoroku/text/fold.h"

// No label is longer, so that long paragraphs need not be folded to see that they are none.
#define LONGEST_LABEL 96

// clang-format off
const struct label label_table[] = {
	{ "ja", "選定理由",       SECTION_REASON },
	{ "ja", "注目理由",       SECTION_REASON },
	{ "ja", "かんたん要約",   SECTION_SHORT },
	{ "ja", "一言まとめ",     SECTION_SHORT },
	{ "ja", "一言サマリー",   SECTION_SHORT },
	{ "ja", "詳細要約",       SECTION_DETAIL },
	{ "ja", "論文概要",       SECTION_DETAIL },
	{ "ja", "要約",           SECTION_DETAIL },
	{ "ja", "概要",           SECTION_DETAIL },
	{ "en", "Why notable",    SECTION_REASON },
	{ "en", "Why it matters", SECTION_REASON },
	{ "en", "In brief",       SECTION_SHORT },
	{ "en", "TL;DR",          SECTION_SHORT },
	{ "en", "Summary",        SECTION_DETAIL },
	{ "en", "Abstract",       SECTION_ABSTRACT },
};
// clang-format on
const size_t label_table_size = ARRAY_LENGTH(label_table);

// Cuts a gloss in parentheses off the end: "かんたん要約 (SNS向け)". Works on folded text, where
// full-width brackets and colons have become ASCII.
static void
drop_gloss(char *folded)
{
	char *open = strchr(folded, '(');
	size_t length = strlen(folded);

	while (length && strchr(": *", folded[length - 1]))
		folded[--length] = '\0';
	if (open && open > folded && length && folded[length - 1] == ')')
		*open = '\0';
}

static char *
skeleton(const char *text)
{
	char *folded = fold_string(text);
	char *result;
	char *start = folded;

	drop_gloss(folded);
	// Numbering: "1. ", "(2) ".
	start += strspn(start, "0123456789.() ");
	result = fold_skeleton(start, strlen(start));
	free(folded);
	return result;
}

const struct label *
label_find(const char *text, size_t length)
{
	const struct label *found = NULL;
	char *copy;
	char *wanted;

	if (length == 0 || length > LONGEST_LABEL)
		return NULL;
	copy = memory_strndup(text, length);
	wanted = skeleton(copy);
	for (size_t i = 0; !found && *wanted && i < label_table_size; i++) {
		char *row = fold_skeleton(label_table[i].text, strlen(label_table[i].text));

		if (!strcmp(row, wanted))
			found = &label_table[i];
		free(row);
	}
	free(wanted);
	free(copy);
	return found;
}
