// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "shoroku/work/source-answer.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "shoroku/base/i18n.h"

const char *
source_answer_charset(struct arena *arena, const char *content_type)
{
	const char *at = content_type ? strcasestr(content_type, "charset=") : NULL;
	size_t length;

	if (!at)
		return NULL;
	at += strlen("charset=");
	at += *at == '"';
	length = strcspn(at, "\"; \t,");
	return length && length < 64 ? arena_strndup(arena, at, length) : NULL;
}

static void
own(const struct source *source, struct parse_result *result)
{
	for (size_t i = 0; i < result->digest_count; i++) {
		struct digest *digest = &result->digests[i];

		digest->source = source->name;
		digest->lang = source->lang ? source->lang : digest->lang;
		for (size_t j = 0; j < digest->entry_count; j++) {
			digest->entries[j].source = source->name;
			if (source->lang)
				digest->entries[j].lang = source->lang;
		}
	}
}

// Whether the page itself says that it is of another day.
static bool
is_of_another_day(const struct parse_result *result, date_day asked)
{
	const struct digest *digest = result->digests;

	if (result->digest_count != 1)
		return false;
	switch (digest->date_origin) {
	case DATE_FROM_HEADING:
	case DATE_FROM_FRONT_MATTER:
		return digest->date != asked;
	case DATE_FROM_METADATA:
		return abs(digest->date - asked) > 1;
	case DATE_FROM_USER:
	case DATE_FROM_FILE_NAME:
	case DATE_FROM_DIRECTORY:
	case DATE_FROM_PAPERS:
		break;
	}
	return false;
}

static int
fail_other_day(const struct source_answer *answer, date_day found, struct error *err)
{
	char other[DATE_TEXT_SIZE];
	char asked[DATE_TEXT_SIZE];

	date_format(found, other);
	date_format(answer->asked, asked);
	return error_set(err, ERROR_DATA, _("%s says that it is of %s, not of %s"), answer->url,
			 other, asked);
}

int
source_answer_read(struct arena *arena, const struct source *source,
		   const struct source_answer *answer, const struct labels *labels,
		   struct parse_result *result, struct error *err)
{
	struct parse_input input = {
	    .name = answer->url,
	    .bytes = answer->bytes,
	    .length = answer->length,
	    .format = source->format,
	    .encoding = source_answer_charset(arena, answer->content_type),
	    .date = DATE_NONE,
	    .labels = labels,
	};

	// The page's own date is looked for first; where it has none that is no failure.
	if (answer->asked != DATE_NONE && !parse_digests(arena, &input, result, err)) {
		const struct digest *first = result->digests;

		if (is_of_another_day(result, answer->asked))
			return fail_other_day(answer, first->date, err);
		if (result->digest_count == 1 && first->date == answer->asked &&
		    first->date_origin != DATE_FROM_PAPERS) {
			own(source, result);
			return 0;
		}
	}
	input.date = answer->asked;
	if (parse_digests(arena, &input, result, err))
		return -1;
	own(source, result);
	return 0;
}
