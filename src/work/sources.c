// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/sources.h"

#include <stdint.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"
#include "shoroku/base/words.h"
#include "shoroku/config/language.h"
#include "work/source-address.h"
#include "work/source-lines.h"
#include "work/source-options.h"
#include "work/source-presets.h"

void
sources_init(struct sources *sources)
{
	*sources = (struct sources){0};
	arena_init(&sources->arena);
}

void
sources_release(struct sources *sources)
{
	arena_release(&sources->arena);
	vec_release(sources);
	sources->items = NULL;
}

static struct source
empty_source(void)
{
	return (struct source){.spacing_ms = -1, .since = DATE_NONE};
}

// Without an address: the preset of that name.
static int
read_address(struct arena *arena, char *const *words, size_t count, struct source *source,
	     size_t *bad, struct error *err)
{
	const char *url;
	const char *lang = NULL;
	size_t offset;
	bool has_url = count > 1 && !source_options_like(words[1]);

	*bad = 0;
	if (has_url)
		url = words[1];
	else if (!source_presets_find(words[0], &url, &lang))
		return error_set(err, ERROR_USAGE,
				 _("there is no preset '%s'; say its address behind the name"),
				 words[0]);
	source->lang = lang;
	if (!source_address_read(arena, url, source, &offset, err))
		return 0;
	// The name of a pattern is its address.
	*bad = has_url ? config_at(1, offset) : url == words[0] ? config_at(0, offset) : 0;
	return -1;
}

int
sources_parse(struct arena *arena, char *const *words, size_t count, struct source *source,
	      size_t *bad, struct error *err)
{
	size_t first = count > 1 && !source_options_like(words[1]) ? 2 : 1;

	*source = empty_source();
	*bad = 0;
	if (!count)
		return error_set(err, ERROR_USAGE, _("usage: %s %s"), "source", SOURCES_USAGE);
	if (source_name_check(words[0], err) || read_address(arena, words, count, source, bad, err))
		return -1;
	source->name = arena_strdup(arena, words[0]);
	for (size_t i = first; i < count; i++) {
		size_t offset;

		if (source_options_set(arena, words[i], source, &offset, err)) {
			*bad = config_at(i, offset);
			return -1;
		}
	}
	return 0;
}

static const struct source *
find_configured(const struct sources *sources, const char *name)
{
	for (size_t i = 0; i < sources->count; i++) {
		if (!strcmp(sources->items[i].name, name))
			return &sources->items[i];
	}
	return NULL;
}

int
sources_find(const struct sources *sources, const char *name, struct arena *arena,
	     struct source *source, struct error *err)
{
	const struct source *configured = find_configured(sources, name);
	const char *url;
	size_t offset;

	if (configured) {
		*source = *configured;
		return 0;
	}
	*source = empty_source();
	if (!source_presets_find(name, &url, &source->lang))
		return error_set(err, ERROR_NOT_FOUND,
				 _("no source '%s'; 'shoroku sources' lists them"), name);
	if (source_name_check(name, err) || source_address_read(arena, url, source, &offset, err))
		return -1;
	source->name = arena_strdup(arena, name);
	return 0;
}

struct reading {
	struct sources *sources;
	bool mistaken; // the line that is complained of is a source's
	size_t mistakes;
	void (*complain)(void *context, const char *sentence);
	void *context;
};

static int
run_source(void *context, char *const *arguments, size_t count, size_t *bad, struct error *err)
{
	struct reading *reading = context;
	struct sources *sources = reading->sources;
	struct source source;

	reading->mistaken = true;
	if (sources_parse(&sources->arena, arguments, count, &source, bad, err))
		return -1;
	if (find_configured(sources, source.name)) {
		*bad = 0;
		return error_set(err, ERROR_USAGE, _("a source '%s' stands above already"),
				 source.name);
	}
	*vec_push(sources) = source;
	reading->mistaken = false;
	return 0;
}

// Other commands are unknown here, and no mistakes.
static void
pass_on(void *context, const char *sentence)
{
	struct reading *reading = context;

	if (reading->mistaken) {
		reading->mistakes++;
		reading->complain(reading->context, sentence);
	}
	reading->mistaken = false;
}

size_t
sources_read(const struct app *app, struct sources *sources,
	     void (*complain)(void *context, const char *sentence), void *context)
{
	static const struct config_command commands[] = {
	    {"source", SOURCES_USAGE, N_("Say where digests come from"), 0, SIZE_MAX, run_source}};
	struct reading reading = {.sources = sources, .complain = complain, .context = context};
	struct config_language language = {commands, 1, &reading};
	struct error err;
	size_t others;

	if (app->config_file && language_read(&language, app->config_file, app->config_named,
					      pass_on, &reading, &others, &err)) {
		reading.mistakes++;
		complain(context, err.text);
	}
	return reading.mistakes;
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
	if (source_lines_read(app, &text, err))
		goto out;
	line = source_lines_find(&text, added.name, NULL);
	if (line) {
		error_set(err, ERROR_USAGE, _("%s:%zu: a source '%s' is there already"),
			  app->config_file, line, added.name);
		goto out;
	}
	add_row(&text, words, count, &added);
	result = source_lines_write(app, &text, err);
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
	result = source_lines_read(app, &text, err);
	if (!result && !source_lines_find(&text, name, &others))
		result = error_set(err, ERROR_NOT_FOUND, _("no source '%s' in %s"), name,
				   app->config_file);
	if (!result)
		result = source_lines_write(app, &others, err);
	strbuf_release(&others);
	strbuf_release(&text);
	return result;
}
