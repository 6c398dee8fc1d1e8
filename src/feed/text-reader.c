// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/text-reader.h"

#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/text/clean.h"

static size_t
line_end(const char *text, size_t start, size_t length)
{
	const char *feed = memchr(text + start, '\n', length - start);

	return feed ? (size_t)(feed - text) : length;
}

static void
split_paragraphs(struct blocks *blocks, const char *text, size_t length)
{
	size_t line = 1;
	size_t at = 0;

	while (at < length) {
		size_t start = at;
		size_t first_line = line;
		size_t end = at;

		// A line of nothing ends a paragraph; the cleaning took blanks at line ends away.
		while (at < length && text[at] != '\n') {
			end = line_end(text, at, length);
			at = end + 1;
			line++;
		}
		if (end > start)
			blocks_add(blocks, BLOCK_PARAGRAPH, 0, text + start, end - start,
				   first_line);
		at++;
		line++;
	}
}

int
text_reader_read(struct blocks *blocks, const char *name, const char *bytes, size_t length,
		 struct error *err)
{
	size_t valid = clean_valid_prefix(bytes, length);
	struct strbuf text;

	if (valid != length)
		return error_set(err, ERROR_DATA,
				 _("%s is not UTF-8 text: byte %zu does not belong there"), name,
				 valid + 1);
	strbuf_init(&text);
	clean_append(&text, bytes, length, CLEAN_TEXT);
	split_paragraphs(blocks, text.data, text.length);
	strbuf_release(&text);
	return 0;
}
