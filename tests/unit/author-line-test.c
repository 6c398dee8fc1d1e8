// SPDX-License-Identifier: GPL-3.0-or-later
// Author lists on one line: cut by whole names, and in a time that grows with their number alone.
#include "tap.h"
#include "tui/author-line.h"

// Where each name were tried again from the first one, a test of these would not end.
#define CROWD ((size_t)200000)

static void
check(const char **names, size_t count, int cells, const char *want, const char *name)
{
	struct paper paper = {.authors = names, .author_count = count};
	struct strbuf line;

	strbuf_init(&line);
	strbuf_add_string(&line, "by ");
	author_line_one(&line, &paper, cells, WIDTH_NARROW);
	tap_is_str(line.data, want, name);
	strbuf_release(&line);
}

static void
check_crowd(void)
{
	const char **names = malloc(CROWD * sizeof(*names));

	if (!names)
		abort();
	for (size_t i = 0; i < CROWD; i++)
		names[i] = "Al Bo";
	check(names, CROWD, 40, "by Al Bo, Al Bo, Al Bo … 200000 authors (a)", "a crowd is cut");
	free(names);
}

int
main(void)
{
	const char *few[] = {"Ann Author", "Bob Bell", "陳大文"};

	check(few, 3, 28, "by Ann Author, Bob Bell, 陳大文", "names that fit are all there");
	check(few, 3, 27, "by Ann Author … 3 authors (a)", "others are counted");
	check(few, 3, 36, "by Ann Author, Bob Bell, 陳大文", "room is room");
	check(few, 3, 5, "by Ann Author … 3 authors (a)", "one name is always there");
	check(few, 1, 5, "by Ann Author", "of one author nobody is left out");
	check(few, 0, 5, "by ", "no author, no name");
	check_crowd();
	return tap_done();
}
