// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/sources.h"

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
#include "work/source-options.h"

#define CONFIG_MAX_BYTES ((size_t)1 << 20)

// The file that is replaced is the one a link leads to: the caller frees the path.
static char *
real_file(const char *path)
{
	char *real = realpath(path, NULL);

	return real ? real : memory_strdup(path);
}

// A missing file is an empty one.
static int
read_config(const struct app *app, struct strbuf *text, struct error *err)
{
	if (!app->config_file)
		return error_set(err, ERROR_DISK,
				 _("there is no place for a configuration: HOME is not set"));
	if (access(app->config_file, F_OK))
		return 0;
	return file_read(app->config_file, CONFIG_MAX_BYTES, text, err);
}

static int
write_config(const struct app *app, const struct strbuf *text, struct error *err)
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

// The number of the first line that is a row of that source; 0: there is none. The other lines are
// appended to `others`, which may be NULL.
static size_t
find_rows(const struct strbuf *text, const char *name, struct strbuf *others)
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

// The row with its address as it is meant: a preset's written out, a scheme before a host's name.
static void
add_row(struct strbuf *text, char *const *words, size_t count, const struct source *source)
{
	size_t first = count > 1 && !source_options_like(words[1]) ? 2 : 1;
	bool says_lang = false;

	if (text->length && text->data[text->length - 1] != '\n')
		strbuf_add_byte(text, '\n');
	strbuf_add_string(text, "source ");
	words_quote(text, source->name);
	strbuf_add_byte(text, ' ');
	words_quote(text, source->url);
	for (size_t i = first; i < count; i++) {
		says_lang = says_lang || !strncmp(words[i], "lang=", 5);
		strbuf_add_byte(text, ' ');
		words_quote(text, words[i]);
	}
	if (source->lang && !says_lang)
		strbuf_addf(text, " lang=%s", source->lang);
	strbuf_add_byte(text, '\n');
}

int
sources_add(const struct app *app, char *const *words, size_t count, struct arena *arena,
	    struct source *source, struct error *err)
{
	struct strbuf text;
	struct source added;
	size_t line;
	size_t bad;
	int result = -1;

	if (sources_parse(arena, words, count, &added, &bad, err))
		return -1;
	strbuf_init(&text);
	if (read_config(app, &text, err))
		goto out;
	line = find_rows(&text, added.name, NULL);
	if (line) {
		error_set(err, ERROR_USAGE, _("%s:%zu: a source '%s' is there already"),
			  app->config_file, line, added.name);
		goto out;
	}
	add_row(&text, words, count, &added);
	result = write_config(app, &text, err);
	if (!result && source)
		*source = added;
out:
	strbuf_release(&text);
	return result;
}

int
sources_remove(const struct app *app, const char *name, struct error *err)
{
	struct strbuf text;
	struct strbuf others;
	int result;

	strbuf_init(&text);
	strbuf_init(&others);
	result = read_config(app, &text, err);
	if (!result && !find_rows(&text, name, &others))
		result = error_set(err, ERROR_NOT_FOUND, _("no source '%s' in %s"), name,
				   app->config_file);
	if (!result)
		result = write_config(app, &others, err);
	strbuf_release(&others);
	strbuf_release(&text);
	return result;
}
