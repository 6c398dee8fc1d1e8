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

int
main(void)
{
	begin();
	test_match();
	test_match_of_left_paper();
	test_no_match();
	tap_ok(memory_reader_close(&reader), "nothing is left behind");
	return tap_done();
}
