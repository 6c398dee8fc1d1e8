// SPDX-License-Identifier: GPL-3.0-or-later
// A paper as lines: whose words each section is, at any width; what stands at its foot; and the page it was
// read from, beside it.
#include "tui/document-foot.h"

#include "shoroku/base/compiler.h"
#include "memory-reader.h"
#include "tap.h"
#include "tui/views.h"

static struct document document;
static struct wrap *wrapper;

static struct section sections[] = {
    {SECTION_REASON, "選定理由", "理由。", SECTION_FROM_SOURCE},
    {SECTION_SHORT, "かんたん要約 (SNS向け)", "短い要約。", SECTION_FROM_SOURCE},
    {SECTION_ABSTRACT, "Abstract", "What the authors say.", SECTION_FROM_ARXIV},
};

static struct load_entry
example(void)
{
	return (struct load_entry){
	    .entry = {.id = 1,
		      .source = "test",
		      .lang = "ja",
		      .paper = {.key = "title:x", .title = "On examples"},
		      .sections = sections,
		      .section_count = ARRAY_LENGTH(sections)},
	};
}

static struct document_layout
layout_of(int columns)
{
	return (struct document_layout){.columns = columns, .depth = DOCUMENT_ABSTRACT};
}

static void
build(int columns)
{
	struct document_layout layout = layout_of(columns);
	struct load_entry paper = example();
	struct error err;

	if (document_build(&document, wrapper, &paper, &layout, &err))
		BUG("%s", err.text);
}

// The line that has the text, or one that has it at its right edge; their number where none has.
static size_t
find(const char *text, bool right)
{
	size_t i = 0;

	for (; i < document.lines.count; i++) {
		const struct document_line *line = &document.lines.items[i];

		if (right
			? line->right && !strcmp(line->right, text)
			: line->length == strlen(text) && !strncmp(line->text, text, line->length))
			break;
	}
	return i;
}

// --- whose words

static void
test_writers(void)
{
	build(72);
	tap_is_int((int)(find("AI summary", true) - find("かんたん要約 (SNS向け)", false)), 0,
		   "what a model wrote says so, beside its label");
	tap_is_int((int)(find("authors, arXiv", true) - find("Abstract", false)), 0,
		   "what the authors wrote says that");
	build(24);
	tap_is_int((int)(find("AI summary", false) - find("かんたん要約 (SNS向け)", false)), 1,
		   "below the label where there is no room beside it");
	tap_ok(find("authors, arXiv", true) < document.lines.count, "where there is it stays");
	build(8);
	tap_ok(find("summary", false) < document.lines.count &&
		   find("arXiv", false) < document.lines.count,
	       "on the narrowest screen too");
	for (int columns = 1; columns < 80; columns++)
		build(columns);
	tap_ok(true, "every width can be laid out");
}

// --- the foot

static const struct relater_paper elsewhere = {
    .entry = 7, .date = 20330, .source = "other", .lang = "en", .title = "On examples"};

static struct relater_paper near[] = {
    {.entry = 2,
     .date = 20331,
     .source = "test",
     .title = "A near paper with a title of several words",
     .marks = {.favourite = true},
     .similar = {.score = .5, .words = {"example", "試験紙", "paper"}, .word_count = 3}},
    {.entry = 3, .date = 20332, .source = "other", .title = "Another", .similar = {.score = .2}},
    {.entry = 4, .date = 20333, .source = "test", .title = "Far", .similar = {.score = .19}},
};

static void
add_foot(int columns)
{
	struct relater_paper sighting = elsewhere;
	struct relater_event related = {.entry = 1,
					.papers = near,
					.count = ARRAY_LENGTH(near),
					.elsewhere = &sighting,
					.elsewhere_count = 1};
	struct document_layout layout = layout_of(columns);
	struct load_entry paper = example();
	struct error err;

	build(columns);
	if (document_foot_add(&document, wrapper, &paper, &layout, &related, &err))
		BUG("%s", err.text);
}

static bool
foot_is_sound(void)
{
	bool sound = document.text_lines < document.lines.count;
	size_t at = document.text_lines;

	for (size_t i = 0; i < document.items.count; i++) {
		const struct document_item *item = &document.items.items[i];

		sound = sound && item->line >= at && item->end > item->line &&
			item->end <= document.lines.count &&
			document_foot_at(&document, item->line) == item;
		at = item->end;
	}
	for (size_t i = document.text_lines; i < document.lines.count; i++)
		sound = sound && !document.lines.items[i].texts;
	return sound;
}

static bool
places_lead_back(void)
{
	for (size_t i = 0; i < document.lines.count; i++) {
		if (document_line_of(&document, document_place_of(&document, i)) != i)
			return false;
	}
	return true;
}

static void
test_foot(void)
{
	size_t text_lines;
	bool sound = true;
	bool lead_back = true;

	build(72);
	text_lines = document.lines.count;
	add_foot(72);
	tap_ok(document.text_lines == text_lines, "the text is as long as it was");
	tap_ok(find("The same paper in other digests", false) < find("Related papers", false),
	       "the same paper elsewhere stands apart");
	tap_ok(find("2025-08-30 Sa · other · en", false) < document.lines.count,
	       "with its day, its source and its language");
	tap_ok(find("2025-08-31 Su · example, 試験紙, paper", false) < document.lines.count,
	       "a near one with the words that both have");
	tap_ok(find("2025-09-01 Mo · other", false) < document.lines.count,
	       "and its source where it is another one");
	tap_is_int((int)document.items.count, 4, "each can be chosen");
	add_foot(32);
	tap_ok(find("2025-08-31 Su · example", false) < document.lines.count,
	       "words that have no room are left out whole");
	for (int columns = 1; columns < 80; columns++) {
		add_foot(columns);
		sound = sound && foot_is_sound();
		lead_back = lead_back && places_lead_back();
	}
	tap_ok(sound,
	       "at every width the papers stand one after the other, and nothing is searched");
	tap_ok(lead_back, "and every line is found again by its place");
}

// --- the raw page

static void
test_raw(void)
{
	static const char page[] =
	    "2025-09-22 の注目論文\n\nOn first things\n\nA Author\n\n選定理由\n\n"
	    "最初の理由。\n\nOn examples\n\nB Author\n\n選定理由\n\n例の理由。\n";
	static struct memory_reader reader;

	memory_reader_open(&reader);
	memory_reader_import(&reader, "test", page);
	memory_reader_start(&reader);
	memory_reader_resize(&reader, 80, 24);
	memory_reader_do(&reader, "j Enter \\");
	tap_ok(frame_active(&reader.frame)->ops == &raw_view_ops, "one key shows the raw page");
	tap_ok(memory_reader_find(&reader, "On examples") == reader.frame.canvas.cursor_row,
	       "where the paper is");
	memory_reader_do(&reader, "g");
	tap_ok(memory_reader_find(&reader, "2025-09-22 の注目論文") > 0, "from the first line");
	memory_reader_do(&reader, "G");
	for (int columns = 90; columns > 0; columns--) {
		memory_reader_resize(&reader, columns, 10);
		if (!memory_reader_is_sound(&reader))
			BUG("torn at %d columns", columns);
	}
	tap_ok(true, "at any width");
	memory_reader_resize(&reader, 80, 24);
	memory_reader_do(&reader, "\\");
	tap_ok(frame_active(&reader.frame)->ops == &paper_view_ops, "and leads back");
	tap_ok(memory_reader_close(&reader), "nothing is left behind");
}

int
main(void)
{
	document_init(&document);
	wrapper = wrap_new(NULL);
	test_writers();
	test_foot();
	document_release(&document);
	wrap_free(wrapper);
	test_raw();
	return tap_done();
}
