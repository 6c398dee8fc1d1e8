// SPDX-License-Identifier: GPL-3.0-or-later
// Japanese lines: what must not begin a line, what must not end one, and that nothing is lost.
#include "shoroku/base/strbuf.h"
#include "shoroku/text/wrap.h"
#include "tap.h"

static const char text[] =
    "研究者「は」、新しい（手法）を試した。ちょっと、待って！データベースのサーバーは「東京」に"
    "ある。人々は時々、様々な佐々木さんに会った。それって、ほんと？…そう、きっと。Transformer（"
    "2017年）は、Attentionだけで翻訳する。";

static const char *const never_first[] = {"。", "、", "」", "）", "っ", "ょ",
					  "ッ", "ー", "々", "！", "？", "ャ"};
static const char *const never_last[] = {"「", "（"};

static bool
begins(const char *at, size_t length, const char *what)
{
	return length >= strlen(what) && !memcmp(at, what, strlen(what));
}

static bool
ends(const char *at, size_t length, const char *what)
{
	size_t size = strlen(what);

	return length >= size && !memcmp(at + length - size, what, size);
}

// Lines too narrow for a forbidden run have to be cut anyway.
#define LEAST_COLUMNS 8

static int
count_breaches(const struct wrap_lines *lines)
{
	int breaches = 0;

	for (size_t i = 0; i < lines->list.count; i++) {
		const struct wrap_line *line = &lines->list.items[i];
		const char *start = text + line->start;
		size_t length = line->end - line->start;

		for (size_t j = 0; i > 0 && j < ARRAY_LENGTH(never_first); j++)
			breaches += begins(start, length, never_first[j]);
		for (size_t j = 0; i + 1 < lines->list.count && j < ARRAY_LENGTH(never_last); j++)
			breaches += ends(start, length, never_last[j]);
	}
	return breaches;
}

// Every byte that is no blank at a line's end stands on exactly one line, and no line is too wide.
static bool
is_whole(const struct wrap_lines *lines, const char *whole, size_t columns)
{
	size_t at = 0;

	for (size_t i = 0; i < lines->list.count; i++) {
		const struct wrap_line *line = &lines->list.items[i];

		while (at < line->start && (whole[at] == ' ' || whole[at] == '\n'))
			at++;
		if (line->start != at || line->cells > columns ||
		    width_text(whole + line->start, line->end - line->start, WIDTH_NARROW) !=
			line->cells)
			return false;
		at = line->end;
	}
	return whole[at] == '\0';
}

static void
test_kinsoku(struct wrap *wrap)
{
	struct wrap_lines lines = {0};
	struct error err;
	int breaches = 0;
	bool whole = true;

	for (size_t columns = 2; columns <= 80; columns++) {
		if (wrap_text(wrap, text, strlen(text), columns, WIDTH_NARROW, &lines, &err))
			BUG("%s", err.text);
		if (columns >= LEAST_COLUMNS)
			breaches += count_breaches(&lines);
		whole = whole && is_whole(&lines, text, columns);
	}
	tap_is_int(breaches, 0, "nothing forbidden begins or ends a line at 8 to 80 cells");
	tap_ok(whole, "nothing is lost, split or too wide at 2 to 80 cells");
	wrap_lines_release(&lines);
}

static void
is_wrapped(struct wrap *wrap, const char *source, size_t columns, const char *want,
	   const char *name)
{
	struct wrap_lines lines = {0};
	struct strbuf got;
	struct error err;

	strbuf_init(&got);
	if (wrap_text(wrap, source, strlen(source), columns, WIDTH_NARROW, &lines, &err))
		BUG("%s", err.text);
	for (size_t i = 0; i < lines.list.count; i++) {
		const struct wrap_line *line = &lines.list.items[i];

		strbuf_add(&got, source + line->start, line->end - line->start);
		strbuf_add_string(&got, "|");
	}
	tap_is_str(got.data, want, name);
	strbuf_release(&got);
	wrap_lines_release(&lines);
}

int
main(void)
{
	struct wrap *wrap = wrap_new(NULL);
	struct wrap *loose = wrap_new("ja@lb=loose");

	test_kinsoku(wrap);
	is_wrapped(wrap, "アアアッア", 6, "アア|アッア|", "a small kana stays with its kana");
	is_wrapped(loose, "アアアッア", 6, "アアア|ッア|", "but where rules are loose");
	is_wrapped(loose, "あいう。", 6, "あい|う。|", "which a full stop is not freed by");
	wrap_free(loose);
	is_wrapped(wrap, "あいう。", 6, "あい|う。|", "a full stop takes its letter along");
	is_wrapped(wrap, "あ「いう", 4, "あ|「い|う|", "an opening bracket goes to its word");
	is_wrapped(wrap, "データ", 4, "デー|タ|", "a long vowel stays with its kana");
	is_wrapped(wrap, "a word whole", 6, "a word|whole|", "Latin words stay whole");
	is_wrapped(wrap, "Nikolic\xCC\x81 x", 7, "Nikolic\xCC\x81|x|", "a mark takes no cell");
	is_wrapped(wrap, "extraordinary", 5, "extra|ordin|ary|", "a word too long is cut");
	is_wrapped(wrap, "見よ https://a.bc/de/fg 次", 12, "見よ|https://a.bc|/de/fg 次|",
		   "a URL begins a row of its own and is cut at the edge");
	is_wrapped(wrap, "unless --again", 10, "unless|--again|", "an option keeps its hyphens");
	is_wrapped(wrap, "well-known -x", 7, "well-|known|-x|",
		   "a hyphen within a word may end a row");
	is_wrapped(wrap, "語 --again", 6, "語|--agai|n|", "an option too long is cut");
	is_wrapped(wrap, "ends in .txt, .md", 10, "ends in|.txt, .md|",
		   "words may begin with a point");
	is_wrapped(wrap, ".txt、.md", 6, ".txt、|.md|", "in Japanese too");
	is_wrapped(wrap, "so . x", 4, "so .|x|", "a point alone stays");
	is_wrapped(wrap, "一\n\n二", 10, "一||二|", "paragraphs and empty ones");
	is_wrapped(wrap, "", 10, "", "nothing has no lines");
	is_wrapped(wrap, "漢字", 1, "漢|字|", "one column loses nothing");
	wrap_free(wrap);
	return tap_done();
}
