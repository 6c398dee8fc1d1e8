// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/sources.h"

#include <stdint.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/vec.h"
#include "shoroku/config/language.h"
#include "work/source-address.h"
#include "work/source-options.h"
#include "work/source-template.h"

// clang-format off
static const struct source_preset presets[] = {
	{ "summarxiv", "https://summarxiv.com/ja/picks/%Y-%m-%d", SOURCE_TEMPLATE, "ja",
	  N_("SummarXiv's picks of the day, in Japanese"), false },
	{ "hf-daily", "https://huggingface.co/api/daily_papers?date=%Y-%m-%d", SOURCE_TEMPLATE, "en",
	  N_("Hugging Face's daily papers"), false },
	{ "arxiv:CATEGORY", "arxiv:CATEGORY", SOURCE_ARXIV, "en",
	  N_("arXiv's new papers of categories, such as arxiv:cs.CL+astro-ph.GA"), true },
};
// clang-format on

const struct source_preset *
source_presets(size_t *count)
{
	*count = ARRAY_LENGTH(presets);
	return presets;
}

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

// Whether there is such a preset; its address as typed and its language.
static bool
find_preset(const char *name, const char **url, const char **lang)
{
	for (size_t i = 0; i < ARRAY_LENGTH(presets); i++) {
		*url = presets[i].is_pattern ? name : presets[i].url;
		*lang = presets[i].lang;
		if (presets[i].is_pattern
			? !strncmp(name, SOURCE_TEMPLATE_ARXIV, strlen(SOURCE_TEMPLATE_ARXIV))
			: !strcmp(name, presets[i].name))
			return true;
	}
	return false;
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
	else if (!find_preset(words[0], &url, &lang))
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
	if (!find_preset(name, &url, &source->lang))
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
