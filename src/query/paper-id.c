// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/paper-id.h"

#include <string.h>
#include <strings.h>

#include "shoroku/base/compiler.h"

#define DIGITS "0123456789"

// The rest behind a beginning, in whatever case; NULL where it does not begin so.
static const char *
after(const char *text, const char *beginning)
{
	size_t length = strlen(beginning);

	return strncasecmp(text, beginning, length) ? NULL : text + length;
}

static const char *
after_any(const char *text, const char *const *beginnings, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *rest = after(text, beginnings[i]);

		if (rest)
			return rest;
	}
	return NULL;
}

// The length of an arXiv id of today's form, which nothing but a version may follow, and that of a
// file; 0 for other texts. https://info.arxiv.org/help/arxiv_identifier.html
static size_t
arxiv_length(const char *text)
{
	size_t month = strspn(text, DIGITS);
	size_t number = text[month] == '.' ? strspn(text + month + 1, DIGITS) : 0;
	const char *rest;

	if (month != 4 || number < 4 || number > 5)
		return 0;
	rest = text + month + 1 + number;
	if (*rest == 'v' && strspn(rest + 1, DIGITS))
		rest += 1 + strspn(rest + 1, DIGITS);
	return *rest && strcasecmp(rest, ".pdf") != 0 ? 0 : month + 1 + number;
}

static bool
is_doi(const char *text)
{
	const char *rest = after(text, "10.");
	size_t digits = rest ? strspn(rest, DIGITS) : 0;

	return digits >= 4 && rest[digits] == '/' && rest[digits + 1];
}

const char *
paper_id_find(struct arena *arena, const char *word, size_t length, bool *alone)
{
	static const char *const schemes[] = {"https://", "http://"};
	static const char *const arxiv[] = {"arxiv:", "arxiv.org/abs/", "arxiv.org/pdf/",
					    "www.arxiv.org/abs/", "www.arxiv.org/pdf/"};
	static const char *const doi[] = {"doi:", "doi.org/", "dx.doi.org/"};
	const char *text = arena_strndup(arena, word, length);
	const char *rest = after_any(text, schemes, ARRAY_LENGTH(schemes));
	const char *address = rest ? rest : text;

	*alone = false;
	rest = after_any(address, arxiv, ARRAY_LENGTH(arxiv));
	if (rest)
		return arxiv_length(rest) ? arena_strndup(arena, rest, arxiv_length(rest)) : NULL;
	rest = after_any(address, doi, ARRAY_LENGTH(doi));
	if (rest)
		return is_doi(rest) ? rest : NULL;
	*alone = true;
	if (arxiv_length(text))
		return arena_strndup(arena, text, arxiv_length(text));
	return is_doi(text) ? text : NULL;
}

bool
paper_id_is(const char *word)
{
	struct arena arena;
	bool alone;
	bool is;

	arena_init(&arena);
	is = paper_id_find(&arena, word, strlen(word), &alone) != NULL;
	arena_release(&arena);
	return is;
}
