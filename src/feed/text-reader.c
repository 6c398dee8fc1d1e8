// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/text-reader.h"

#include <string.h>

#include "feed/extract.h"
#include "shoroku/base/i18n.h"
#include "shoroku/feed/blocks.h"
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

	while (at < length && blocks->list.count <= BLOCKS_MOST) {
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

// Markup and JSON are no plain text, whatever they are.
static bool
likes_text(const struct reader_input *input)
{
	size_t at = 0;

	while (at < input->length && strchr(" \t\r\n", input->text[at]))
		at++;
	return at == input->length || !strchr("<{", input->text[at]);
}

static int
read_text(const struct reader_input *input, struct reader_output *output, struct error *err)
{
	struct blocks blocks;
	struct strbuf text;
	int failed;

	strbuf_init(&text);
	blocks_init(&blocks);
	clean_append(&text, input->text, input->length, CLEAN_TEXT);
	split_paragraphs(&blocks, text.data, text.length);
	if (blocks.list.count > BLOCKS_MOST)
		failed = error_set(err, ERROR_DATA, _("%s has more than %zu paragraphs"),
				   input->from->name, BLOCKS_MOST);
	else
		failed = extract_digests(input->from, &blocks, output, err);
	blocks_release(&blocks);
	strbuf_release(&text);
	return failed;
}

const struct reader text_reader = {
    .name = "summarxiv-text",
    .description = N_("the text of a SummarXiv day, and anything in its form"),
    .source = "summarxiv",
    .version = 3, // 2: TeX, more labels; 3: authors in catalogue order
    .likes = likes_text,
    .read = read_text,
};
