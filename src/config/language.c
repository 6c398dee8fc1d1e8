// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/config/language.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "shoroku/base/file.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/words.h"

#define CONFIG_MAX_BYTES ((size_t)1 << 20)

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

int
language_run(const struct config_language *language, const char *line, size_t *column,
	     struct error *err)
{
	struct words words;
	int result = -1;
	size_t offset;

	words_init(&words);
	if (words_split(&words, line, err)) {
		*column = column_at(line, words.error_offset);
	} else if (!words.list.count) {
		result = 0;
	} else {
		result = run_words(language, &words, line, &offset, err);
		*column = column_at(line, offset);
	}
	words_release(&words);
	return result;
}

int
language_read(const struct config_language *language, const char *path, int must_exist,
	      void (*complain)(void *context, const char *sentence), void *complain_context,
	      size_t *mistakes, struct error *err)
{
	struct strbuf text;
	char *rest;
	char *line;

	*mistakes = 0;
	if (!must_exist && access(path, F_OK))
		return 0;
	strbuf_init(&text);
	if (file_read(path, CONFIG_MAX_BYTES, &text, err)) {
		strbuf_release(&text);
		return -1;
	}
	rest = text.data;
	for (size_t number = 1; (line = strsep(&rest, "\n")); number++) {
		struct error mistake = {0};
		struct strbuf sentence;
		size_t column = 1;

		if (!language_run(language, line, &column, &mistake))
			continue;
		++*mistakes;
		strbuf_init(&sentence);
		strbuf_addf(&sentence, "%s:%zu:%zu: %s", path, number, column, mistake.text);
		complain(complain_context, sentence.data);
		strbuf_release(&sentence);
	}
	strbuf_release(&text);
	return 0;
}
