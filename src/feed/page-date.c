// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/page-date.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/memory.h"
#include "shoroku/text/fold.h"

#define LONGEST 512 // bytes of a text that may be a heading

// The text with its digits and hyphens as ASCII has them; NULL where it is too long. The caller frees it.
static char *
plain_form(const char *text)
{
	char *folded;
	char *write;

	if (strlen(text) > LONGEST)
		return NULL;
	folded = fold_string(text);
	write = folded;
	// The hyphens U+2010 to U+2012 become ASCII's.
	for (const char *read = folded; *read;) {
		bool hyphen =
		    !strncmp(read, "\xE2\x80", 2) && read[2] >= '\x90' && read[2] <= '\x92';

		*write++ = hyphen ? '-' : *read;
		read += hyphen ? 3 : 1;
	}
	*write = '\0';
	return folded;
}

date_day
page_date_in(const char *text)
{
	char *plain = plain_form(text);
	date_day day = plain ? date_find(plain) : DATE_NONE;

	free(plain);
	return day;
}

bool
page_date_only(const char *text, date_day *day)
{
	char *plain = plain_form(text);
	const char *at = plain;
	bool same = true;
	date_day found;

	while (plain && same && (found = date_find_next(plain, &at)) != DATE_NONE) {
		same = *day == DATE_NONE || *day == found;
		*day = found;
	}
	free(plain);
	return same;
}

static date_day
of_meta(const struct blocks *blocks, const struct labels *labels, bool front_matter)
{
	static const char *const names[] = {"date",
					    "dc.date",
					    "dcterms.date",
					    "article:published_time",
					    "og:published_time",
					    "citation_publication_date",
					    "citation_online_date"};

	for (size_t i = 0; i < blocks->list.count; i++) {
		const struct block *block = &blocks->list.items[i];
		const struct label *label;
		bool named = false;

		// What stands on a line is front matter; the metadata of a page has no line.
		if (block->kind != BLOCK_META || (block->line > 0) != front_matter)
			continue;
		label = labels_find(labels, block->name, strlen(block->name));
		for (size_t j = 0; !front_matter && j < ARRAY_LENGTH(names); j++)
			named = named || !strcasecmp(block->name, names[j]);
		if (((label && label->kind == LABEL_DAY) || named) &&
		    page_date_in(block->text) != DATE_NONE)
			return page_date_in(block->text);
	}
	return DATE_NONE;
}

static date_day
of_title(const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->list.count; i++) {
		const struct block *block = &blocks->list.items[i];

		if (block->kind == BLOCK_META && !block->line && !strcmp(block->name, "title"))
			return page_date_in(block->text);
	}
	return DATE_NONE;
}

date_day
page_date_of_path(const char *path, enum date_origin *origin)
{
	char *copy;
	date_day day = DATE_NONE;

	if (!path)
		return DATE_NONE;
	copy = memory_strdup(path);
	*origin = DATE_FROM_FILE_NAME;
	while (day == DATE_NONE) {
		char *slash = strrchr(copy, '/');
		const char *name = slash ? slash + 1 : copy;

		day = page_date_in(name);
		if (day == DATE_NONE && *origin == DATE_FROM_FILE_NAME)
			day = date_find_short(name);
		if (!slash || day != DATE_NONE)
			break;
		*slash = '\0';
		*origin = DATE_FROM_DIRECTORY;
	}
	free(copy);
	return day;
}

date_day
page_date_beside(const struct blocks *blocks, const struct labels *labels, enum date_origin *origin)
{
	date_day day = of_meta(blocks, labels, true);

	*origin = DATE_FROM_FRONT_MATTER;
	if (day != DATE_NONE)
		return day;
	*origin = DATE_FROM_METADATA;
	day = of_meta(blocks, labels, false);
	if (day == DATE_NONE)
		day = of_title(blocks);
	return day;
}
