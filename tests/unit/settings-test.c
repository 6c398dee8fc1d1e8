// SPDX-License-Identifier: GPL-3.0-or-later
// Settings as rows, and the language they are written in.
#include "shoroku/config/settings.h"

#include <unistd.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/error.h"
#include "shoroku/base/file.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/config/language.h"
#include "tap.h"

enum { SHINE, SIZE, SHAPE, PLACE };
static const char *const shapes[] = {"round", "square", NULL};
static const struct setting_row rows[] = {
    [SHINE] = {.name = "shine", .type = SETTING_BOOL, .initial = 1},
    [SIZE] = {.name = "size", .type = SETTING_NUMBER, .minimum = 3, .maximum = 9, .initial = 5},
    [SHAPE] = {.name = "shape", .type = SETTING_CHOICE, .choices = shapes},
    [PLACE] = {.name = "place", .type = SETTING_PATH},
};
static struct settings settings;

static const struct {
	const char *name;
	const char *value;
	int index;
	int want; // −1: refused
} sets[] = {
    {"shine", "off", SHINE, 0}, {"shine", "yes", SHINE, 1},    {"shine", "maybe", SHINE, -1},
    {"size", "9", SIZE, 9},	{"size", "10", SIZE, -1},      {"size", "4x", SIZE, -1},
    {"size", "", SIZE, -1},	{"shape", "square", SHAPE, 1}, {"shape", "flat", SHAPE, -1},
    {"weight", "1", SHAPE, -1},
};

static void
test_settings(void)
{
	struct error err;

	for (size_t i = 0; i < ARRAY_LENGTH(sets); i++) {
		int before = settings_get(&settings, (size_t)sets[i].index);
		int failed = settings_set(&settings, sets[i].name, sets[i].value, &err);
		int now = settings_get(&settings, (size_t)sets[i].index);

		if (sets[i].want < 0)
			tap_ok(failed && err.kind == ERROR_USAGE && now == before,
			       "%s \"%s\" is refused and changes nothing", sets[i].name,
			       sets[i].value);
		else
			tap_ok(!failed && now == sets[i].want, "%s %s", sets[i].name,
			       sets[i].value);
	}
}

// Takes no 'q'.
static int
run_spell(void *context, char *const *arguments, size_t count, size_t *bad, struct error *err)
{
	size_t offset = strcspn(arguments[0], "q");

	(void)context;
	(void)count;
	*bad = config_at(0, offset);
	return arguments[0][offset] ? error_set(err, ERROR_USAGE, "a q") : 0;
}

static int
run_set(void *context, char *const *arguments, size_t count, size_t *bad, struct error *err)
{
	(void)context;
	(void)count;
	*bad = 1;
	return settings_set(&settings, arguments[0], arguments[1], err);
}

static void
keep(void *context, const char *sentence)
{
	strbuf_addf(context, "%s\n", sentence);
}

static void
test_file(const struct config_language *language)
{
	static const char text[] = "# comment\nset size 7\nset  size 'ten'\n\nset shape\nsett 1 2\n"
				   "set shape square # at the end";
	char path[] = "settings-test-XXXXXX";
	int fd = mkstemp(path);
	struct strbuf said;
	struct error err;
	size_t mistakes = 0;

	strbuf_init(&said);
	close(fd);
	tap_ok(!file_replace(path, text, strlen(text), &err) &&
		   !language_read(language, path, 1, keep, &said, &mistakes, &err),
	       "a file with mistakes is read");
	tap_is_int((long long)mistakes, 3, "three mistakes");
	tap_ok(strstr(said.data, ":3:11: ") && strstr(said.data, ":5:") &&
		   strstr(said.data, ":6:1: "),
	       "each with its line and column");
	tap_ok(settings_get(&settings, SIZE) == 7 && settings_get(&settings, SHAPE) == 1,
	       "the other lines work");
	unlink(path);
	mistakes = 0;
	tap_ok(!language_read(language, path, 0, keep, &said, &mistakes, &err) && !mistakes,
	       "no file is fine");
	tap_ok(language_read(language, path, 1, keep, &said, &mistakes, &err),
	       "unless it was asked for");
	strbuf_release(&said);
}

static void
write_file(const char *name, const char *text)
{
	struct error err;

	if (file_replace(name, text, strlen(text), &err))
		tap_ok(false, "%s", err.text);
}

static void
test_include(const struct config_language *language)
{
	char directory[] = "settings-test-XXXXXX";
	char path[64];
	char other[64];
	struct strbuf said;
	struct error err;
	size_t mistakes = 0;

	strbuf_init(&said);
	if (!mkdtemp(directory))
		tap_ok(false, "a directory");
	snprintf(path, sizeof(path), "%s/config", directory);
	snprintf(other, sizeof(other), "%s/other", directory);
	write_file(path, "include other\ninclude  absent\ninclude\nset size 8\n");
	write_file(other, "set shape round\nset shape nought\n\ninclude config\nset size 3\n");
	tap_ok(!language_read(language, path, 1, keep, &said, &mistakes, &err),
	       "a file that includes others is read");
	tap_is_int((long long)mistakes, 4, "with the mistakes of all");
	tap_ok(strstr(said.data, "/other:2:11: ") && strstr(said.data, "/config:2:10: "),
	       "each at its place in its file");
	tap_ok(strstr(said.data, "/other:4:9: ") && strstr(said.data, "includes itself"),
	       "one that includes itself is not read for ever");
	tap_ok(strstr(said.data, "/config:3:"), "a name has to follow");
	tap_ok(settings_get(&settings, SIZE) == 8 && settings_get(&settings, SHAPE) == 0,
	       "in the order they stand");
	tap_ok(!language_include(language, path, "other", keep, &said, &mistakes, &err) &&
		   settings_get(&settings, SIZE) == 3,
	       "one is included by hand");
	unlink(path);
	unlink(other);
	rmdir(directory);
	strbuf_release(&said);
}

int
main(void)
{
	static const struct config_command commands[] = {
	    {"set", "NAME VALUE", "Change a setting.", 2, 2, run_set},
	    {"spell", "WORD", "Take a word without q.", 1, 1, run_spell},
	};
	const struct config_language language = {commands, ARRAY_LENGTH(commands), NULL};
	struct error err;
	size_t column = 0;

	settings_init(&settings, rows, ARRAY_LENGTH(rows));
	tap_is_int(settings_get(&settings, SIZE), 5, "an initial value");
	test_settings();
	tap_ok(language_run(&language, "set \"サイズ\" 1", &column, &err), "a mistake");
	tap_is_int((long long)column, 11, "columns count code points");
	tap_ok(language_run(&language, " spell あq", &column, &err), "a mistake within a word");
	tap_is_int((long long)column, 9, "is told where it stands");
	tap_ok(language_run(&language, "spell 'a q'", &column, &err), "one within quotes");
	tap_is_int((long long)column, 10, "too");
	tap_ok(!settings_get_path(&settings, PLACE) &&
		   settings_set(&settings, "place", "here", &err) &&
		   !settings_get_path(&settings, PLACE),
	       "a relative path is refused");
	tap_ok(!settings_set(&settings, "place", "/a", &err) &&
		   !settings_set(&settings, "place", "~/b", &err) &&
		   !strcmp(settings_get_path(&settings, PLACE), "~/b"),
	       "a path is kept as typed");
	test_file(&language);
	test_include(&language);
	settings_release(&settings);
	return tap_done();
}
