// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/trust/recorded.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/model/match.h"
#include "shoroku/model/name.h"
#include "shoroku/text/fold.h"
#include "shoroku/text/utf8.h"

// Without what stands in brackets at the end: "(ICLR 2026)".
static size_t
bare_length(const char *title)
{
	size_t length = strlen(title);
	const char *open;

	while (length && title[length - 1] == ' ')
		length--;
	if (length && title[length - 1] == ')' && (open = strrchr(title, '(')) && open > title)
		length = (size_t)(open - title);
	return length;
}

bool
recorded_title_differs(const char *printed, const char *recorded)
{
	char *a;
	char *b;
	bool differs;

	if (!printed || !recorded ||
	    utf8_has_east(printed, strlen(printed)) != utf8_has_east(recorded, strlen(recorded)))
		return false;
	a = fold_skeleton(printed, bare_length(printed));
	b = fold_skeleton(recorded, bare_length(recorded));
	// A printed title may be cut short.
	differs = *a && *b && strncmp(a, b, strlen(a)) != 0 && strncmp(a, b, strlen(b)) != 0;
	free(a);
	free(b);
	return differs && match_titles(printed, recorded) < MATCH_THRESHOLD;
}

// Whether some word of the name is the family name of the other.
static bool
same_name(const char *a, const char *b)
{
	size_t length;
	const char *family = name_family(b, &length);
	char *wanted = fold_skeleton(family, length);
	char *name = fold_skeleton(a, strlen(a));
	bool same = *wanted && strstr(name, wanted);

	free(name);
	free(wanted);
	return same;
}

bool
recorded_authors_differ(const struct paper *printed, const struct paper *recorded)
{
	size_t shorter = printed->author_count < recorded->author_count ? printed->author_count
									: recorded->author_count;

	if (!printed->author_count || !recorded->author_count)
		return false;
	if (printed->author_count > recorded->author_count && !recorded->authors_truncated)
		return true;
	for (size_t i = 0; i < shorter; i++) {
		if (!same_name(printed->authors[i], recorded->authors[i]) &&
		    !same_name(recorded->authors[i], printed->authors[i]))
			return true;
	}
	return false;
}
