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

int
main(void)
{
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
