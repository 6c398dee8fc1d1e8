// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/entry-fields.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "feed/authors.h"
#include "feed/identifiers.h"
#include "feed/page-date.h"
#include "feed/title.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/text/clean.h"
#include "shoroku/text/utf8.h"

#define MOST_CATEGORIES 64
#define LONGEST_CATEGORY 128
#define LANGUAGE_BYTES 400 // of a section, looked at

bool
entry_fields_is_category(const char *text)
{
	size_t archive = strspn(text, "abcdefghijklmnopqrstuvwxyz-");
	const char *rest = text + archive;

	if (archive < 2 || archive > 10)
		return false;
	if (!*rest)
		return strchr(text, '-') != NULL;
	return *rest == '.' && strlen(rest) >= 3 && strlen(rest) <= 20 &&
	       !rest[1 + strspn(rest + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-")];
}

void
entry_fields_add_category(struct arena *arena, struct paper *paper, const char *text)
{
	char *cleaned = clean_string(text, strlen(text), CLEAN_LINE);
	size_t length = strlen(cleaned);
	const char **grown;
	bool known =
	    !length || length > LONGEST_CATEGORY || paper->category_count >= MOST_CATEGORIES;

	for (size_t i = 0; !known && i < paper->category_count; i++)
		known = !strcmp(paper->categories[i], cleaned);
	if (!known) {
		grown = arena_alloc(arena, (paper->category_count + 1) * sizeof(*grown));
		if (paper->category_count)
			memcpy(grown, paper->categories, paper->category_count * sizeof(*grown));
		grown[paper->category_count++] = arena_strdup(arena, cleaned);
		paper->categories = grown;
	}
	free(cleaned);
}

// Words that all are arXiv's categories need no commas between them.
static bool
are_categories(const char *text)
{
	char word[24];

	while (*(text += strspn(text, " "))) {
		size_t length = strcspn(text, " ");

		if (length >= sizeof(word))
			return false;
		memcpy(word, text, length);
		word[length] = '\0';
		if (!entry_fields_is_category(word))
			return false;
		text += length;
	}
	return true;
}

static void
take_tags(struct arena *arena, struct paper *paper, const char *text)
{
	const char *separators = are_categories(text) ? " \n" : ",;\n`#";

	while (*text) {
		size_t length = 0;

		while (text[length] && !strchr(separators, text[length]) &&
		       strncmp(text + length, "、", 3) != 0 && strncmp(text + length, "，", 3) != 0)
			length++;
		if (strspn(text, " []\"'`#") < length) {
			size_t start = strspn(text, " []\"'`#");
			size_t end = length;

			while (end > start && strchr(" []\"'`", text[end - 1]))
				end--;
			entry_fields_add_category(arena, paper,
						  arena_strndup(arena, text + start, end - start));
		}
		text += length;
		text += *text && !strchr(separators, *text) ? 3 : *text != '\0';
	}
}

static void
take_authors(struct arena *arena, struct paper *paper, const char *value)
{
	struct authors authors;

	if (paper->author_count)
		return;
	authors_split(arena, value, &authors);
	paper->authors = authors.names;
	paper->author_count = authors.count;
	paper->authors_truncated = authors.truncated;
}

static void
take_date(struct arena *arena, struct paper *paper, const char *value)
{
	date_day day = page_date_in(value);
	char text[DATE_TEXT_SIZE];

	if (day == DATE_NONE || paper->published)
		return;
	date_format(day, text);
	paper->published = arena_strdup(arena, text);
}

static void
take_title(struct arena *arena, struct paper *paper, const char *value)
{
	const char *title = title_clean(arena, value);

	if (paper->title_original || !*title || (paper->title && !strcmp(title, paper->title)))
		return;
	paper->title_original = title;
}

void
entry_fields_take(struct arena *arena, struct entry *entry, const struct label *label,
		  const char *value)
{
	switch (label->kind) {
	case LABEL_TITLE:
		take_title(arena, &entry->paper, value);
		break;
	case LABEL_AUTHORS:
		take_authors(arena, &entry->paper, value);
		break;
	case LABEL_PUBLISHED:
	case LABEL_DAY:
		take_date(arena, &entry->paper, value);
		break;
	case LABEL_TAGS:
		take_tags(arena, &entry->paper, value);
		break;
	case LABEL_LINKS:
		identifiers_take(arena, value, &entry->paper);
		break;
	case LABEL_SECTION:
	case LABEL_MATTER:
		break;
	}
}

// Enough of a text to tell its language: a cut character at the end does no harm.
static size_t
beginning(const char *text)
{
	return strnlen(text, LANGUAGE_BYTES);
}

static const char *
language_of(const struct entry *entry)
{
	struct utf8_scripts scripts = {0};

	for (size_t i = 0; i < entry->section_count; i++) {
		if (entry->sections[i].role != SECTION_ABSTRACT)
			utf8_count_scripts(&scripts, entry->sections[i].text,
					   beginning(entry->sections[i].text));
	}
	if (!scripts.latin && !scripts.han && !scripts.kana && !scripts.hangul)
		utf8_count_scripts(&scripts, entry->paper.title, strlen(entry->paper.title));
	// A Latin letter weighs less than one that is a word or a syllable.
	if (scripts.hangul * 4 > scripts.latin && scripts.hangul > scripts.kana)
		return "ko";
	if (scripts.kana * 8 > scripts.han && (scripts.kana + scripts.han) * 4 > scripts.latin)
		return "ja";
	return scripts.han * 4 > scripts.latin ? "zh" : "en";
}

void
entry_fields_finish(struct entry *entry)
{
	entry->lang = entry->paper.title ? language_of(entry) : NULL;
}
