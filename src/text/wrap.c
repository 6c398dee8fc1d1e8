// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/text/wrap.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/text/utf8.h"

struct wrap {
	char *locale;
	UBreakIterator *breaks; // opened on first use
	UText *text;
};

struct wrap *
wrap_new(const char *locale)
{
	struct wrap *wrap = memory_alloc(sizeof(*wrap));

	wrap->locale = memory_strdup(locale ? locale : "ja@lb=strict");
	return wrap;
}

void
wrap_free(struct wrap *wrap)
{
	if (!wrap)
		return;
	if (wrap->breaks)
		ubrk_close(wrap->breaks);
	if (wrap->text)
		utext_close(wrap->text);
	free(wrap->locale);
	free(wrap);
}

void
wrap_lines_release(struct wrap_lines *lines)
{
	vec_release(&lines->list);
}

static int
start_breaks(struct wrap *wrap, const char *text, size_t length, struct error *err)
{
	UErrorCode status = U_ZERO_ERROR;

	if (!wrap->breaks)
		wrap->breaks = ubrk_open(UBRK_LINE, wrap->locale, NULL, 0, &status);
	wrap->text = utext_openUTF8(wrap->text, text, (int64_t)length, &status);
	if (U_SUCCESS(status))
		ubrk_setUText(wrap->breaks, wrap->text, &status);
	if (U_FAILURE(status))
		return error_set(err, ERROR_DATA, _("text cannot be broken into lines: %s"),
				 u_errorName(status));
	return 0;
}

// What wrap_text() knows while it walks from one break opportunity to the next.
struct walk {
	const char *text;
	size_t columns;
	enum width_ambiguous ambiguous;
	struct wrap_lines *lines;
	size_t start; // of the line being filled
	size_t end;   // what stands on it so far
	size_t cells; // of [start, end)
};

static void
end_line(struct walk *walk, size_t next, bool ends_paragraph)
{
	size_t end = walk->end;
	struct wrap_line *line;

	while (end > walk->start && (walk->text[end - 1] == ' ' || walk->text[end - 1] == '\n'))
		end--;
	line = vec_push(&walk->lines->list);
	*line = (struct wrap_line){
	    .start = walk->start,
	    .end = end,
	    .cells = width_text(walk->text + walk->start, end - walk->start, walk->ambiguous),
	    .ends_paragraph = ends_paragraph,
	};
	walk->start = next;
	walk->end = next;
	walk->cells = 0;
}

// Puts a piece that is longer than any line on as many lines as it takes, cut between clusters.
static void
cut_piece(struct walk *walk, size_t end)
{
	while (walk->end < end) {
		int width;
		size_t bytes =
		    width_cluster(walk->text + walk->end, end - walk->end, walk->ambiguous, &width);
		size_t cells = width > 0 ? (size_t)width : 0;

		if (walk->cells + cells > walk->columns && walk->end > walk->start)
			end_line(walk, walk->end, false);
		walk->end += bytes;
		walk->cells += cells;
	}
}

static size_t
visible_end(const struct walk *walk, size_t start, size_t end)
{
	while (end > start && (walk->text[end - 1] == ' ' || walk->text[end - 1] == '\n'))
		end--;
	return end;
}

static void
add_piece(struct walk *walk, size_t end)
{
	size_t visible = visible_end(walk, walk->end, end);
	size_t cells = width_text(walk->text + walk->end, visible - walk->end, walk->ambiguous);

	if (walk->cells + cells > walk->columns && walk->end > walk->start)
		end_line(walk, walk->end, false);
	if (cells > walk->columns) {
		cut_piece(walk, visible);
		walk->cells += end - visible;
	} else {
		walk->cells += cells + (end - visible);
	}
	walk->end = end;
}

static bool
starts_url(const char *text, size_t offset, size_t length)
{
	size_t left = length - offset;

	return (left > 8 && !memcmp(text + offset, "https://", 8)) ||
	       (left > 7 && !memcmp(text + offset, "http://", 7));
}

// The end of the URL that begins at `offset`: a blank, anything outside ASCII, or a quote or
// bracket no URL ends in (RFC 3986 has none of them unescaped at its end in running text).
static size_t
url_end(const char *text, size_t offset, size_t length)
{
	while (offset < length && text[offset] > ' ' && text[offset] < 127 &&
	       !strchr("<>\"", text[offset]))
		offset++;
	while (strchr(".,;:!?)]}'", text[offset - 1]))
		offset--;
	return offset;
}

// The URL that begins in [from, to), or `length`.
static size_t
find_url(const char *text, size_t from, size_t to, size_t length)
{
	for (size_t i = from; i < to; i++) {
		if (text[i] == 'h' && starts_url(text, i, length))
			return i;
	}
	return length;
}

// Whether hyphens that begin a word end at `at`, as in "--again": no break there. UAX #14 says so of
// one hyphen since its revision 51 (LB20a).
static bool
begins_option(const char *text, size_t from, size_t at, size_t end)
{
	size_t dash = at;

	while (dash > from && text[dash - 1] == '-')
		dash--;
	return dash < at && (dash == from || text[dash - 1] == ' ') && at < end &&
	       isalnum((unsigned char)text[at]);
}

// Where a word in [from, next) begins with a point, as in "in .txt": UAX #14 has no break before
// points (LB13), which makes one word of a list of such. `next` where there is none.
static size_t
find_pointed(const char *text, size_t from, size_t next)
{
	for (size_t i = from + 1; i + 1 < next; i++) {
		if (text[i] == '.' && isalpha((unsigned char)text[i + 1]) &&
		    (text[i - 1] == ' ' || (i >= from + 3 && !memcmp(text + i - 3, "、", 3))))
			return i;
	}
	return next;
}

static size_t
find_break(const struct wrap *wrap, const char *text, size_t from, size_t end)
{
	size_t next = from;

	do {
		int32_t found = ubrk_following(wrap->breaks, (int32_t)next);

		next = found == UBRK_DONE || (size_t)found > end ? end : (size_t)found;
	} while (begins_option(text, from, next, end));
	return find_pointed(text, from, next);
}

// Breaks one paragraph, which holds no line feed but perhaps its last byte.
static void
walk_paragraph(struct walk *walk, struct wrap *wrap, size_t end, size_t length)
{
	while (walk->end < end) {
		size_t from = walk->end;
		size_t next = find_break(wrap, walk->text, from, end);
		size_t url = find_url(walk->text, from, next, length);

		// A URL is one piece, whatever breaks there are in it.
		if (url == from)
			next = url_end(walk->text, url, end);
		else if (url < next)
			next = url;
		add_piece(walk, next);
	}
}

int
wrap_text(struct wrap *wrap, const char *text, size_t length, size_t columns,
	  enum width_ambiguous ambiguous, struct wrap_lines *lines, struct error *err)
{
	struct walk walk = {text, columns, ambiguous, lines, 0, 0, 0};

	vec_clear(&lines->list);
	if (!length)
		return 0;
	if (start_breaks(wrap, text, length, err))
		return -1;
	while (walk.start < length) {
		const char *feed = memchr(text + walk.start, '\n', length - walk.start);
		size_t end = feed ? (size_t)(feed - text) : length;

		walk_paragraph(&walk, wrap, end, length);
		end_line(&walk, end + 1, true);
		if (!feed)
			break;
	}
	return 0;
}
