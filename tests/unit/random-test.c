// SPDX-License-Identifier: GPL-3.0-or-later
// Keys by chance, valid ones and others, in every view and every prompt, with sizes, imports and marks of
// others in between: nothing crashes, no glyph is torn, and what stands on the screen is what a fresh
// drawing of the same state shows, and what the archive holds. $SHOROKU_RANDOM is "SEEDS KEYS" or
// "SEEDS KEYS FIRST"; $SHOROKU_RANDOM_TRACE prints each key.
#include <stdint.h>

#include "shoroku/archive/archive.h"
#include "shoroku/base/compiler.h"
#include "draw.h"
#include "memory-reader.h"
#include "tap.h"
#include "tui/views.h"

#define COUNT_OF(list) ((unsigned)(sizeof(list) / sizeof(*(list))))

static struct memory_reader reader;
static bool traced;

static void
trace(const char *what, const char *detail)
{
	if (traced)
		tap_note("%s %s [%s] %dx%d", what, detail, frame_active(&reader.frame)->ops->title,
			 reader.frame.canvas.columns, reader.frame.canvas.rows);
}

static void
press(key_code key)
{
	char label[KEY_LABEL_SIZE];

	key_label(key, label);
	trace(reader.session.prompt.kind ? "type" : "key", label);
	memory_reader_key(&reader, key);
}

// --- what can be done

static const struct action *
any_action(const struct action_table *const *tables)
{
	unsigned count = 0;
	const struct action_table *table;

	while (tables[count])
		count++;
	table = tables[draw(count)];
	return &table->rows[draw((unsigned)table->count)];
}

static void
press_key_of(const struct action *action)
{
	const char *names = action->keys;
	unsigned count = 0;

	for (const char *name = names; *(name += strspn(name, " ")); name += strcspn(name, " "))
		count++;
	if (!count)
		return;
	names += strspn(names, " ");
	for (unsigned skipped = draw(count); skipped; skipped--) {
		names += strcspn(names, " ");
		names += strspn(names, " ");
	}
	press(key_parse(names, strcspn(names, " ")));
}

static void
press_valid(void)
{
	press_key_of(any_action(frame_active(&reader.frame)->ops->tables));
}

static void
press_of_any_view(void)
{
	press_key_of(any_action(keymap_tables()));
}

static void
press_any(void)
{
	static const key_code odd[] = {1,      27,     31,     127,    0x85,	0xAD,	 0x301,
				       0x200B, 0x200D, 0x202E, 0xFF0F, 0xFF1A,	0x3000,	 0x9280,
				       0x3042, 0xAC00, 0xFFFD, 0xFE0F, 0x1F468, 0x10FFFF};

	switch (draw(3)) {
	case 0:
		press(odd[draw(COUNT_OF(odd))]);
		break;
	case 1:
		press(KEY_FIRST_NAMED + draw(KEY_CODE_BACK_TAB - KEY_FIRST_NAMED + 1));
		break;
	default:
		press(1 + draw(126));
	}
}

static void
type(const char *text)
{
	trace("text", text);
	memory_reader_type(&reader, text);
}

static void
type_words(void)
{
	static const char *const words[] = {
	    "深層学習",
	    "gan",
	    "+評価 -b",
	    "\"",
	    "(",
	    " or ",
	    " -",
	    "tag:評価",
	    "date:2025-09",
	    "is:unread",
	    "is:favourite",
	    "9/18",
	    "today",
	    "2025-13",
	    "author:",
	    "銀河 ",
	    "ｔｉｔｌｅ：",
	    "　",
	    "sort:date",
	    "か\u3099",
	    "👨‍👩‍👧",
	    "read --off ",
	    "tag +x ",
	    "rate 3 ",
	    "rename a ",
	    "search 学習",
	    "saved 名 adam",
	    "set ",
	    "mouse ",
	    "no",
	    "bind ",
	    "papers é undo ",
	    "color ",
	    "tag:b red",
	    "a",
	    "{",
	    "limit:2",
	    "has:note",
	    "is:new",
	    "学",
	    "の",
	    "%s%n",
	    "by-day",
	    "\\",
	    "*",
	    "lang:ja ",
	    "cat:cs.LG",
	    "date:2025-09-16..",
	};

	type(words[draw(COUNT_OF(words))]);
}

static void
run_by_name(void)
{
	type(":");
	type(any_action(keymap_tables())->name);
	press(KEY_ENTER_CODE);
}

// The views without a key of their own are reached by their names.
static void
open_view(void)
{
	static const char *const names[] = {"stats",	   "history", "tags",	"sources",
					    "all-authors", "jobs",    "triage", "calendar",
					    "raw",	   "similar"};

	type(":");
	type(names[draw(COUNT_OF(names))]);
	press(KEY_ENTER_CODE);
}

static void
paste(void)
{
	static const char *const texts[] = {"tag\tone\ntwo", "貼り付け\r", "\x1b[31mred"};

	memory_reader_key(&reader, KEY_CODE_PASTE_BEGIN);
	type(texts[draw(COUNT_OF(texts))]);
	memory_reader_key(&reader, KEY_CODE_PASTE_END);
}

static void
point(void)
{
	const struct canvas *canvas = &reader.frame.canvas;
	struct terminal_mouse mouse = {(int)draw((unsigned)canvas->rows + 1),
				       (int)draw((unsigned)canvas->columns + 1), (int)draw(3) - 1};

	trace("mouse", mouse.wheel ? "wheel" : "click");
	frame_mouse(&reader.frame, mouse);
	frame_draw(&reader.frame);
}

static void
resize(void)
{
	static const struct {
		int columns;
		int rows;
	} edges[] = {{1, 1},   {2, 2},	 {300, 100}, {1, 100}, {300, 1}, {20, 5},
		     {40, 10}, {80, 24}, {120, 40},  {119, 2}, {80, 16}, {200, 60}};
	unsigned which = draw(COUNT_OF(edges) * 2);

	if (which < COUNT_OF(edges))
		memory_reader_resize(&reader, edges[which].columns, edges[which].rows);
	else
		memory_reader_resize(&reader, 1 + (int)draw(300), 1 + (int)draw(100));
	trace("size", "");
}

// --- what others do meanwhile

static void
import(void)
{
	struct strbuf text;
	unsigned papers = draw(30);

	strbuf_init(&text);
	strbuf_addf(&text, "2025-09-%02u の注目論文\n", 1 + draw(30));
	for (unsigned i = 0; i <= papers; i++)
		strbuf_addf(&text,
			    "\nPaper %u of Chance: 偶然の論文%u\n\nAda Example, Bo Nikolić %u\n\n"
			    "選定理由\n\n学習を%u回で済ませたため。\n",
			    draw(900), draw(900), draw(5), draw(99));
	trace("import", "");
	memory_reader_import(&reader, draw(4) ? "examples" : "偶然", text.data);
	strbuf_release(&text);
}

static void
mark(void)
{
	static const char *const fields[] = {"read", "favourite", "tag:評価", "tag:b"};
	struct paper_set *papers = &reader.session.browser.papers;
	const struct load_entry *paper;
	struct archive *archive;
	struct journal_report report;
	struct journal_change change = {.field = fields[draw(COUNT_OF(fields))]};
	struct arena arena;
	struct error err;

	if (!papers->count)
		return;
	paper = paper_set_at(papers, draw((unsigned)papers->count));
	if (!paper)
		return;
	change.key = paper->entry.paper.key;
	change.value = draw(3) ? "1" : NULL;
	trace("mark", change.field);
	arena_init(&arena);
	archive = archive_open(reader.directory, ARCHIVE_MARK, &err);
	if (!archive || journal_repair(archive, &err) ||
	    journal_apply(archive, &arena, &change, 1, JOURNAL_USER, &report, &err))
		BUG("%s", err.text);
	archive_close(archive);
	arena_release(&arena);
}

// --- a run

static void
do_in_prompt(void)
{
	static const key_code ends[] = {KEY_ENTER_CODE, KEY_ENTER_CODE, KEY_TAB_CODE, KEY_TAB_CODE,
					KEY_ESCAPE,	KEY_CODE_UP,	KEY_CODE_DOWN};
	unsigned what = draw(10);

	if (what < 4)
		type_words();
	else if (what < 8)
		press(ends[draw(COUNT_OF(ends))]);
	else
		press_any();
}

static void
do_anything(void)
{
	unsigned what = draw(100);

	if (what < 5)
		resize();
	else if (what < 7)
		import();
	else if (what < 9)
		mark();
	else if (what < 14)
		point();
	else if (what < 16)
		paste();
	else if (reader.session.prompt.kind && what < 90)
		do_in_prompt();
	else if (what < 70)
		press_valid();
	else if (what < 78)
		press_of_any_view();
	else if (what < 82)
		open_view();
	else if (what < 86)
		run_by_name();
	else
		press_any();
}

struct picture {
	struct strbuf cells;
	int cursor_row;
	int cursor_column;
};

static void
take_picture(struct picture *picture)
{
	const struct canvas *canvas = &reader.frame.canvas;

	strbuf_init(&picture->cells);
	strbuf_add(&picture->cells, (const char *)canvas->cells,
		   (size_t)canvas->rows * (size_t)canvas->columns * sizeof(*canvas->cells));
	picture->cursor_row = canvas->cursor_row;
	picture->cursor_column = canvas->cursor_column;
}

static void
show_difference(const struct picture *picture, const char *where)
{
	struct canvas *canvas = &reader.frame.canvas;
	struct canvas before = *canvas;

	tap_note("%s, in %s, prompt %d, cursor %d,%d then %d,%d", where,
		 frame_active(&reader.frame)->ops->title, reader.session.prompt.kind != NULL,
		 picture->cursor_row, picture->cursor_column, canvas->cursor_row,
		 canvas->cursor_column);
	before.cells = (struct cell *)(void *)picture->cells.data;
	for (int row = 0; row < canvas->rows; row++) {
		struct strbuf was;
		struct strbuf is;

		strbuf_init(&was);
		strbuf_init(&is);
		canvas_row_text(&before, row, &was);
		canvas_row_text(canvas, row, &is);
		if (strcmp(was.data, is.data) != 0)
			tap_note("%d was |%s|\n#   is |%s|", row, was.data, is.data);
		strbuf_release(&was);
		strbuf_release(&is);
	}
}

// Whether the canvas is as in the picture, which is let go.
static bool
is_as(struct picture *picture, const char *where)
{
	const struct canvas *canvas = &reader.frame.canvas;
	bool same = picture->cursor_row == canvas->cursor_row &&
		    picture->cursor_column == canvas->cursor_column &&
		    !memcmp(picture->cells.data, canvas->cells, picture->cells.length);

	if (!same)
		show_difference(picture, where);
	strbuf_release(&picture->cells);
	return same;
}

static bool
equals_fresh_drawing(void)
{
	struct canvas *canvas = &reader.frame.canvas;
	int rows = canvas->rows;
	int columns = canvas->columns;
	struct picture picture;

	memory_reader_settle(&reader);
	take_picture(&picture);
	canvas_release(canvas);
	memory_reader_resize(&reader, columns, rows);
	return is_as(&picture, "drawn anew");
}

// Not so in the search, whose question is asked again: its facets may come any time after.
static bool
equals_archive(void)
{
	struct picture picture;

	memory_reader_settle(&reader);
	if (frame_active(&reader.frame)->ops == &search_view_ops)
		return true;
	take_picture(&picture);
	memory_reader_reload(&reader);
	memory_reader_settle(&reader);
	return is_as(&picture, "loaded anew");
}

enum { KEYS_BETWEEN_LOOKS = 25 };

static void
run(unsigned seed, unsigned keys)
{
	unsigned torn = 0;
	unsigned stale = 0;
	unsigned old = 0;

	draw_begin(seed);
	memory_reader_open(&reader);
	memory_reader_import_examples(&reader);
	memory_reader_start(&reader);
	memory_reader_resize(&reader, 120, 40);
	for (unsigned i = 1; i <= keys; i++) {
		do_anything();
		reader.frame.quit = reader.frame.suspend = reader.frame.repaint = false;
		memory_reader_collect(&reader);
		frame_draw(&reader.frame);
		torn += !memory_reader_is_sound(&reader);
		if (i % KEYS_BETWEEN_LOOKS && i != keys)
			continue;
		stale += !equals_fresh_drawing();
		old += !equals_archive();
	}
	tap_is_int(torn, 0, "no torn glyph, the cursor on the screen");
	tap_is_int(stale, 0, "a fresh drawing shows the same");
	tap_is_int(old, 0, "so does the archive");
	tap_ok(memory_reader_close(&reader), "seed %u, %u keys: no crash, nothing left", seed,
	       keys);
}

int
main(void)
{
	const char *wanted = getenv("SHOROKU_RANDOM");
	unsigned seeds = 4;
	unsigned keys = 500;
	unsigned first = 1;

	if (wanted && sscanf(wanted, "%u %u %u", &seeds, &keys, &first) < 2)
		BUG("SHOROKU_RANDOM is SEEDS KEYS [FIRST]");
	traced = getenv("SHOROKU_RANDOM_TRACE") != NULL;
	for (unsigned seed = first; seed < first + seeds; seed++)
		run(seed, keys);
	return tap_done();
}
