// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "feed/html-reader.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "feed/extract.h"
#include "feed/html-blocks.h"
#include "feed/guard.h"
#include "shoroku/base/i18n.h"

// Past blanks, comments and an XML declaration.
static size_t
skip_prologue(const char *text, size_t length)
{
	size_t at = 0;

	for (;;) {
		size_t start = at;

		while (at < length && isspace((unsigned char)text[at]))
			at++;
		if (length - at > 4 && !strncmp(text + at, "<!--", 4))
			at = guard_skip(text, length, at);
		else if (length - at > 5 && !strncmp(text + at, "<?xml", 5))
			while (at < length && text[at++] != '>')
				;
		if (at == start)
			return at;
	}
}

static bool
likes_html(const struct reader_input *input)
{
	static const char *const first[] = {"<!doctype html", "<html", "<head", "<body"};
	size_t at = skip_prologue(input->text, input->length);

	for (size_t i = 0; i < sizeof(first) / sizeof(*first); i++) {
		size_t length = strlen(first[i]);

		if (input->length - at > length && !strncasecmp(input->text + at, first[i], length))
			return true;
	}
	return false;
}

// A page of SummarXiv says so in its addresses; its days stand beside those from its text.
static void
name_source(const struct reader_input *input, struct reader_output *output)
{
	if (!memmem(input->text, input->length, "summarxiv.com", strlen("summarxiv.com")))
		return;
	for (size_t i = 0; i < output->digests.count; i++)
		output->digests.items[i].source = "summarxiv";
}

static int
read_html(const struct reader_input *input, struct reader_output *output, struct error *err)
{
	struct blocks blocks;
	struct block_builder builder;
	int failed;

	blocks_init(&blocks);
	builder_init(&builder, &blocks);
	builder.line = 1;
	failed = html_blocks_read(&builder, input->from->name, input->text, input->length, err);
	builder_release(&builder);
	if (!failed)
		failed = extract_digests(input->from, &blocks, output, err);
	if (!failed)
		name_source(input, output);
	blocks_release(&blocks);
	return failed;
}

const struct reader html_reader = {
    .name = "html",
    .description = N_("a page of HTML"),
    .source = "html",
    .version = 2, // 2: authors in catalogue order
    .likes = likes_html,
    .read = read_html,
};
