// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/outline-tables.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/compiler.h"
#include "shoroku/text/fold.h"

size_t
outline_tables_row_end(const struct blocks *blocks, size_t first)
{
	size_t i = first + 1;

	while (i < blocks->list.count && blocks->list.items[i].kind == BLOCK_CELL &&
	       blocks->list.items[i].level > 0)
		i++;
	return i;
}

size_t
outline_tables_end(const struct blocks *blocks, size_t first)
{
	size_t i = outline_tables_row_end(blocks, first);

	while (i < blocks->list.count && blocks->list.items[i].kind == BLOCK_CELL &&
	       !blocks->list.items[i].head)
		i = outline_tables_row_end(blocks, i);
	return i;
}

// Whether the folded text of a column's head calls its cells titles.
static bool
names_titles(char *folded)
{
	static const char *const names[] = {
	    "論文", "论文", "題目", "题目",  "論文タイトル", "タイトル", "标题",
	    "標題", "논문", "제목", "title", "papertitle",   "paper"};
	char *gloss = strchr(folded, '(');
	char *skeleton;
	bool found = false;

	if (gloss && gloss > folded)
		*gloss = '\0';
	skeleton = fold_skeleton(folded, strlen(folded));
	for (size_t i = 0; i < ARRAY_LENGTH(names); i++)
		found = found || !strcmp(skeleton, names[i]);
	free(skeleton);
	return found;
}

int
outline_tables_title_column(const struct blocks *blocks, size_t head, size_t end)
{
	for (size_t i = head; end - head >= 2 && i < end; i++) {
		char *folded = fold_string(blocks->list.items[i].text);
		bool found = names_titles(folded);

		free(folded);
		if (found)
			return (int)(i - head);
	}
	return -1;
}
