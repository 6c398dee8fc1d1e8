// SPDX-License-Identifier: GPL-3.0-or-later
#include "work/source-address.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/paths.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/text/clean.h"
#include "work/source-template.h"

#define LONGEST_ADDRESS 2048 // bytes
#define LONGEST_CATEGORY 32

static int
fail_scheme(struct error *err)
{
	return error_set(err, ERROR_USAGE,
			 _("an address begins with https://, http://, arxiv:, file:, / or ~/"));
}

// Categories as arXiv writes them: cs.CL, astro-ph.GA, cond-mat.mes-hall, hep-th.
static bool
is_category(const char *text, size_t length)
{
	size_t stem = 0;

	while (stem < length && (islower((unsigned char)text[stem]) || text[stem] == '-'))
		stem++;
	if (!stem || length > LONGEST_CATEGORY)
		return false;
	if (stem == length)
		return true;
	if (text[stem] != '.' || stem + 1 == length)
		return false;
	for (size_t i = stem + 1; i < length; i++) {
		if (!isalpha((unsigned char)text[i]) && text[i] != '-')
			return false;
	}
	return true;
}

static int
read_categories(struct arena *arena, const char *typed, struct source *source, size_t *offset,
		struct error *err)
{
	const char *at = typed + strlen(SOURCE_TEMPLATE_ARXIV);

	for (;; at++) {
		size_t length = strcspn(at, "+");

		*offset = (size_t)(at - typed);
		if (!is_category(at, length))
			return error_set(err, ERROR_USAGE,
					 _("'%.*s' is no category of arXiv; they look like cs.CL, "
					   "several like cs.CL+astro-ph.GA"),
					 (int)length, at);
		at += length;
		if (!*at)
			break;
	}
	source->kind = SOURCE_ARXIV;
	source->url = arena_strdup(arena, typed);
	return 0;
}

// The path of a file: URL (RFC 8089): file:/…, file:///…, file://localhost/….
static int
read_file_url(struct arena *arena, const char *typed, struct source *source, size_t *offset,
	      struct error *err)
{
	const char *at = typed + strlen("file:");
	struct strbuf path;

	if (!strncmp(at, "//", 2)) {
		at += 2;
		if (!strncasecmp(at, "localhost/", 10))
			at += 9;
	}
	*offset = (size_t)(at - typed);
	if (*at != '/')
		return error_set(err, ERROR_USAGE, _("file: takes a path that begins with /"));
	strbuf_init(&path);
	for (; *at; at++) {
		char digits[3] = {0};

		if (*at != '%') {
			strbuf_add_byte(&path, *at);
			continue;
		}
		memcpy(digits, at + 1, strnlen(at + 1, 2));
		if (strspn(digits, "0123456789ABCDEFabcdef") != 2 || !strcmp(digits, "00")) {
			*offset = (size_t)(at - typed);
			strbuf_release(&path);
			return error_set(
			    err, ERROR_USAGE,
			    _("in file: a %% begins an escaped byte such as %%20; days "
			      "are found in what the files hold"));
		}
		strbuf_add_byte(&path, (char)strtoul(digits, NULL, 16));
		at += 2;
	}
	source->path = arena_strndup(arena, path.data, path.length);
	strbuf_release(&path);
	return 0;
}

static int
read_path(struct arena *arena, const char *typed, struct source *source, struct error *err)
{
	char *path = paths_expand_home(typed);

	if (!path)
		return error_set(err, ERROR_USAGE, _("no home directory is known for ~/"));
	source->path = arena_strdup(arena, path);
	free(path);
	return 0;
}

// "word:" at the beginning that is no host with its port.
static bool
has_scheme(const char *typed)
{
	size_t length = 0;

	while (isalnum((unsigned char)typed[length]) ||
	       (length && strchr("+-", typed[length]) && typed[length]))
		length++;
	return length && typed[length] == ':' && !isdigit((unsigned char)typed[length + 1]);
}

const char *
source_address_web(struct arena *arena, const char *typed, struct error *err)
{
	const char *scheme = "";
	const char *rest = typed;
	struct strbuf url;
	const char *result;
	size_t host;

	if (!strncasecmp(typed, "https://", 8))
		scheme = "https://", rest = typed + 8;
	else if (!strncasecmp(typed, "http://", 7))
		scheme = "http://", rest = typed + 7;
	else if (!has_scheme(typed))
		scheme = "https://";
	host = strcspn(rest, "/?#");
	// A word without a dot is more likely a name mistyped than a host.
	if (!*scheme || !host || *rest == '.' || *rest == '%' ||
	    (rest == typed && !memchr(typed, '.', host) && !memchr(typed, ':', host))) {
		(void)fail_scheme(err);
		return NULL;
	}
	strbuf_init(&url);
	strbuf_addf(&url, "%s%s", scheme, rest);
	result = arena_strndup(arena, url.data, url.length);
	strbuf_release(&url);
	return result;
}

static int
read_web(struct arena *arena, const char *typed, struct source *source, size_t *offset,
	 struct error *err)
{
	source->url = source_address_web(arena, typed, err);
	if (!source->url)
		return -1;
	source->kind = SOURCE_PAGE;
	if (!source_template_likes(typed))
		return 0;
	source->kind = SOURCE_TEMPLATE;
	return source_template_check(typed, offset, err);
}

int
source_address_read(struct arena *arena, const char *typed, struct source *source, size_t *offset,
		    struct error *err)
{
	size_t length = strlen(typed);
	bool is_path = *typed == '/' || !strncmp(typed, "~/", 2);

	*offset = 0;
	if (!length)
		return fail_scheme(err);
	if (length > LONGEST_ADDRESS || !clean_is_safe(typed, length) || strchr(typed, '\n'))
		return error_set(err, ERROR_USAGE,
				 _("an address is at most %d bytes without control characters"),
				 LONGEST_ADDRESS);
	if (!strncasecmp(typed, SOURCE_TEMPLATE_ARXIV, strlen(SOURCE_TEMPLATE_ARXIV)))
		return read_categories(arena, typed, source, offset, err);
	if (!is_path && strncasecmp(typed, "file:", 5) != 0) {
		*offset = strcspn(typed, " ");
		if (typed[*offset])
			return error_set(err, ERROR_USAGE, _("an address has no blanks"));
		*offset = 0;
		return read_web(arena, typed, source, offset, err);
	}
	source->kind = SOURCE_PATH;
	source->url = arena_strdup(arena, typed);
	return is_path ? read_path(arena, typed, source, err)
		       : read_file_url(arena, typed, source, offset, err);
}
