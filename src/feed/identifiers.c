// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/identifiers.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "shoroku/base/compiler.h"

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

// The length of a version and whatever ends an address: "v2", "v2.pdf"; SIZE_MAX where more follows.
static size_t
version_length(const char *text)
{
	size_t length = text[0] == 'v' && digits(text + 1) ? 1 + digits(text + 1) : 0;

	if (!strncmp(text + length, ".pdf", 4))
		length += 4;
	return isalnum((unsigned char)text[length]) || text[length] == '-' ? SIZE_MAX : length;
}

bool
identifiers_is_arxiv(const char *word)
{
	size_t id = arxiv_length(word);
	size_t version = id ? version_length(word + id) : SIZE_MAX;

	return version != SIZE_MAX && !word[id + version];
}

// A page about the paper, called by its id: "papers/2602.22647", "../paper/2602.21193/index.html",
// "papers/2602.16136-name.md".
static size_t
named_page(const char *path, const char **id)
{
	for (const char *at = strchr(path, '/'); at; at = strchr(at + 1, '/')) {
		size_t length = strspn(at + 1, "0123456789") == 4 ? arxiv_length(at + 1) : 0;
		char after = length ? at[1 + length] : 'x';

		*id = at + 1;
		if (length &&
		    (!after || strchr("/-v#?", after) || !strncmp(at + 1 + length, ".md", 3) ||
		     !strncmp(at + 1 + length, ".html", 5)))
			return length;
	}
	return 0;
}

size_t
identifiers_arxiv(const char *word, const char **id)
{
	static const char *const before[] = {"arxiv.org/abs/", "arxiv.org/pdf/", "arxiv.org/html/",
					     "arxiv.org/a/", "huggingface.co/papers/"};
	const char *start = NULL;

	if (begins(word, "arxiv:"))
		start = word + 6 + strspn(word + 6, " ");
	for (size_t i = 0; !start && i < ARRAY_LENGTH(before); i++) {
		start = strstr(word, before[i]);
		start = start ? start + strlen(before[i]) : NULL;
	}
	if (!start && identifiers_is_arxiv(word))
		start = word;
	if (!start && !strstr(word, "://"))
		return named_page(word, id);
	if (!start || !arxiv_length(start) ||
	    version_length(start + arxiv_length(start)) == SIZE_MAX)
		return 0;
	*id = start;
	return arxiv_length(start);
}

static const char *
doi_start(const char *word)
{
	const char *path = strstr(word, "doi.org/");

	if (begins(word, "doi:"))
		return word + strlen("doi:") + strspn(word + 4, " ");
	return path ? path + strlen("doi.org/") : !strncmp(word, "10.", 3) ? word : NULL;
}

static bool
is_pdf(const char *word)
{
	size_t length = strlen(word);

	return strstr(word, "arxiv.org/pdf/") ||
	       (length > 4 && !strcasecmp(word + length - 4, ".pdf"));
}

void
identifiers_take_word(struct arena *arena, const char *word, struct paper *paper)
{
	const char *id;
	size_t length = identifiers_arxiv(word, &id);
	const char *doi = doi_start(word);
	bool address = begins(word, "http://") || begins(word, "https://");

	if (length && !paper->arxiv_id)
		paper->arxiv_id = arena_strndup(arena, id, length);
	else if (doi && !strncmp(doi, "10.", 3) && strchr(doi, '/') && !paper->doi)
		paper->doi = arena_strdup(arena, doi);
	if (address && is_pdf(word)) {
		if (!paper->pdf_url)
			paper->pdf_url = arena_strdup(arena, word);
	} else if (address && !paper->url) {
		paper->url = arena_strdup(arena, word);
	}
}

void
identifiers_take(struct arena *arena, const char *text, struct paper *paper)
{
	static const char around[] = " \n()[]<>`,|";

	while (*(text += strspn(text, around))) {
		size_t length = strcspn(text, around);

		// "arXiv: 2509.18058" is one word.
		if (begins(text, "arxiv:") && length == 6)
			length += strspn(text + 6, " ") +
				  strcspn(text + 6 + strspn(text + 6, " "), around);
		identifiers_take_word(arena, arena_strndup(arena, text, length), paper);
		text += length;
	}
}
