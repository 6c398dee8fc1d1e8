// SPDX-License-Identifier: GPL-3.0-or-later
#include "work/source-lines.h"

#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "shoroku/base/file.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/paths.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/words.h"

#define CONFIG_MAX_BYTES ((size_t)1 << 20)

// The file that is replaced is the one a link leads to: the caller frees the path.
static char *
real_file(const char *path)
{
	char *real = realpath(path, NULL);

	return real ? real : memory_strdup(path);
}

int
source_lines_read(const struct app *app, struct strbuf *text, struct error *err)
{
	if (!app->config_file)
		return error_set(err, ERROR_DISK,
				 _("there is no place for a configuration: HOME is not set"));
	if (access(app->config_file, F_OK))
		return 0;
	return file_read(app->config_file, CONFIG_MAX_BYTES, text, err);
}

int
source_lines_write(const struct app *app, const struct strbuf *text, struct error *err)
{
	char *file = real_file(app->config_file);
	char *copy = memory_strdup(file);
	const char *directory = dirname(copy);
	int result = 0;

	if (access(directory, F_OK))
		result = paths_make_private_dir(directory, err);
	if (!result)
		result = file_replace(file, text->data, text->length, err);
	free(copy);
	free(file);
	return result;
}

// Whether a line, without its end, is a row of that source.
static bool
is_row_of(const char *line, size_t length, const char *name)
{
	char *copy = memory_alloc(length + 1);
	struct words words;
	struct error err;
	bool found;

	memcpy(copy, line, length);
	words_init(&words);
	found = !words_split(&words, copy, &err) && words.list.count >= 2 &&
		!strcmp(words.list.items[0].text, "source") &&
		!strcmp(words.list.items[1].text, name);
	words_release(&words);
	free(copy);
	return found;
}

size_t
source_lines_find(const struct strbuf *text, const char *name, struct strbuf *others)
{
	size_t found = 0;
	size_t number = 0;

	for (size_t at = 0; at < text->length;) {
		size_t length = strcspn(text->data + at, "\n");
		size_t end = at + length + (at + length < text->length);

		number++;
		if (is_row_of(text->data + at, length, name))
			found = found ? found : number;
		else if (others)
			strbuf_add(others, text->data + at, end - at);
		at = end;
	}
	return found;
}
