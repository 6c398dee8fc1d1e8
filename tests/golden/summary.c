// SPDX-License-Identifier: GPL-3.0-or-later
// What import makes of files, as the lines of a golden summary (golden.t says what they are).
// usage: summary [-t] ROOT <PATHS    the paths below ROOT, one a line; -t: skeletons, not hashes
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "hash.h"
#include "shoroku/base/file.h"
#include "shoroku/feed/parse.h"

static void
print_text(const char *skeleton, size_t length, bool plainly)
{
	char hash[HASH_SIZE];

	if (plainly) {
		printf("\t%s", length ? skeleton : "-");
	} else {
		hash_bytes(hash, skeleton, length);
		printf("\t%s", length ? hash : "-");
	}
}

static void
print_texts(const char *const *texts, size_t count, bool plainly)
{
	struct strbuf skeletons;

	strbuf_init(&skeletons);
	for (size_t i = 0; i < count; i++) {
		if (i)
			strbuf_add_byte(&skeletons, plainly ? ' ' : '\n');
		hash_skeleton(&skeletons, texts[i]);
	}
	strbuf_add_byte(&skeletons, '\0');
	print_text(skeletons.data, skeletons.length - 1, plainly);
	strbuf_release(&skeletons);
}

static void
print_entry(const char *path, int position, const struct entry *entry, bool plainly)
{
	const struct paper *paper = &entry->paper;

	printf("P\t%s\t%d", path, position);
	print_texts(&paper->title, 1, plainly);
	printf("\t%zu\t%d", paper->author_count, paper->authors_truncated);
	print_texts(paper->authors, paper->author_count, plainly);
	printf("\t%s\t%s", paper->arxiv_id ? paper->arxiv_id : "-",
	       entry->section_count ? "" : "-");
	for (size_t i = 0; i < entry->section_count; i++)
		printf("%s%s", i ? "," : "", paper_role_name(entry->sections[i].role));
	if (paper->title_original)
		print_texts(&paper->title_original, 1, plainly);
	putchar('\n');
}

static void
print_digest(const char *path, const struct parse_reader *reader, const struct digest *digest,
	     bool plainly)
{
	char origin[16] = "-";
	char date[DATE_TEXT_SIZE] = "-";

	if (digest->date_origin != DATE_FROM_USER) {
		date_format(digest->date, date);
		snprintf(origin, sizeof(origin), "%s", paper_date_origin_name(digest->date_origin));
	}
	printf("D\t%s\t%s\t%s\t%s\t%zu\n", path, reader->name, date, origin, digest->entry_count);
	for (size_t i = 0; i < digest->entry_count; i++)
		print_entry(path, (int)i + 1, &digest->entries[i], plainly);
}

static int
compare_dates(const void *a, const void *b)
{
	const struct digest *first = a;
	const struct digest *second = b;

	return (first->date > second->date) - (first->date < second->date);
}

// What says no date is read again as with --date.
static int
parse(struct arena *arena, struct parse_input *input, struct parse_result *result,
      struct error *err)
{
	struct error again;

	if (!parse_digests(arena, input, result, err))
		return 0;
	input->date = date_from_civil(2025, 1, 1);
	return parse_digests(arena, input, result, &again);
}

static void
summarise(const char *root, const char *path, bool plainly)
{
	struct parse_input input = {.name = path, .date = DATE_NONE};
	struct parse_result result = {0};
	struct strbuf bytes;
	struct strbuf whole;
	struct arena arena;
	struct error err;

	strbuf_init(&bytes);
	strbuf_init(&whole);
	arena_init(&arena);
	strbuf_addf(&whole, "%s/%s", root, path);
	if (file_read(whole.data, PARSE_MAX_BYTES, &bytes, &err)) {
		fprintf(stderr, "%s\n", err.text);
		exit(EXIT_FAILURE);
	}
	input.path = whole.data;
	input.bytes = bytes.data;
	input.length = bytes.length;
	if (parse(&arena, &input, &result, &err))
		printf("X\t%s\t%s\n", path, err.text);
	else
		qsort(result.digests, result.digest_count, sizeof(*result.digests), compare_dates);
	for (size_t i = 0; i < result.digest_count; i++)
		print_digest(path, &result.reader, &result.digests[i], plainly);
	arena_release(&arena);
	strbuf_release(&whole);
	strbuf_release(&bytes);
}

int
main(int argc, char **argv)
{
	bool plainly = argc == 3 && !strcmp(argv[1], "-t");
	char *line = NULL;
	size_t size = 0;
	ssize_t length;

	if (argc != 2 + plainly) {
		fputs("usage: summary [-t] ROOT <PATHS\n", stderr);
		return EXIT_FAILURE;
	}
	while ((length = getline(&line, &size, stdin)) > 0) {
		line[length - (line[length - 1] == '\n')] = '\0';
		summarise(argv[argc - 1], line, plainly);
	}
	free(line);
	return EXIT_SUCCESS;
}
