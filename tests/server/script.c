// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/script.h"

#include <err.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"
#include "shoroku/base/words.h"

struct line {
	char *path;
	VEC(struct script_answer) answers;
	size_t next;
};

static struct {
	VEC(struct line) lines;
	char *directory;
	pthread_mutex_t lock; // guards the `next` of all lines
} script = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void
read_body(struct script_answer *answer, const char *name)
{
	struct strbuf path;
	FILE *file;

	strbuf_init(&path);
	strbuf_addf(&path, *name == '/' ? "%s%s" : "%s/%s", *name == '/' ? "" : script.directory,
		    name);
	file = fopen(path.data, "r");
	if (!file)
		err(EXIT_FAILURE, "%s", path.data);
	answer->body = NULL;
	answer->length = 0;
	for (size_t got = 1; got;) {
		answer->body = realloc(answer->body, answer->length + 65536);
		got = fread(answer->body + answer->length, 1, 65536, file);
		answer->length += got;
	}
	fclose(file);
	strbuf_release(&path);
}

static void
pack_zeros(struct script_answer *answer, size_t mebibytes)
{
	static unsigned char zeros[1 << 20];
	z_stream stream = {0};
	size_t room = mebibytes * 2048 + 65536;

	if (deflateInit2(&stream, 9, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY) != Z_OK)
		errx(EXIT_FAILURE, "zlib");
	answer->body = memory_alloc(room);
	stream.next_out = (unsigned char *)answer->body;
	stream.avail_out = (unsigned)room;
	for (size_t i = 0; i <= mebibytes; i++) {
		stream.next_in = zeros;
		stream.avail_in = i < mebibytes ? sizeof(zeros) : 0;
		deflate(&stream, i < mebibytes ? Z_NO_FLUSH : Z_FINISH);
	}
	answer->length = room - stream.avail_out;
	deflateEnd(&stream);
}

static void
add_header(struct script_answer *answer, const char *line)
{
	struct strbuf longer;

	strbuf_init(&longer);
	strbuf_addf(&longer, "%s%s\r\n", answer->headers ? answer->headers : "", line);
	answer->headers = memory_strdup(longer.data);
	strbuf_release(&longer);
}

static void
add_junk(struct script_answer *answer, int count)
{
	struct strbuf longer;

	strbuf_init(&longer);
	strbuf_add_string(&longer, answer->headers ? answer->headers : "");
	for (int i = 0; i < count; i++)
		strbuf_addf(&longer, "X-Junk-%06d: %086d\r\n", i, i);
	answer->headers = memory_strdup(longer.data);
	strbuf_release(&longer);
}

static void
redirect(struct script_answer *answer, const char *url)
{
	struct strbuf line;

	strbuf_init(&line);
	strbuf_addf(&line, "Location: %s", url);
	add_header(answer, line.data);
	strbuf_release(&line);
	answer->status = 302;
}

static enum script_hang
parse_hang(const char *where)
{
	return !strcmp(where, "start")	? HANG_START
	       : !strcmp(where, "head") ? HANG_HEAD
					: HANG_BODY;
}

// Words with no argument; false where it is none of them.
static bool
apply_switch(struct script_answer *answer, const char *word)
{
	bool *const switches[] = {&answer->endless, &answer->chunks, &answer->bad_chunk,
				  &answer->reset};
	static const char *const names[] = {"endless", "chunks", "bad-chunk", "reset"};

	for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
		if (!strcmp(word, names[i])) {
			*switches[i] = true;
			return true;
		}
	}
	return false;
}

static void
repeat(struct script_answer *answer, size_t length)
{
	answer->body = memory_alloc(length + 1);
	answer->length = length;
	memset(answer->body, 'x', length);
}

static void
apply(struct script_answer *answer, const char *word, const char *value)
{
	if (!strcmp(word, "status"))
		answer->status = atoi(value);
	else if (!strcmp(word, "file"))
		read_body(answer, value);
	else if (!strcmp(word, "bytes"))
		repeat(answer, strtoul(value, NULL, 10));
	else if (!strcmp(word, "zeros"))
		pack_zeros(answer, strtoul(value, NULL, 10)),
		    add_header(answer, "Content-Encoding: gzip");
	else if (!strcmp(word, "header"))
		add_header(answer, value);
	else if (!strcmp(word, "headers"))
		add_junk(answer, atoi(value));
	else if (!strcmp(word, "redirect"))
		redirect(answer, value);
	else if (!strcmp(word, "etag"))
		answer->etag = memory_strdup(value);
	else if (!strcmp(word, "modified"))
		answer->modified = memory_strdup(value);
	else if (!strcmp(word, "slow"))
		answer->slow_ms = atoi(value);
	else if (!strcmp(word, "drip"))
		answer->drip_ms = atoi(value);
	else if (!strcmp(word, "cut"))
		answer->cut = atol(value);
	else if (!strcmp(word, "length"))
		answer->claimed = atol(value);
	else if (!strcmp(word, "hang"))
		answer->hang = parse_hang(value);
	else
		errx(EXIT_FAILURE, "the script has “%s”", word);
}

static void
add_line(const struct words *words)
{
	struct line *line = vec_push(&script.lines);
	struct script_answer *answer = NULL;

	line->path = memory_strdup(words->list.items[0].text);
	for (size_t i = 1; i < words->list.count; i++) {
		const char *word = words->list.items[i].text;

		if (!answer) {
			answer = vec_push(&line->answers);
			*answer = (struct script_answer){.status = 200, .cut = -1, .claimed = -1};
		}
		if (!strcmp(word, ";")) {
			answer = NULL;
		} else if (!apply_switch(answer, word)) {
			if (++i == words->list.count)
				errx(EXIT_FAILURE, "the script's “%s” lacks something", word);
			if (!strcmp(word, "text")) {
				answer->body = memory_strdup(words->list.items[i].text);
				answer->length = strlen(answer->body);
			} else {
				apply(answer, word, words->list.items[i].text);
			}
		}
	}
}

void
script_read(const char *path)
{
	FILE *file = fopen(path, "r");
	char *slash;
	char *text = NULL;
	size_t room = 0;

	if (!file)
		err(EXIT_FAILURE, "%s", path);
	script.directory = memory_strdup(path);
	slash = strrchr(script.directory, '/');
	if (slash)
		*slash = '\0';
	else
		strcpy(script.directory, ".");
	while (getline(&text, &room, file) > 0) {
		struct words words;
		struct error error;

		text[strcspn(text, "\n")] = '\0';
		words_init(&words);
		if (words_split(&words, text, &error))
			errx(EXIT_FAILURE, "%s: %s", path, error.text);
		if (words.list.count > 1)
			add_line(&words);
		words_release(&words);
	}
	free(text);
	fclose(file);
}

static bool
fits(const char *pattern, const char *path)
{
	size_t length = strlen(pattern);

	if (length && pattern[length - 1] == '*')
		return !strncmp(pattern, path, length - 1);
	return !strcmp(pattern, path);
}

const struct script_answer *
script_next(const char *path)
{
	const struct script_answer *answer = NULL;

	pthread_mutex_lock(&script.lock);
	for (size_t i = 0; !answer && i < script.lines.count; i++) {
		struct line *line = &script.lines.items[i];

		if (!fits(line->path, path))
			continue;
		answer = &line->answers.items[line->next];
		line->next += line->next + 1 < line->answers.count;
	}
	pthread_mutex_unlock(&script.lock);
	return answer;
}
