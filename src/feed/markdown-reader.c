// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "feed/markdown-reader.h"

#include <string.h>

#include "feed/extract.h"
#include "feed/front-matter.h"
#include "feed/markdown-blocks.h"
#include "shoroku/base/i18n.h"

#define LOOKED_AT ((size_t)64 << 10) // bytes that tell the form

// Whether a line can only be Markdown's: a heading, a table's line, an item with something bold, a link.
static bool
is_marked(const char *line, size_t length)
{
	size_t hashes = length < 6 ? length : 6;

	hashes = strspn(line, "#") < hashes ? strspn(line, "#") : hashes;
	if (hashes && hashes < length && line[hashes] == ' ')
		return true;
	if (length > 4 &&
	    (!strncmp(line, "**", 2) || !strncmp(line, "- **", 4) || !strncmp(line, "```", 3) ||
	     !strncmp(line, "|--", 3) || !strncmp(line, "| --", 4)))
		return true;
	return memmem(line, length, "](http", 6) || memmem(line, length, "](/", 3) ||
	       memmem(line, length, "](.", 3) || memmem(line, length, "](#", 3);
}

static bool
ends_so(const char *path, const char *ending)
{
	size_t length = path ? strlen(path) : 0;
	size_t size = strlen(ending);

	return length > size && !strcmp(path + length - size, ending);
}

static bool
likes_markdown(const struct reader_input *input)
{
	size_t length = input->length < LOOKED_AT ? input->length : LOOKED_AT;

	if (ends_so(input->from->path, ".md") || ends_so(input->from->path, ".markdown") ||
	    ends_so(input->from->path, ".md.gz"))
		return true;
	for (size_t at = 0; at < length;) {
		const char *feed = memchr(input->text + at, '\n', length - at);
		size_t line = feed ? (size_t)(feed - input->text) - at : length - at;

		if (is_marked(input->text + at, line))
			return true;
		at += line + 1;
	}
	return false;
}

static int
read_markdown(const struct reader_input *input, struct reader_output *output, struct error *err)
{
	struct blocks blocks;
	struct block_builder builder;
	size_t front;
	int failed;

	blocks_init(&blocks);
	front = front_matter_read(&blocks, input->text, input->length);
	builder_init(&builder, &blocks);
	builder.line = 1;
	for (size_t i = 0; i < front; i++)
		builder.line += input->text[i] == '\n';
	failed = markdown_blocks_read(&builder, input->from->name, input->text + front,
				      input->length - front, err);
	builder_release(&builder);
	if (!failed)
		failed = extract_digests(input->from, &blocks, output, err);
	blocks_release(&blocks);
	return failed;
}

const struct reader markdown_reader = {
    .name = "markdown",
    .description = N_("Markdown, a day or a paper a file"),
    .source = "markdown",
    .version = 2, // 2: authors in catalogue order
    .likes = likes_markdown,
    .read = read_markdown,
};
