// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/sources.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/commands/common.h"

#include "commands.h"
#include "sources-list.h"
#include "sources-test.h"

enum { SOURCES_FORMAT, SOURCES_DATE };

const struct command_option command_sources_options[2] = {
    [SOURCES_FORMAT] = {"format", "text|tsv|json", N_("how to print; text by default")},
    [SOURCES_DATE] = {"date", "DATE", N_("the day to test, not the newest")},
};

static int
run_list(const struct app *app, const struct command_arguments *arguments)
{
	struct sources sources;
	struct error err;
	size_t mistakes;
	int code = 0;

	sources_init(&sources);
	mistakes = sources_read(app, &sources, command_common_complain, NULL);
	command_sources_list(app, sources.items, NULL, sources.count,
			     command_common_format(arguments->values[SOURCES_FORMAT]));
	if (!sources.count && !mistakes) {
		error_set(
		    &err, ERROR_NOT_FOUND,
		    _("no sources yet; 'shoroku sources presets' shows some, 'shoroku sources "
		      "add NAME' takes one"));
		code = command_common_fail(&err);
	} else if (mistakes) {
		code = sources.count ? 1 : error_exit_code(ERROR_USAGE);
	}
	sources_release(&sources);
	return code;
}

static int
run_presets(const struct app *app, const struct command_arguments *arguments)
{
	size_t count;
	const struct source_preset *presets = source_presets(&count);
	struct source *items = memory_alloc(count * sizeof(*items));
	const char **helps = memory_alloc(count * sizeof(*helps));

	for (size_t i = 0; i < count; i++) {
		helps[i] = _(presets[i].help);
		items[i] = (struct source){.name = presets[i].name,
					   .url = presets[i].url,
					   .kind = presets[i].kind,
					   .lang = presets[i].lang,
					   .spacing_ms = -1,
					   .since = DATE_NONE};
	}
	command_sources_list(app, items, helps, count,
			     command_common_format(arguments->values[SOURCES_FORMAT]));
	free(helps);
	free(items);
	return 0;
}

// A relative path would lead elsewhere tomorrow. The caller frees it.
static char *
absolute(const char *word)
{
	size_t dots = strspn(word, ".");
	bool relative = (dots == 1 || dots == 2) && (word[dots] == '/' || !word[dots]);
	char *path = relative ? realpath(word, NULL) : NULL;

	return path ? path : memory_strdup(word);
}

static int
run_add(const struct app *app, const struct command_arguments *arguments)
{
	char **words = memory_alloc(arguments->count * sizeof(*words));
	struct source source;
	struct arena arena;
	struct error err;
	int code = 0;

	arena_init(&arena);
	for (size_t i = 1; i < arguments->count; i++)
		words[i - 1] = absolute(arguments->words[i]);
	if (sources_add(app, words, arguments->count - 1, &arena, &source, &err))
		code = command_common_fail(&err);
	else if (!app->quiet)
		command_common_printf(stdout, _("added %s (%s): %s\n"), source.name,
				      command_sources_list_kind(source.kind), source.url);
	for (size_t i = 1; i < arguments->count; i++)
		free(words[i - 1]);
	free(words);
	arena_release(&arena);
	return code;
}

static int
run_remove(const struct app *app, const struct command_arguments *arguments)
{
	struct error err;

	if (sources_remove(app, arguments->words[1], &err))
		return command_common_fail(&err);
	if (!app->quiet)
		command_common_printf(stdout, _("removed %s; its digests stay\n"),
				      arguments->words[1]);
	return 0;
}

static int
run_test(const struct app *app, const struct command_arguments *arguments)
{
	return command_sources_test(app, arguments->words[1], arguments->values[SOURCES_DATE]);
}

struct verb {
	const char *name;
	size_t least; // words behind it
	size_t most;
	int (*run)(const struct app *app, const struct command_arguments *arguments);
};

static const struct verb verbs[] = {
    {"list", 0, 0, run_list}, {"add", 1, 64, run_add},	      {"remove", 1, 1, run_remove},
    {"test", 1, 1, run_test}, {"presets", 0, 0, run_presets},
};

int
command_sources_run(const struct app *app, const struct command_arguments *arguments)
{
	const char *name = arguments->count ? arguments->words[0] : "list";
	size_t count = arguments->count ? arguments->count - 1 : 0;
	struct error err;

	for (size_t i = 0; i < ARRAY_LENGTH(verbs); i++) {
		if (!strcmp(verbs[i].name, name) && count >= verbs[i].least &&
		    count <= verbs[i].most)
			return verbs[i].run(app, arguments);
	}
	error_set(&err, ERROR_USAGE, _("usage: %s %s"), "shoroku sources",
		  command_table_find("sources")->usage);
	return command_common_fail(&err);
}
