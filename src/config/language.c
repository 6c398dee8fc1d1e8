// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/config/language.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "shoroku/base/file.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/paths.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/words.h"

#define CONFIG_MAX_BYTES ((size_t)1 << 20)
#define INCLUDE_WORD "include"

// A file that is being read, and the one whose line includes it.
struct reading {
	const struct config_language *language;
	const char *path;
	const struct reading *from; // NULL: the outermost
	void (*complain)(void *context, const char *sentence);
	void *context;
	size_t *mistakes;
};

static const struct config_command *
find_command(const struct config_language *language, const char *name)
{
	for (size_t i = 0; i < language->count; i++) {
		if (!strcmp(language->commands[i].name, name))
			return &language->commands[i];
	}
	return NULL;
}

// Code points before `offset`, plus one: continuation bytes are the ones that begin with 10.
static size_t
column_at(const char *line, size_t offset)
{
	size_t column = 1;

	for (size_t i = 0; i < offset; i++)
		column += ((unsigned char)line[i] & 0xC0) != 0x80;
	return column;
}

// Where in the line the mistake is that a command told of. Quotes and backslashes within a word are
// not looked through: the place is then short of the mistake by as many.
static size_t
offset_of(const struct words *words, const char *line, size_t bad)
{
	size_t argument = bad & (((size_t)1 << CONFIG_ARGUMENT_BITS) - 1);
	size_t within = bad >> CONFIG_ARGUMENT_BITS;
	const struct word *word = &words->list.items[0];

	if (argument + 1 < words->list.count)
		word = &words->list.items[argument + 1];
	else
		within = 0;
	if (within && word->quoted && strchr("\"'", line[word->offset]))
		within++;
	return word->offset + strnlen(line + word->offset, within);
}

// The path as the line of `reading` means it: the caller frees it.
static char *
included_path(const struct reading *reading, const char *name)
{
	const char *slash = strrchr(reading->path, '/');
	char *directory;
	char *path;

	if (name[0] == '~')
		return paths_expand_home(name);
	if (name[0] == '/' || !slash)
		return memory_strdup(name);
	directory = memory_strndup(reading->path, (size_t)(slash - reading->path));
	path = paths_join(directory, name);
	free(directory);
	return path;
}

// By device and inode, so that links to it are the file.
static bool
is_being_read(const struct reading *reading, const char *path)
{
	struct stat file;
	struct stat other;

	if (stat(path, &file))
		return false;
	for (; reading; reading = reading->from) {
		if (!stat(reading->path, &other) && other.st_dev == file.st_dev &&
		    other.st_ino == file.st_ino)
			return true;
	}
	return false;
}

static int read_lines(const struct reading *reading, struct error *err) ERROR_CHECKED;

// What is wrong in the file is told for itself; an error here is that it cannot be read.
static int
include(const struct reading *reading, const char *name, struct error *err)
{
	char *path = included_path(reading, name);
	struct reading included = *reading;
	int result;

	if (!path)
		return error_set(err, ERROR_USAGE, _("there is no home directory for “%s”"), name);
	included.path = path;
	included.from = reading;
	result = is_being_read(reading, path)
		     ? error_set(err, ERROR_USAGE, _("%s includes itself"), path)
		     : read_lines(&included, err);
	free(path);
	return result;
}

// In a file, `include FILE` is no command of the table. Returns whether it is that.
static bool
is_include(const struct reading *reading, const struct words *words)
{
	return reading && words->list.count == 2 &&
	       !strcmp(words->list.items[0].text, INCLUDE_WORD);
}

// Runs the words of a line; *offset becomes that of the mistake.
static int
run_words(const struct config_language *language, const struct words *words, const char *line,
	  size_t *offset, struct error *err)
{
	const struct word *list = words->list.items;
	size_t count = words->list.count - 1;
	const struct config_command *command = find_command(language, list[0].text);
	char **arguments;
	size_t bad_argument = 0;
	int result;

	*offset = list[0].offset;
	if (!command)
		return error_set(err, ERROR_USAGE, _("there is no command “%s”"), list[0].text);
	if (count < command->least || count > command->most)
		return error_set(err, ERROR_USAGE, _("usage: %s %s"), command->name,
				 command->usage);
	arguments = memory_alloc((count + 1) * sizeof(*arguments));
	for (size_t i = 0; i < count; i++)
		arguments[i] = list[i + 1].text;
	result = command->run(language->context, arguments, count, &bad_argument, err);
	*offset = offset_of(words, line, bad_argument);
	free(arguments);
	return result;
}

// `reading`: the file the line is of, NULL: none.
static int
run_line(const struct config_language *language, const struct reading *reading, const char *line,
	 size_t *column, struct error *err)
{
	struct words words;
	int result = -1;
	size_t offset;

	words_init(&words);
	if (words_split(&words, line, err)) {
		*column = column_at(line, words.error_offset);
	} else if (!words.list.count) {
		result = 0;
	} else if (is_include(reading, &words)) {
		result = include(reading, words.list.items[1].text, err);
		*column = column_at(line, words.list.items[1].offset);
	} else {
		result = run_words(language, &words, line, &offset, err);
		*column = column_at(line, offset);
	}
	words_release(&words);
	return result;
}

int
language_run(const struct config_language *language, const char *line, size_t *column,
	     struct error *err)
{
	return run_line(language, NULL, line, column, err);
}

static void
complain(const struct reading *reading, size_t line, size_t column, const struct error *mistake)
{
	struct strbuf sentence;

	++*reading->mistakes;
	strbuf_init(&sentence);
	strbuf_addf(&sentence, "%s:%zu:%zu: %s", reading->path, line, column, mistake->text);
	reading->complain(reading->context, sentence.data);
	strbuf_release(&sentence);
}

static int
read_lines(const struct reading *reading, struct error *err)
{
	struct strbuf text;
	char *rest;
	char *line;

	strbuf_init(&text);
	if (file_read(reading->path, CONFIG_MAX_BYTES, &text, err)) {
		strbuf_release(&text);
		return -1;
	}
	rest = text.data;
	for (size_t number = 1; (line = strsep(&rest, "\n")); number++) {
		struct error mistake = {0};
		size_t column = 1;

		if (run_line(reading->language, reading, line, &column, &mistake))
			complain(reading, number, column, &mistake);
	}
	strbuf_release(&text);
	return 0;
}

int
language_include(const struct config_language *language, const char *from, const char *name,
		 void (*tell)(void *context, const char *sentence), void *complain_context,
		 size_t *mistakes, struct error *err)
{
	struct reading reading = {
	    .language = language,
	    .path = from,
	    .complain = tell,
	    .context = complain_context,
	    .mistakes = mistakes,
	};

	*mistakes = 0;
	return include(&reading, name, err);
}

int
language_read(const struct config_language *language, const char *path, int must_exist,
	      void (*tell)(void *context, const char *sentence), void *complain_context,
	      size_t *mistakes, struct error *err)
{
	struct reading reading = {
	    .language = language,
	    .path = path,
	    .complain = tell,
	    .context = complain_context,
	    .mistakes = mistakes,
	};

	*mistakes = 0;
	if (!must_exist && access(path, F_OK))
		return 0;
	return read_lines(&reading, err);
}
