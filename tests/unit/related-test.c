// SPDX-License-Identifier: GPL-3.0-or-later
// Papers near the open one, and the one that a section warned of fits better: found beside the reader,
// which stays where it is.
#include "shoroku/base/compiler.h"
#include "memory-reader.h"
#include "tap.h"
#include "tui/views.h"

#define FISH                                                                                                              \
	"深海魚の発光器官を顕微鏡で観察し、発光細菌との共生を遺伝子解析で確認した。" \
	"水深千米の標本採集と発光波長の測定も行う。"
#define TIDE                                                                                                              \
	"潮流発電機の翼形状を風洞実験と数値流体計算で最適化し、湾岸海域の実証試験で" \
	"出力変動を抑制した。保守費用の見積も示す。"
#define REEF                                                                                                           \
	"珊瑚礁の夜間撮影で魚群の産卵行動を記録し、月齢と水温との関連を統計模型で" \
	"推定した。長期観測網の設計指針も示す。"
#define MOSS                                                                                                                    \
	"苔の乾燥耐性を温室栽培で調べ、細胞壁の多糖の組成と光合成の回復速度を比較した。" \
	"高山の群落から採取した胞子も培養する。"
#define KELP                                                                                                              \
	"昆布の養殖筏に計測浮標を取り付け、海水の栄養塩と成長速度を一年間追跡した。" \
	"収穫時期の予測式を導き、沿岸漁業者の作業計画に役立てる。"
#define TIDE_REASON                                                                                \
	"潮流発電機の翼形状を数値流体計算で最適化し、湾岸海域で出力変動を抑制した実証試験。"
// Near FISH, and long: more than a screen of it.
#define GLOW "発光細菌と共生する深海魚の発光器官を培養し、発光波長を測定した。"
#define GLOW_LINE "発光器官の標本を顕微鏡で観察し、遺伝子解析の結果と比べた。\n"
#define GLOW_LINES GLOW_LINE GLOW_LINE GLOW_LINE GLOW_LINE GLOW_LINE GLOW_LINE GLOW_LINE GLOW_LINE
#define GLOW_TEXT GLOW_LINES GLOW_LINES GLOW_LINES GLOW_LINES GLOW_LINES
#define STAR_REASON "恒星の金属量分布を分光観測で測定し、銀河円盤の形成史を復元した点を評価。"
#define KELP_REASON "昆布の養殖筏の計測浮標で栄養塩と成長速度を追跡し、収穫時期を予測。"
#define REEF_REASON "珊瑚礁の魚群の産卵行動を夜間撮影で記録し、月齢との関連を推定。"

#define PAPER(title, reason, detail)                                                               \
	"\n" title "\n\nA Author\n\n選定理由\n\n" reason "\n\n詳細要約\n\n" detail "\n"

static struct memory_reader reader;

static bool
shows(const char *text)
{
	return memory_reader_find(&reader, text) >= 0;
}

static bool
is_open(const char *title)
{
	const struct load_entry *open = reader.session.browser.open;

	return open && !strcmp(open->entry.paper.title, title);
}

static void
begin(void)
{
	memory_reader_open(&reader);
	memory_reader_import(
	    &reader, "test",
	    "2025-09-20 の注目論文\n" PAPER(
		"Blades for turbines", "翼形状の数値流体計算と湾岸海域での実証試験を評価。", TIDE));
	memory_reader_import(
	    &reader, "test",
	    "2025-09-22 の注目論文\n" PAPER("Light in the deep sea", TIDE_REASON, FISH)
		PAPER("Moss that wakes", STAR_REASON, MOSS)
		    PAPER("Nights at the reef", REEF_REASON, REEF)
			PAPER("Rafts of kelp", KELP_REASON, KELP));
	memory_reader_start(&reader);
	memory_reader_resize(&reader, 80, 24);
	memory_reader_settle(&reader);
}

// --- the better match

static void
test_match(void)
{
	tap_ok(is_open("Light in the deep sea") && shows("⚠"), "a section is warned of");
	memory_reader_press(&reader, "Enter w");
	tap_ok(is_open("Light in the deep sea"), "looking for its paper moves nobody");
	tap_ok(shows("looking for the paper that it fits better"), "and is said");
	memory_reader_settle(&reader);
	tap_ok(is_open("Blades for turbines"), "then one is there, on another day");
	tap_ok(!shows("looking for"), "and nothing is looked for any more");
}

static void
test_match_of_left_paper(void)
{
	memory_reader_do(&reader, "]");
	memory_reader_press(&reader, "w J");
	tap_ok(is_open("Moss that wakes"), "one goes on meanwhile");
	memory_reader_settle(&reader);
	tap_ok(is_open("Moss that wakes"), "and stays there");
	memory_reader_do(&reader, "K");
	memory_reader_press(&reader, "w ?");
	memory_reader_settle(&reader);
	tap_ok(is_open("Light in the deep sea"), "nor is anybody moved beneath another view");
	memory_reader_do(&reader, "q");
}

static void
test_no_match(void)
{
	memory_reader_do(&reader, "J w");
	tap_ok(is_open("Moss that wakes"), "where nothing fits better one stays");
	tap_ok(shows("no paper is known that it fits better"), "and it is said");
}

// --- the foot

static struct strbuf
row_text(int row)
{
	struct strbuf text;

	strbuf_init(&text);
	canvas_row_text(&reader.frame.canvas, row, &text);
	return text;
}

static bool
row_has(int row, const char *text)
{
	struct strbuf line = row_text(row);
	bool has = strstr(line.data, text) != NULL;

	strbuf_release(&line);
	return has;
}

// Whether the cursor's sign stands before the text, and the hardware's cursor there.
static bool
cursor_is_on(const char *text)
{
	int row = memory_reader_find(&reader, text);

	return row >= 0 && row == reader.frame.canvas.cursor_row &&
	       row_has(row, reader.frame.canvas.glyphs->cursor);
}

static void
import_foot(void)
{
	memory_reader_import(&reader, "test",
			     "2025-09-23 の注目論文\n" PAPER("Glow of the deep", GLOW, GLOW_TEXT));
	memory_reader_import(&reader, "other",
			     "2025-09-18 の注目論文\n" PAPER("Glow of the deep", GLOW, GLOW));
	memory_reader_collect(&reader);
	memory_reader_do(&reader, "q d =2025-09-23 Enter");
}

static void
test_preview(void)
{
	memory_reader_resize(&reader, 120, 40);
	memory_reader_do(&reader, "d =2025-09-22 Enter j j");
	tap_ok(is_open("Nights at the reef") && shows("推定した") && !shows("Related papers") &&
		   !related_of(&reader.session, reader.session.browser.open->entry.id),
	       "a preview asks for nothing");
	memory_reader_do(&reader, "d =2025-09-23 Enter");
	memory_reader_resize(&reader, 80, 24);
}

static void
test_arrival(void)
{
	struct strbuf before;
	struct strbuf after;

	memory_reader_press(&reader, "Enter");
	tap_ok(!reader.session.related.asked, "far from its foot nothing is asked for");
	memory_reader_press(&reader, "^D");
	tap_ok(reader.session.related.asked && !shows("Related papers"), "near it something is");
	before = row_text(22);
	memory_reader_settle(&reader);
	after = row_text(22);
	tap_is_str(after.data, before.data, "when it comes nothing moves");
	strbuf_release(&before);
	strbuf_release(&after);
	memory_reader_do(&reader, "G");
	tap_ok(row_has(23, "100%") && !shows("Related papers"), "the text ends where it did");
	tap_ok(reader.session.end_seen, "and is read there");
	memory_reader_do(&reader, "G");
	tap_ok(shows("Related papers") && shows("Light in the deep sea") && row_has(23, "100%"),
	       "behind it stands what is near");
	tap_ok(shows("The same paper in other digests") && shows("2025-09-18 Th · other"),
	       "and, apart, where else it stands");
}

static void
test_choice(void)
{
	int64_t glow = reader.session.browser.open->entry.id;
	struct strbuf top = row_text(1);
	struct strbuf back;

	memory_reader_do(&reader, "j");
	tap_ok(cursor_is_on("2025-09-18"), "at the end j chooses");
	memory_reader_do(&reader, "j");
	tap_ok(cursor_is_on("Light in the deep sea"), "and goes on");
	memory_reader_do(&reader, "Enter");
	tap_ok(is_open("Light in the deep sea") && row_has(1, "Light in the deep sea"),
	       "Enter opens what is chosen");
	memory_reader_do(&reader, "j q");
	tap_ok(reader.session.browser.open->entry.id == glow, "q leads back");
	back = row_text(1);
	tap_is_str(back.data, top.data, "to the place");
	tap_ok(cursor_is_on("Light in the deep sea"), "and to what was chosen");
	strbuf_release(&top);
	strbuf_release(&back);
	memory_reader_do(&reader, "k k k");
	tap_ok(!reader.session.related.chosen, "k leads back to the text");
}

static void
test_marks(void)
{
	memory_reader_do(&reader, "G G j j Enter f q");
	tap_ok(row_has(memory_reader_find(&reader, "Light in the deep sea"), "★"),
	       "what is marked there is marked here");
	memory_reader_do(&reader, "u");
	tap_ok(!row_has(memory_reader_find(&reader, "Light in the deep sea"), "★"),
	       "and no more when that is undone");
}

// From the list of a query one comes back to that list.
static void
test_query(void)
{
	const struct browser *browser = &reader.session.browser;

	memory_reader_press(&reader, "q :");
	memory_reader_type(&reader, "open title:glow");
	memory_reader_do(&reader, "Enter Enter G G j j Enter");
	tap_ok(is_open("Light in the deep sea") && !browser->search, "out of the list of a query");
	memory_reader_do(&reader, "G G j Enter");
	tap_ok(is_open("Glow of the deep") && !browser->search, "and on from there");
	memory_reader_do(&reader, "q q");
	tap_ok(is_open("Glow of the deep") && browser->search_shown && browser->papers.count == 2,
	       "and all the way back into it");
	tap_is_str(browser->query, "title:glow", "as it was");
	memory_reader_do(&reader, "q");
	tap_ok(frame_active(&reader.frame)->ops == &papers_view_ops, "where q leads to the list");
	memory_reader_do(&reader, "Enter");
}

static void
test_going(void)
{
	memory_reader_do(&reader, "q Enter g");
	memory_reader_do(&reader, "~");
	tap_ok(cursor_is_on("2025-09-18"), "~ leads to the foot");
	memory_reader_resize(&reader, 20, 5);
	memory_reader_do(&reader, "q Enter g ~");
	tap_ok(!reader.session.end_seen && reader.session.related.chosen,
	       "past the text, which was not read by that");
	memory_reader_do(&reader, "k g G");
	tap_ok(reader.session.end_seen, "but is at its end");
	memory_reader_resize(&reader, 80, 24);
	memory_reader_do(&reader, "g / =Light Enter");
	tap_ok(shows("these words are not in this paper"), "what stands there is not found");
}

static void
test_click(void)
{
	struct terminal_mouse mouse = {0, 10, 0};

	memory_reader_do(&reader, "g G G");
	mouse.row = memory_reader_find(&reader, "Light in the deep sea") + 1;
	frame_mouse(&reader.frame, mouse);
	frame_draw(&reader.frame);
	tap_ok(cursor_is_on("Light in the deep sea"), "a click chooses");
	frame_mouse(&reader.frame, mouse);
	memory_reader_settle(&reader);
	tap_ok(is_open("Light in the deep sea"), "another one opens");
	memory_reader_do(&reader, "q");
}

// --- as a list

static void
test_list(void)
{
	const struct browser *browser = &reader.session.browser;

	memory_reader_press(&reader, "q d");
	memory_reader_type(&reader, "2025-09-23");
	memory_reader_do(&reader, "Enter Enter : =similar Enter");
	tap_ok(browser->search_shown && browser->papers.count == 2, "similar lists the near ones");
	tap_ok(shows("Light in the deep sea") && shows("2025-09-22 Mo"), "under their days");
	tap_ok(frame_active(&reader.frame)->ops == &papers_view_ops && shows("like Glow"),
	       "in the view of lists");
	memory_reader_do(&reader, "q");
}

int
main(void)
{
	begin();
	test_match();
	test_match_of_left_paper();
	test_no_match();
	import_foot();
	test_preview();
	test_arrival();
	test_choice();
	test_marks();
	test_query();
	test_going();
	test_click();
	test_list();
	tap_ok(memory_reader_close(&reader), "nothing is left behind");
	return tap_done();
}
