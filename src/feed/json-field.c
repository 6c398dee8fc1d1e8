// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/json-field.h"

#include <string.h>

#include "shoroku/base/compiler.h"

#define LONGEST_NAME 48

// clang-format off
static const struct json_field fields[] = {
	{ "title",                JSON_TITLE,        0 },
	{ "papertitle",           JSON_TITLE,        0 },
	{ "authors",              JSON_AUTHORS,      0 },
	{ "author",               JSON_AUTHORS,      0 },
	{ "authorlist",           JSON_AUTHORS,      0 },
	{ "creators",             JSON_AUTHORS,      0 },
	{ "authorstruncated",     JSON_TRUNCATED,    0 },
	{ "arxivid",              JSON_ARXIV,        0 },
	{ "arxiv",                JSON_ARXIV,        0 },
	{ "id",                   JSON_ARXIV,        0 },
	{ "paperid",              JSON_ARXIV,        0 },
	{ "entryid",              JSON_ARXIV,        0 },
	{ "doi",                  JSON_DOI,          0 },
	{ "url",                  JSON_URL,          0 },
	{ "link",                 JSON_URL,          0 },
	{ "abs",                  JSON_URL,          0 },
	{ "absurl",               JSON_URL,          0 },
	{ "arxivurl",             JSON_URL,          0 },
	{ "paperurl",             JSON_URL,          0 },
	{ "pdf",                  JSON_PDF,          0 },
	{ "pdfurl",               JSON_PDF,          0 },
	{ "pdflink",              JSON_PDF,          0 },
	{ "categories",           JSON_CATEGORIES,   0 },
	{ "category",             JSON_CATEGORIES,   0 },
	{ "primarycategory",      JSON_CATEGORIES,   0 },
	{ "keywords",             JSON_CATEGORIES,   0 },
	{ "tags",                 JSON_CATEGORIES,   0 },
	{ "subjects",             JSON_CATEGORIES,   0 },
	{ "published",            JSON_PUBLISHED,    0 },
	{ "publishedat",          JSON_PUBLISHED,    0 },
	{ "publisheddate",        JSON_PUBLISHED,    0 },
	{ "publicationdate",      JSON_PUBLISHED,    0 },
	{ "submitted",            JSON_PUBLISHED,    0 },
	{ "submitteddate",        JSON_PUBLISHED,    0 },
	{ "date",                 JSON_DATE,         0 },
	{ "reportdate",           JSON_DATE,         0 },
	{ "digestdate",           JSON_DATE,         0 },
	{ "announcementdate",     JSON_DATE,         0 },
	{ "announceddate",        JSON_DATE,         0 },
	{ "slug",                 JSON_SOURCE,       0 },
	{ "source",               JSON_SOURCE,       0 },
	{ "lang",                 JSON_LANG,         0 },
	{ "language",             JSON_LANG,         0 },
	{ "announcetype",         JSON_ANNOUNCEMENT, 0 },
	{ "announcement",         JSON_ANNOUNCEMENT, 0 },
	{ "submissiontype",       JSON_ANNOUNCEMENT, 0 },
	{ "titleoriginal",        JSON_ORIGINAL,     0 },
	{ "originaltitle",        JSON_ORIGINAL,     0 },
	{ "sections",             JSON_SECTIONS,     0 },
	{ "whyread",              JSON_SECTION,      SECTION_REASON },
	{ "whynotable",           JSON_SECTION,      SECTION_REASON },
	{ "whyitmatters",         JSON_SECTION,      SECTION_REASON },
	{ "whyimportant",         JSON_SECTION,      SECTION_REASON },
	{ "scorereasons",         JSON_SECTION,      SECTION_REASON },
	{ "motivation",           JSON_SECTION,      SECTION_REASON },
	{ "significance",         JSON_SECTION,      SECTION_REASON },
	{ "reason",               JSON_SECTION,      SECTION_REASON },
	{ "reasons",              JSON_SECTION,      SECTION_REASON },
	{ "llmreason",            JSON_SECTION,      SECTION_REASON },
	{ "selectionreason",      JSON_SECTION,      SECTION_REASON },
	{ "recommendationreason", JSON_SECTION,      SECTION_REASON },
	{ "relevancereason",      JSON_SECTION,      SECTION_REASON },
	{ "tldr",                 JSON_SECTION,      SECTION_SHORT },
	{ "abstractlines",        JSON_SECTION,      SECTION_SHORT },
	{ "headline",             JSON_SECTION,      SECTION_SHORT },
	{ "inbrief",              JSON_SECTION,      SECTION_SHORT },
	{ "brief",                JSON_SECTION,      SECTION_SHORT },
	{ "oneliner",             JSON_SECTION,      SECTION_SHORT },
	{ "onelinesummary",       JSON_SECTION,      SECTION_SHORT },
	{ "onesentencesummary",   JSON_SECTION,      SECTION_SHORT },
	{ "shortsummary",         JSON_SECTION,      SECTION_SHORT },
	{ "summaryshort",         JSON_SECTION,      SECTION_SHORT },
	{ "aisummary",            JSON_SECTION,      SECTION_SHORT },
	{ "keypoints",            JSON_SECTION,      SECTION_SHORT },
	{ "highlights",           JSON_SECTION,      SECTION_SHORT },
	{ "translatedsummary",    JSON_SECTION,      SECTION_DETAIL },
	{ "translatedabstract",   JSON_SECTION,      SECTION_DETAIL },
	{ "detailedsummary",      JSON_SECTION,      SECTION_DETAIL },
	{ "longsummary",          JSON_SECTION,      SECTION_DETAIL },
	{ "summarylong",          JSON_SECTION,      SECTION_DETAIL },
	{ "details",              JSON_SECTION,      SECTION_DETAIL },
	{ "detail",               JSON_SECTION,      SECTION_DETAIL },
	{ "overview",             JSON_SECTION,      SECTION_DETAIL },
	{ "background",           JSON_SECTION,      SECTION_DETAIL },
	{ "problem",              JSON_SECTION,      SECTION_DETAIL },
	{ "curiosity",            JSON_SECTION,      SECTION_DETAIL },
	{ "concept",              JSON_SECTION,      SECTION_DETAIL },
	{ "approach",             JSON_SECTION,      SECTION_DETAIL },
	{ "method",               JSON_SECTION,      SECTION_DETAIL },
	{ "methods",              JSON_SECTION,      SECTION_DETAIL },
	{ "methodology",          JSON_SECTION,      SECTION_DETAIL },
	{ "contribution",         JSON_SECTION,      SECTION_DETAIL },
	{ "contributions",        JSON_SECTION,      SECTION_DETAIL },
	{ "keycontributions",     JSON_SECTION,      SECTION_DETAIL },
	{ "experiments",          JSON_SECTION,      SECTION_DETAIL },
	{ "findings",             JSON_SECTION,      SECTION_DETAIL },
	{ "keyfindings",          JSON_SECTION,      SECTION_DETAIL },
	{ "result",               JSON_SECTION,      SECTION_DETAIL },
	{ "results",              JSON_SECTION,      SECTION_DETAIL },
	{ "conclusion",           JSON_SECTION,      SECTION_DETAIL },
	{ "conclusions",          JSON_SECTION,      SECTION_DETAIL },
	{ "limitations",          JSON_SECTION,      SECTION_DETAIL },
	{ "assessment",           JSON_SECTION,      SECTION_DETAIL },
	{ "abstract",             JSON_SECTION,      SECTION_ABSTRACT },
	{ "originalabstract",     JSON_SECTION,      SECTION_ABSTRACT },
	{ "originalsummary",      JSON_SECTION,      SECTION_ABSTRACT },
	{ "summary",              JSON_SUMMARY,      0 },
	{ "papers",               JSON_PAPERS,       0 },
	{ "articles",             JSON_PAPERS,       0 },
	{ "entries",              JSON_PAPERS,       0 },
	{ "items",                JSON_PAPERS,       0 },
	{ "picks",                JSON_PAPERS,       0 },
	{ "toppapers",            JSON_PAPERS,       0 },
	{ "selectedpapers",       JSON_PAPERS,       0 },
	{ "digest",               JSON_PAPERS,       0 },
	{ "digests",              JSON_PAPERS,       0 },
	{ "days",                 JSON_PAPERS,       0 },
	{ "data",                 JSON_PAPERS,       0 },
	{ "ai",                   JSON_PAPER,        0 },
	{ "llm",                  JSON_PAPER,        0 },
	{ "analysis",             JSON_PAPER,        0 },
	{ "evaluation",           JSON_PAPER,        0 },
	{ "paper",                JSON_PAPER,        0 },
	{ "metadata",             JSON_PAPER,        0 },
};

static const struct {
	const char *suffix;
	const char *lang;
} languages[] = {
	{ "zhcn", "zh" }, { "zhtw", "zh" }, { "ja", "ja" }, { "jp", "ja" }, { "zh", "zh" },
	{ "cn", "zh" },   { "ko", "ko" },   { "kr", "ko" }, { "en", "en" },
};
// clang-format on

static const struct json_field *
find_row(const char *name, size_t length)
{
	for (size_t i = 0; i < ARRAY_LENGTH(fields); i++) {
		if (strlen(fields[i].name) == length && !memcmp(fields[i].name, name, length))
			return &fields[i];
	}
	return NULL;
}

// Small letters and digits alone; false for what no row's name can be.
static bool
squeeze(const char *name, char squeezed[LONGEST_NAME + 1], size_t *length)
{
	*length = 0;
	for (; *name; name++) {
		char byte = *name >= 'A' && *name <= 'Z' ? (char)(*name | 0x20) : *name;

		if (byte == '_' || byte == '-' || byte == ' ')
			continue;
		if (*length == LONGEST_NAME)
			return false;
		squeezed[(*length)++] = byte;
	}
	return true;
}

const struct json_field *
json_field_find(const char *name, const char **lang)
{
	char squeezed[LONGEST_NAME + 1];
	size_t length;
	const struct json_field *row;

	*lang = NULL;
	if (!squeeze(name, squeezed, &length))
		return NULL;
	row = find_row(squeezed, length);
	for (size_t i = 0; !row && i < ARRAY_LENGTH(languages); i++) {
		size_t suffix = strlen(languages[i].suffix);

		if (length <= suffix ||
		    memcmp(squeezed + length - suffix, languages[i].suffix, suffix))
			continue;
		row = find_row(squeezed, length - suffix);
		*lang = row ? languages[i].lang : NULL;
	}
	return row;
}
