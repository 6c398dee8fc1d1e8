// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a script against a program in a terminal: `runner SCRIPT PROGRAM [ARGUMENT…]`. A line is a
// command; words as base/words.h splits them. Every expectation waits until it is true, ten seconds at most
// ($SHOROKU_TEST_TIMEOUT), and is one test point. No command sleeps but `bytes` and `sync`.
#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "shoroku/base/clock.h"
#include "shoroku/base/file.h"
#include "shoroku/base/words.h"
#include "storm.h"
#include "terminal.h"

#define DEFAULT_TIMEOUT_S 10

struct script {
	struct test_terminal terminal;
	char *const *program;
	int points;
	int failed;
	size_t marked;	  // bytes written at `mark-bytes`
	int64_t patience; // milliseconds
};

struct command {
	const char *name;
	size_t arguments;
	bool expects; // run() is asked again until it is true
	bool (*run)(struct script *script, char *const *arguments);
};

static const struct {
	const char *name;
	const char *bytes;
} named_keys[] = {
    {"Enter", "\r"},	{"Esc", "\x1b"},     {"Tab", "\t"},	  {"Up", "\x1bOA"},
    {"Down", "\x1bOB"}, {"Right", "\x1bOC"}, {"Left", "\x1bOD"},  {"Home", "\x1bOH"},
    {"End", "\x1bOF"},	{"PgUp", "\x1b[5~"}, {"PgDn", "\x1b[6~"}, {"BS", "\x7f"},
};

// <Enter> and its kin, <C-x>; everything else as it is.
static void
add_keys(struct strbuf *out, const char *keys)
{
	while (*keys) {
		const char *end = *keys == '<' ? strchr(keys, '>') : NULL;
		bool named = false;

		if (end && !strncmp(keys, "<C-", 3)) {
			strbuf_add_byte(out, (char)(keys[3] & 0x1F));
			named = true;
		}
		for (size_t i = 0; end && !named && i < ARRAY_LENGTH(named_keys); i++) {
			size_t length = (size_t)(end - keys - 1);

			if (strlen(named_keys[i].name) == length &&
			    !memcmp(named_keys[i].name, keys + 1, length)) {
				strbuf_add_string(out, named_keys[i].bytes);
				named = true;
			}
		}
		if (!named)
			strbuf_add_byte(out, *keys);
		keys = named ? end + 1 : keys + 1;
	}
}

static bool
run_size(struct script *script, char *const *arguments)
{
	script->terminal.columns = atoi(arguments[0]);
	script->terminal.rows = atoi(arguments[1]);
	return true;
}

static bool
run_env(struct script *script, char *const *arguments)
{
	(void)script;
	return !setenv(arguments[0], arguments[1], 1);
}

static bool
run_novterm(struct script *script, char *const *arguments)
{
	(void)arguments;
	script->terminal.blind = true;
	return true;
}

static bool
run_start(struct script *script, char *const *arguments)
{
	(void)arguments;
	terminal_start(&script->terminal, script->program);
	return true;
}

static bool
run_again(struct script *script, char *const *arguments)
{
	(void)arguments;
	terminal_restart(&script->terminal, script->program);
	return true;
}

static bool
run_keys(struct script *script, char *const *arguments)
{
	struct strbuf bytes;

	strbuf_init(&bytes);
	add_keys(&bytes, arguments[0]);
	terminal_send(&script->terminal, bytes.data, bytes.length);
	strbuf_release(&bytes);
	return true;
}

static bool
run_bytes(struct script *script, char *const *arguments)
{
	int delay = atoi(arguments[1]);

	for (const char *byte = arguments[0]; *byte; byte++) {
		int64_t until = clock_monotonic_ms() + delay;

		terminal_send(&script->terminal, byte, 1);
		while (clock_monotonic_ms() < until)
			terminal_read(&script->terminal, 5);
	}
	return true;
}

static bool
run_resize(struct script *script, char *const *arguments)
{
	terminal_resize(&script->terminal, atoi(arguments[0]), atoi(arguments[1]));
	return true;
}

static bool
run_storm(struct script *script, char *const *arguments)
{
	uint32_t state = (uint32_t)atoi(arguments[1]);

	for (int i = atoi(arguments[0]); i > 0; i--) {
		int columns;
		int rows;

		state = state * 1664525 + 1013904223;
		columns = 2 + (int)(state >> 8) % 199;
		state = state * 1664525 + 1013904223;
		rows = 2 + (int)(state >> 8) % 59;
		terminal_resize(&script->terminal, columns, rows);
		terminal_read(&script->terminal, 5);
	}
	return true;
}

static bool
run_signal(struct script *script, char *const *arguments)
{
	static const struct {
		const char *name;
		int number;
	} names[] = {
	    {"TSTP", SIGTSTP}, {"CONT", SIGCONT}, {"TERM", SIGTERM},
	    {"HUP", SIGHUP},   {"INT", SIGINT},
	};

	for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
		if (!strcmp(names[i].name, arguments[0]))
			return !kill(script->terminal.child, names[i].number);
	}
	return false;
}

static bool
run_shell(struct script *script, char *const *arguments)
{
	(void)script;
	return system(arguments[0]) == 0;
}

static bool
expect_text(struct script *script, char *const *arguments)
{
	VTermPos at;

	return terminal_find(&script->terminal, arguments[0], &at);
}

static bool
expect_not(struct script *script, char *const *arguments)
{
	return !expect_text(script, arguments);
}

static int
row_number(const struct script *script, const char *word)
{
	int row = atoi(word);

	return row < 0 ? script->terminal.rows + row : row;
}

static bool
expect_row(struct script *script, char *const *arguments)
{
	struct strbuf line;
	bool found;

	strbuf_init(&line);
	terminal_row(&script->terminal, row_number(script, arguments[0]), &line);
	found = strstr(line.data, arguments[1]) != NULL;
	strbuf_release(&line);
	return found;
}

static bool
expect_style(struct script *script, char *const *arguments)
{
	VTermScreenCell cell;
	VTermPos at;
	const char *style = arguments[1];

	if (!terminal_find(&script->terminal, arguments[0], &at))
		return false;
	vterm_screen_get_cell(script->terminal.screen, at, &cell);
	if (!strcmp(style, "bold"))
		return cell.attrs.bold;
	if (!strcmp(style, "plain"))
		return !cell.attrs.bold && !cell.attrs.reverse &&
		       VTERM_COLOR_IS_DEFAULT_FG(&cell.fg);
	if (!strcmp(style, "colourless"))
		return VTERM_COLOR_IS_DEFAULT_FG(&cell.fg);
	if (!strcmp(style, "coloured"))
		return !VTERM_COLOR_IS_DEFAULT_FG(&cell.fg);
	return !strcmp(style, "wide") && cell.width == 2;
}

static bool
expect_cursor_on(struct script *script, char *const *arguments)
{
	char number[12];
	char *const row[] = {number, arguments[0]};

	snprintf(number, sizeof(number), "%d", script->terminal.cursor.row);
	return expect_row(script, row);
}

static bool
expect_bytes_under(struct script *script, char *const *arguments)
{
	size_t most = (size_t)atoi(arguments[0]);
	size_t written = script->terminal.written.length - script->marked;

	printf("# %zu bytes\n", written);
	return written > 0 && written < most;
}

static bool
run_mark_bytes(struct script *script, char *const *arguments)
{
	(void)arguments;
	script->marked = script->terminal.written.length;
	return true;
}

static bool
run_sync(struct script *script, char *const *arguments)
{
	(void)arguments;
	terminal_settle(&script->terminal);
	return true;
}

static bool
expect_clean(struct script *script, char *const *arguments)
{
	(void)arguments;
	return script->terminal.written.length > 0 && terminal_is_clean(&script->terminal);
}

static bool
expect_written(struct script *script, char *const *arguments)
{
	const struct strbuf *written = &script->terminal.written;

	return memmem(written->data, written->length, arguments[0], strlen(arguments[0])) != NULL;
}

static bool
expect_exit(struct script *script, char *const *arguments)
{
	return terminal_has_ended(&script->terminal) && WIFEXITED(script->terminal.status) &&
	       WEXITSTATUS(script->terminal.status) == atoi(arguments[0]);
}

static bool
expect_alive(struct script *script, char *const *arguments)
{
	(void)arguments;
	return !terminal_has_ended(&script->terminal);
}

static bool
expect_restored(struct script *script, char *const *arguments)
{
	(void)arguments;
	return terminal_has_ended(&script->terminal) && terminal_is_restored(&script->terminal);
}

static bool
expect_colourless(struct script *script, char *const *arguments)
{
	(void)arguments;
	return script->terminal.written.length > 0 && terminal_is_colourless(&script->terminal);
}

static bool
run_repaint(struct script *script, char *const *arguments)
{
	(void)arguments;
	return storm_repaint(&script->terminal, script->patience);
}

static bool
run_random(struct script *script, char *const *arguments)
{
	return storm_keys(&script->terminal, script->program, atoi(arguments[0]),
			  (uint32_t)atoi(arguments[1]), script->patience);
}

// clang-format off
static const struct command commands[] = {
	{ "size", 2, false, run_size },              { "env", 2, false, run_env },
	{ "novterm", 0, false, run_novterm },        { "start", 0, false, run_start },
	{ "again", 0, false, run_again },            { "keys", 1, false, run_keys },
	{ "bytes", 2, false, run_bytes },            { "resize", 2, false, run_resize },
	{ "storm", 2, false, run_storm },            { "signal", 1, false, run_signal },
	{ "sh", 1, false, run_shell },               { "mark-bytes", 0, false, run_mark_bytes },
	{ "sync", 0, false, run_sync },              { "expect", 1, true, expect_text },
	{ "expect-not", 1, true, expect_not },       { "row", 2, true, expect_row },
	{ "style", 2, true, expect_style },          { "cursor-on", 1, true, expect_cursor_on },
	{ "bytes-under", 1, true, expect_bytes_under }, { "stream-clean", 0, true, expect_clean },
	{ "stream-has", 1, true, expect_written },
	{ "exit", 1, true, expect_exit },            { "alive", 0, true, expect_alive },
	{ "restored", 0, true, expect_restored },    { "colourless", 0, true, expect_colourless },
	{ "random", 2, false, run_random },          { "repaint-same", 0, false, run_repaint },
};
// clang-format on

static void
show_screen(const struct script *script)
{
	for (int row = 0; script->terminal.screen && row < script->terminal.rows; row++) {
		struct strbuf line;

		strbuf_init(&line);
		terminal_row(&script->terminal, row, &line);
		printf("# |%s\n", line.data);
		strbuf_release(&line);
	}
}

static void
result(struct script *script, bool passed, size_t number, const char *line)
{
	script->points++;
	script->failed += !passed;
	printf("%sok %d - %zu: %s\n", passed ? "" : "not ", script->points, number, line);
	if (!passed)
		show_screen(script);
	fflush(stdout);
}

static void
run_line(struct script *script, const struct words *words, size_t number, const char *line)
{
	char *arguments[4] = {0};
	const struct command *command = NULL;
	int64_t until = clock_monotonic_ms() + script->patience;
	bool passed;

	for (size_t i = 0; i < ARRAY_LENGTH(commands); i++) {
		if (!strcmp(commands[i].name, words->list.items[0].text))
			command = &commands[i];
	}
	if (!command || words->list.count - 1 != command->arguments) {
		result(script, false, number, line);
		return;
	}
	for (size_t i = 0; i < command->arguments; i++)
		arguments[i] = words->list.items[i + 1].text;
	passed = command->run(script, arguments);
	while (command->expects && !passed && clock_monotonic_ms() < until) {
		terminal_read(&script->terminal, 20);
		passed = command->run(script, arguments);
	}
	if (command->expects || !passed)
		result(script, passed, number, line);
}

static void
run_script(struct script *script, char *text)
{
	char *line;

	for (size_t number = 1; (line = strsep(&text, "\n")); number++) {
		struct words words;
		struct error err;

		words_init(&words);
		if (words_split(&words, line, &err))
			result(script, false, number, err.text);
		else if (words.list.count)
			run_line(script, &words, number, line);
		words_release(&words);
	}
}

int
main(int argc, char **argv)
{
	const char *timeout = getenv("SHOROKU_TEST_TIMEOUT");
	struct script script = {.terminal = {.rows = 24, .columns = 80, .fd = -1}};
	struct strbuf text;
	struct error err;

	if (argc < 3)
		BUG("usage: runner SCRIPT PROGRAM [ARGUMENT…]");
	script.program = argv + 2;
	script.patience = (timeout ? atoi(timeout) : DEFAULT_TIMEOUT_S) * 1000;
	strbuf_init(&text);
	if (file_read(argv[1], (size_t)1 << 20, &text, &err))
		BUG("%s", err.text);
	run_script(&script, text.data);
	printf("1..%d\n", script.points);
	terminal_end(&script.terminal);
	strbuf_release(&text);
	return script.failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
