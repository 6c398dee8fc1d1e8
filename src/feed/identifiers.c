// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/identifiers.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static bool
begins(const char *text, const char *prefix)
{
	return !strncasecmp(text, prefix, strlen(prefix));
}

static bool
is_identifier(const char *word)
{
	return begins(word, "arxiv:") || begins(word, "doi:") || begins(word, "http://") ||
	       begins(word, "https://");
}

bool
identifiers_are_all(const char *text)
{
	bool any = false;

	while (*(text += strspn(text, " \n"))) {
		if (!is_identifier(text))
			return false;
		any = true;
		text += strcspn(text, " \n");
	}
	return any;
}

static size_t
digits(const char *text)
{
	return strspn(text, "0123456789");
}

// The length of an arXiv id without its version: 2509.18058, astro-ph/0601001; 0 where there is none.
static size_t
arxiv_length(const char *text)
{
	size_t archive = strspn(text, "abcdefghijklmnopqrstuvwxyz-");

	if (digits(text) == 4 && text[4] == '.' && digits(text + 5) >= 4 && digits(text + 5) <= 5)
		return 5 + digits(text + 5);
	if (archive > 1 && text[archive] == '/' && digits(text + archive + 1) == 7)
		return archive + 8;
	return 0;
}

// Past the prefix of whatever form the id is written in.
static const char *
arxiv_start(const char *word)
{
	const char *path;

	if (begins(word, "arxiv:"))
		return word + strlen("arxiv:");
	path = strstr(word, "arxiv.org/abs/");
	if (path)
		return path + strlen("arxiv.org/abs/");
	path = strstr(word, "arxiv.org/pdf/");
	return path ? path + strlen("arxiv.org/pdf/") : NULL;
}

static const char *
doi_start(const char *word)
{
	const char *path = strstr(word, "doi.org/");

	if (begins(word, "doi:"))
		return word + strlen("doi:");
	return path ? path + strlen("doi.org/") : NULL;
}

static void
take_word(struct arena *arena, const char *word, struct paper *paper)
{
	const char *arxiv = arxiv_start(word);
	const char *doi = doi_start(word);

	if (arxiv && arxiv_length(arxiv) && !paper->arxiv_id)
		paper->arxiv_id = arena_strndup(arena, arxiv, arxiv_length(arxiv));
	else if (doi && !strncmp(doi, "10.", 3) && strchr(doi, '/') && !paper->doi)
		paper->doi = arena_strdup(arena, doi);
	if ((begins(word, "http://") || begins(word, "https://")) && !paper->url)
		paper->url = arena_strdup(arena, word);
}

void
identifiers_take(struct arena *arena, const char *text, struct paper *paper)
{
	while (*(text += strspn(text, " \n"))) {
		size_t length = strcspn(text, " \n");
		const char *word = arena_strndup(arena, text, length);

		take_word(arena, word, paper);
		text += length;
	}
}
