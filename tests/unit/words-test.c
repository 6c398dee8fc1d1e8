// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a command line.
#include "shoroku/base/words.h"

#include "shoroku/base/compiler.h"
#include "shoroku/base/error.h"
#include "shoroku/base/strbuf.h"
#include "tap.h"

static const struct {
	const char *line;
	const char *words; // joined by |
} good[] = {
    {"", ""},
    {"   # nothing but a comment", ""},
    {"set mouse off", "set|mouse|off"},
    {"  tag\t+深層学習  ", "tag|+深層学習"},
    {"a 'b  c' \"d \\\"e\\\" \\\\\"", "a|b  c|d \"e\" \\"},
    {"'it'\"'\"'s'", "it's"},
    {"a\\ b c#d", "a b|c#d"},
    {"\"\\u{6284}\\u{9332}\\t\"", "抄録\t"},
    {"''", ""},
    {"x # y", "x"},
};

static const struct {
	const char *line;
	size_t at;
} bad[] = {
    {"a 'b", 2},
    {"\"abc", 0},
    {"a \"\\u{}\"", 3},
};

static void
test_good(void)
{
	for (size_t i = 0; i < ARRAY_LENGTH(good); i++) {
		struct words words;
		struct strbuf joined;
		struct error err;

		words_init(&words);
		strbuf_init(&joined);
		if (words_split(&words, good[i].line, &err))
			strbuf_addf(&joined, "refused: %s", err.text);
		for (size_t j = 0; j < words.list.count; j++)
			strbuf_addf(&joined, "%s%s", j ? "|" : "", words.list.items[j].text);
		tap_is_str(joined.data, good[i].words, good[i].line);
		strbuf_release(&joined);
		words_release(&words);
	}
}

static void
test_bad(void)
{
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++) {
		struct words words;
		struct error err = {0};

		words_init(&words);
		tap_ok(words_split(&words, bad[i].line, &err) && err.text[0], "refused: %s",
		       bad[i].line);
		tap_is_int((long long)words.error_offset, (long long)bad[i].at,
			   "where it is wrong");
		words_release(&words);
	}
}

static void
test_quote(void)
{
	static const char *const list[] = {"plain", "a b",	"",	  "#x", "x#y",
					   "it's",  "\"q\" \\", "あ\t\n", "\\"};

	for (size_t i = 0; i < ARRAY_LENGTH(list); i++) {
		struct words words;
		struct strbuf line;
		struct error err;

		words_init(&words);
		strbuf_init(&line);
		words_quote(&line, list[i]);
		tap_ok(!strchr(line.data, '\n') && !words_split(&words, line.data, &err) &&
			   words.list.count == 1 && !strcmp(words.list.items[0].text, list[i]),
		       "%s is one word and itself again", line.data);
		strbuf_release(&line);
		words_release(&words);
	}
}

int
main(void)
{
	struct words words;
	struct error err;

	test_good();
	test_bad();
	test_quote();
	words_init(&words);
	tap_ok(!words_split(&words, "あ \"q\"", &err) && words.list.items[1].offset == 4 &&
		   words.list.items[1].quoted && !words.list.items[0].quoted,
	       "offsets are bytes, quotes are known");
	words_release(&words);
	return tap_done();
}
