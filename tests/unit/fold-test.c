// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/text/fold.h"
#include "tap.h"

static void
is_folded(const char *text, const char *want)
{
	char *got = fold_string(text);
	char *again = fold_string(got);

	tap_is_str(got, want, text);
	tap_is_str(again, got, "and once more the same");
	free(again);
	free(got);
}

// Each folded byte knows the character it comes from, marks included.
static void
test_map(void)
{
	static const char text[] = "Aﾃﾞ①e\u0301z";
	struct fold_map map = {0};
	struct strbuf out;

	strbuf_init(&out);
	fold_append_mapped(&out, &map, text, strlen(text));
	tap_is_str(out.data, "aデ1ez", "folded with a map");
	tap_ok(map.bytes.count == out.length && map.bytes.items[1].start == 1 &&
		   map.bytes.items[3].end == 7 && map.bytes.items[4].start == 7 &&
		   map.bytes.items[5].end == 13 && map.bytes.items[6].start == 13,
	       "and back to the characters");
	fold_map_release(&map);
	strbuf_release(&out);
}

int
main(void)
{
	test_map();
	is_folded("한글 ﬁn ǅ", "한글 fin dz");
	is_folded("か\u3099 ｶﾞ ヷ", "が ガ ヷ");
	is_folded("Σίσυφος ς", "σισυφοσ σ");
	is_folded("ＬＬＭ", "llm");
	is_folded("ﾃﾞｰﾀ", "データ");
	is_folded("Nikolić", "nikolic");
	is_folded("Nikolic\xCC\x81", "nikolic");
	is_folded("Łukasz Ørsted Đặng", "lukasz orsted dang");
	is_folded("Straße", "strasse");
	is_folded("D’Eugenio", "d'eugenio");
	is_folded("佐々木 サーバー", "佐々木 サーバー");
	is_folded("が カ", "が カ");
	is_folded("２０２５－０９", "2025-09");
	return tap_done();
}
