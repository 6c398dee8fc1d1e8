// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/query/field.h"

#include <string.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/i18n.h"

// The order of enum query_flag, and of enum query_sort.
static const char *const is_choices[] = {"read", "unread", "favourite", "noted", "new", NULL};
static const char *const has_choices[] = {"arxiv", "doi", "pdf", "note", "warning", NULL};
static const char *const sort_choices[] = {"date", "relevance", "title", "author", NULL};

// clang-format off
const struct query_field field_table[] = {
	{ "title", FIELD_TEXT, QUERY_TEXT, QUERY_TITLE, NULL, N_("Words of the title") },
	{ "author", FIELD_TEXT, QUERY_TEXT, QUERY_AUTHORS, NULL,
		N_("Words of an author's name; author:=NAME is the whole name") },
	{ "reason", FIELD_TEXT, QUERY_TEXT, QUERY_REASON, NULL, N_("Words of the reason it was chosen") },
	{ "short", FIELD_TEXT, QUERY_TEXT, QUERY_SHORT, NULL, N_("Words of the short summary") },
	{ "detail", FIELD_TEXT, QUERY_TEXT, QUERY_DETAIL, NULL, N_("Words of the detailed summary") },
	{ "abstract", FIELD_TEXT, QUERY_TEXT, QUERY_ABSTRACT, NULL, N_("Words of the abstract") },
	{ "note", FIELD_TEXT, QUERY_TEXT, QUERY_NOTES, NULL, N_("Words of your note") },
	{ "tag", FIELD_NAME, QUERY_TAG, 0, NULL, N_("Papers with the tag") },
	{ "source", FIELD_NAME, QUERY_SOURCE, 0, NULL, N_("Papers of the source") },
	{ "lang", FIELD_NAME, QUERY_LANG, 0, NULL, N_("Papers of digests in the language: ja, en") },
	{ "cat", FIELD_NAME, QUERY_CATEGORY, 0, NULL,
		N_("Papers of the category: cs.LG, or cs for all of it") },
	{ "id", FIELD_NAME, QUERY_ID, 0, NULL, N_("The paper with the arXiv id, DOI, key or number") },
	{ "date", FIELD_DATES, QUERY_DATES, 0, NULL,
		N_("Papers of the dates: 2025, 2025-09, 2025-09-01..2025-09-24, 7d, -3, today") },
	{ "is", FIELD_CHOICE, QUERY_FLAG, QUERY_READ, is_choices, N_("Papers so marked") },
	{ "has", FIELD_CHOICE, QUERY_FLAG, QUERY_HAS_ARXIV, has_choices, N_("Papers that have it") },
	{ "sort", FIELD_CHOICE, QUERY_AND, 0, sort_choices, N_("The order of the hits") },
	{ "limit", FIELD_NUMBER, QUERY_AND, 0, NULL, N_("At most so many hits") },
};
// clang-format on
const size_t field_table_size = ARRAY_LENGTH(field_table);

const struct query_field *
field_find(const char *name, size_t length)
{
	for (size_t i = 0; i < field_table_size; i++) {
		if (strlen(field_table[i].name) == length &&
		    !strncmp(field_table[i].name, name, length))
			return &field_table[i];
	}
	return NULL;
}
