// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/session.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/log.h"
#include "shoroku/base/memory.h"
#include "shoroku/config/language.h"
#include "shoroku/feed/labels.h"
#include "tui/key-preset.h"
#include "tui/theme.h"
#include "tui/views.h"
#include "tui/wakeup.h"
#include "shoroku/work/sources.h"

static const char *const kinsoku_choices[] = {"strict", "loose", NULL};
static const char *const ambiguous_choices[] = {"narrow", "wide", NULL};

// clang-format off
static const struct setting_row setting_rows[SESSION_SETTINGS] = {
	[SESSION_AMBIGUOUS_WIDTH] = {
		.name = "ambiguous-width", .type = SETTING_CHOICE, .choices = ambiguous_choices,
		.help = N_("How wide the terminal draws characters of ambiguous width") },
	[SESSION_BROWSER] = {
		.name = "browser", .type = SETTING_WORDS,
		.help = N_("The program that shows web pages; $BROWSER or xdg-open otherwise") },
	[SESSION_CA_FILE] = {
		.name = "ca-file", .type = SETTING_PATH,
		.help = N_("Certificates that servers are verified by, not the system's") },
	[SESSION_CLIPBOARD] = {
		.name = "clipboard", .type = SETTING_WORDS,
		.help = N_("Where copied text goes: osc52 (the terminal), none, or a program that reads it") },
	[SESSION_COLUMN_WIDTH] = {
		.name = "column-width", .type = SETTING_NUMBER, .minimum = 20, .maximum = 72,
		.initial = 72, .unit = N_("cells"),
		.help = N_("The most cells a line of text takes in the reader") },
	[SESSION_KINSOKU] = {
		.name = "kinsoku", .type = SETTING_CHOICE, .choices = kinsoku_choices,
		.help = N_("How strictly small kana and signs are kept from the beginning of a line") },
	[SESSION_MARK_READ] = {
		.name = "mark-read", .type = SETTING_BOOL, .initial = 1,
		.help = N_("Mark a paper read when it is left after its last line was shown") },
	[SESSION_MOUSE] = {
		.name = "mouse", .type = SETTING_BOOL, .initial = 1,
		.help = N_("Take clicks and the wheel; read when the reader starts") },
	[SESSION_PDF_VIEWER] = {
		.name = "pdf-viewer", .type = SETTING_WORDS,
		.help = N_("The program that shows PDF files; xdg-open otherwise") },
	[SESSION_TERMINAL_PROGRAMS] = {
		.name = "terminal-programs", .type = SETTING_WORDS,
		.help = N_("Programs that draw on the terminal, which is left to them") },
	[SESSION_WARN_BELOW] = {
		.name = "warn-below", .type = SETTING_NUMBER, .minimum = 0, .maximum = 90,
		.initial = 60, .unit = N_("hundredths"),
		.help = N_("Warn of sections that score less; read when the reader starts") },
};
// clang-format on

struct searcher *
session_start_searcher(const struct session *session)
{
	struct searcher *searcher = searcher_start(session->app->data_dir, wakeup_write_fd());

	if (searcher)
		searcher_warn_below(searcher,
				    settings_get(&session->settings, SESSION_WARN_BELOW) / 100.0);
	return searcher;
}

size_t
session_setting_rows(const struct setting_row **rows)
{
	*rows = setting_rows;
	return SESSION_SETTINGS;
}

void
session_init(struct session *session, const struct app *app)
{
	*session = (struct session){.app = app, .depth = DOCUMENT_ABSTRACT};
	settings_init(&session->settings, setting_rows, SESSION_SETTINGS);
	keymap_init(&session->keymap);
	style_theme_init(&session->theme);
	prompt_init(&session->prompt);
	finder_init(&session->finder);
	saved_list_init(&session->saved);
	recall_init(&session->commands, "commands");
	recall_init(&session->piped_to, "piped_to");
	taking_init(&session->taking);
	strbuf_init(&session->help_words);
	working_init(&session->working);
	session->wrap = wrap_new(NULL);
}

void
session_release(struct session *session)
{
	finder_release(&session->finder);
	saved_list_release(&session->saved);
	gather_release(&session->gather);
	related_release(&session->related);
	trail_release(&session->trail);
	style_theme_release(&session->theme);
	recall_release(&session->commands);
	recall_release(&session->piped_to);
	taking_release(&session->taking);
	strbuf_release(&session->help_words);
	chosen_release(&session->chosen);
	working_release(session);
	opening_release(&session->opening);
	wrap_free(session->wrap);
	prompt_release(&session->prompt);
	keymap_release(&session->keymap);
	settings_release(&session->settings);
	free(session->author);
}

enum width_ambiguous
session_ambiguous(const struct session *session)
{
	return settings_get(&session->settings, SESSION_AMBIGUOUS_WIDTH) ? WIDTH_WIDE
									 : WIDTH_NARROW;
}

unsigned
session_push(struct session *session, const struct view_ops *ops)
{
	session->pushed = ops;
	return REACT_PUSH;
}

void
session_choose_author(struct session *session, const char *name)
{
	char *copy = memory_strdup(name);

	free(session->author);
	session->author = copy;
}

void
session_say(struct session *session, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	vsnprintf(session->message.text, sizeof(session->message.text), format, ap);
	va_end(ap);
	session->message.is_error = false;
}

void
session_complain(struct session *session, const struct error *err)
{
	snprintf(session->message.text, sizeof(session->message.text), "%s", err->text);
	session->message.is_error = true;
}

static struct wrap *
new_wrap(const struct session *session)
{
	bool loose = settings_get(&session->settings, SESSION_KINSOKU);

	return wrap_new(loose ? "ja@lb=loose" : NULL);
}

static int
run_set(void *context, char *const *arguments, size_t count, size_t *bad, struct error *err)
{
	struct session *session = context;

	(void)count;
	*bad = 1;
	if (settings_set(&session->settings, arguments[0], arguments[1], err))
		return -1;
	wrap_free(session->wrap);
	session->wrap = new_wrap(session);
	return 0;
}

static int
run_bind(void *context, char *const *arguments, size_t count, size_t *bad, struct error *err)
{
	struct session *session = context;

	(void)count;
	return keymap_bind(&session->keymap, arguments[0], arguments[1], arguments[2], bad, err);
}

static int
run_color(void *context, char *const *arguments, size_t count, size_t *bad, struct error *err)
{
	struct session *session = context;

	session->theme_changed = true;
	return style_theme_set(&session->theme, arguments, count, bad, err);
}

static int
run_theme(void *context, char *const *arguments, size_t count, size_t *bad, struct error *err)
{
	struct session *session = context;

	(void)count;
	*bad = 0;
	session->theme_changed = true;
	return theme_use(arguments[0], &session->theme, err);
}

static int
run_keys(void *context, char *const *arguments, size_t count, size_t *bad, struct error *err)
{
	struct session *session = context;

	(void)count;
	*bad = 0;
	return key_preset_use(arguments[0], &session->keymap, err);
}

// The argument that holds the byte of the joined text.
static size_t
argument_at(char *const *arguments, size_t count, size_t offset)
{
	size_t i = 0;

	while (i + 1 < count && offset > strlen(arguments[i])) {
		offset -= strlen(arguments[i]) + 1;
		i++;
	}
	return i;
}

// A query of several words may stand without quotes.
static int
run_saved(void *context, char *const *arguments, size_t count, size_t *bad, struct error *err)
{
	struct session *session = context;
	struct strbuf text;
	struct arena arena;
	struct query query;
	size_t offset;
	int result;

	strbuf_init(&text);
	arena_init(&arena);
	for (size_t i = 1; i < count; i++)
		strbuf_addf(&text, "%s%s", i > 1 ? " " : "", arguments[i]);
	result = query_parse(&arena, text.data, session->app->today, false, &query, &offset, err);
	*bad = 1 + argument_at(arguments + 1, count - 1, offset);
	if (!result && !text.data[strspn(text.data, " \t")])
		result = error_set(err, ERROR_USAGE, _("a word is missing here"));
	if (!result)
		saved_list_configure(session, arguments[0], text.data);
	arena_release(&arena);
	strbuf_release(&text);
	return result;
}

// Labels are for who imports; here only a mistake in one is told.
static int
run_label(void *context, char *const *arguments, size_t count, size_t *bad, struct error *err)
{
	struct labels *labels = labels_new();
	int result = labels_add(labels, arguments[0], arguments[1], arguments[2], err);

	(void)context;
	(void)count;
	*bad = 1;
	labels_free(labels);
	return result;
}

// Sources are for who fetches; here only a mistake in one is told.
static int
run_source(void *context, char *const *arguments, size_t count, size_t *bad, struct error *err)
{
	struct source source;
	struct arena arena;
	int result;

	(void)context;
	arena_init(&arena);
	result = sources_parse(&arena, arguments, count, &source, bad, err);
	arena_release(&arena);
	return result;
}

static int run_include(void *context, char *const *arguments, size_t count, size_t *bad,
		       struct error *err);

// clang-format off
static const struct config_command commands[] = {
	{ "bind",  "VIEW KEY ACTION", N_("Make a key do an action in a view"), 3, 3, run_bind },
	{ "color", "ROLE|tag:NAME [FOREGROUND [BACKGROUND]] [ATTRIBUTE…]",
	  N_("Say how a kind of text looks"), 1, 7, run_color },
	{ "keys", "PRESET", N_("Take the keys of another program"), 1, 1, run_keys },
	{ "theme", "NAME", N_("Say how everything looks"), 1, 1, run_theme },
	{ "saved", "NAME QUERY", N_("List a search beside the days"), 2, 64, run_saved },
	{ "include", "FILE", N_("Read more commands from a file"), 1, 1, run_include },
	{ "label", "LANG TEXT ROLE", N_("Say what a printed label means"), 3, 3, run_label },
	{ "source", SOURCES_USAGE, N_("Say where digests come from"), 0, SIZE_MAX, run_source },
	{ "set",   "NAME VALUE", N_("Change a setting"), 2, 2, run_set },
};
// clang-format on

const struct config_command *
session_commands(size_t *count)
{
	*count = ARRAY_LENGTH(commands);
	return commands;
}

static struct config_language
known_language(struct session *session)
{
	return (struct config_language){commands, ARRAY_LENGTH(commands), session};
}

// The sentence without the directory of the configuration, which would leave it little of a line.
static const char *
within_directory(const char *file, const char *sentence)
{
	const char *name = file ? strrchr(file, '/') : NULL;
	size_t length = name ? (size_t)(name + 1 - file) : 0;

	return file && !strncmp(sentence, file, length) ? sentence + length : sentence;
}

// The first mistake is told on the message line, all of them in the log where there is one.
static void
complain(void *context, const char *sentence)
{
	struct session *session = context;

	log_message(LOG_ERROR, "%s", sentence);
	if (session->message.is_error)
		return;
	session_say(session, "%s", within_directory(session->app->config_file, sentence));
	session->message.is_error = true;
}

// Typed at the prompt; in the configuration it is the language that knows it.
static int
run_include(void *context, char *const *arguments, size_t count, size_t *bad, struct error *err)
{
	struct session *session = context;
	struct config_language known = known_language(session);
	const char *from = session->app->config_file ? session->app->config_file : "";
	size_t mistakes;

	(void)count;
	*bad = 0;
	return language_include(&known, from, arguments[0], complain, session, &mistakes, err);
}

int
session_read_config_telling(struct session *session,
			    void (*tell)(void *context, const char *sentence), void *context,
			    size_t *mistakes, struct error *err)
{
	struct config_language known = known_language(session);

	*mistakes = 0;
	if (!session->app->config_file)
		return 0;
	return language_read(&known, session->app->config_file, session->app->config_named, tell,
			     context, mistakes, err);
}

int
session_read_config(struct session *session, size_t *mistakes, struct error *err)
{
	char first[sizeof(session->message.text)];

	if (session_read_config_telling(session, complain, session, mistakes, err))
		return -1;
	if (*mistakes > 1) {
		memcpy(first, session->message.text, sizeof(first));
		session_say(session, _("%zu mistakes, told by 'shoroku config': %s"), *mistakes,
			    first);
		session->message.is_error = true;
	}
	return 0;
}

int
session_run_command(struct session *session, const char *line, size_t *column, struct error *err)
{
	struct config_language known = known_language(session);

	return language_run(&known, line, column, err);
}

bool
session_in_list(const struct session *session)
{
	return session->view == &papers_view_ops || session->view == &days_view_ops;
}

bool
session_has_days(const struct session *session)
{
	return session->browser.day_count > 0;
}

bool
session_has_paper(const struct session *session)
{
	return session->browser.open != NULL;
}

bool
session_has_hits(const struct session *session)
{
	return session->finder.highlight.words.count > 0;
}
