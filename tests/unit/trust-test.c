// SPDX-License-Identifier: GPL-3.0-or-later
// What a text speaks of, and whether a section speaks of its paper.
#include "shoroku/trust/crowd.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/text/fold.h"
#include "shoroku/trust/counts.h"
#include "shoroku/trust/foreign.h"
#include "shoroku/trust/recorded.h"
#include "shoroku/trust/rules.h"
#include "shoroku/trust/tokens.h"
#include "tap.h"

struct listing {
	struct strbuf text;
	const char *folded;
	size_t count;
	uint32_t last;
};

static void
list_token(void *context, const struct trust_token *token)
{
	struct listing *listing = context;

	listing->count++;
	listing->last = token->hash;
	strbuf_add_string(&listing->text, listing->text.length ? " " : "");
	strbuf_add_string(&listing->text, token->word ? "=" : "");
	strbuf_add(&listing->text, listing->folded + token->start, token->end - token->start);
}

static void
is_tokens(const char *text, const char *tokens)
{
	char *folded = fold_string(text);
	struct listing listing = {.folded = folded};

	strbuf_init(&listing.text);
	tokens_each(folded, strlen(folded), list_token, &listing);
	tap_is_str(listing.text.data, tokens, text);
	strbuf_release(&listing.text);
	free(folded);
}

static void
test_tokens(void)
{
	is_tokens("深海の魚を調べる", "深海");
	is_tokens("潮流計測", "潮流 流計 計測");
	is_tokens("スペクトル解析", "スペク ペクト クトル スペクトル 解析");
	is_tokens("レンズ・モデル", "レンズ レンズ モデル モデル");
	is_tokens("これはひらがなだけ、です。", "");
	is_tokens("A 12 345 x2 GPT-4o β β線 ... ★", "=x2 =gpt =4o");
	is_tokens("TransＦormer を 使った", "=transformer");
	is_tokens("code at https://example.net/Ab3/c?d=e and host.example/Q7x. Fine",
		  "=code =at =and =fine");
	is_tokens("@reader_one wrote", "=wrote");
	is_tokens("한국어 모델", "한국 국어 모델");
	is_tokens("", "");
}

// Papers that a token stands in: no statistics but of what the test says is common.
static double
count_papers(void *context, uint32_t token)
{
	const uint32_t *common = context;

	return token == *common ? 500 : 1;
}

static uint32_t
hash_of(const char *word)
{
	struct listing listing = {.folded = word};

	strbuf_init(&listing.text);
	tokens_each(word, strlen(word), list_token, &listing);
	strbuf_release(&listing.text);
	return listing.last;
}

static void
test_weight(void)
{
	uint32_t common = hash_of("手法");
	struct trust_statistics statistics = statistics_make(count_papers, &common, 1000, 1000);

	tap_ok(common != 0 && common != hash_of("法手"), "tokens have names of their own");
	tap_ok(statistics_weigh(&statistics, common, false) == 0, "what is common weighs nothing");
	tap_ok(statistics_weigh(&statistics, hash_of("潮流"), false) > 4, "what is rare weighs");
}

static uint32_t none;
static struct trust_statistics all_rare;

static const char fish[] =
    "深海魚の発光器官を顕微鏡で観察し、発光細菌との共生を遺伝子解析で確認した。"
    "水深千米の標本採集と発光波長の測定も行う。";
static const char tide[] =
    "潮流発電機の翼形状を風洞実験と数値流体計算で最適化し、湾岸海域の実証試験で"
    "出力変動を抑制した。保守費用の見積も示す。";

static void
add(struct trust_crowd *crowd, const char *name, const char *title, const char *reason,
    const char *detail)
{
	crowd_add_paper(crowd, name);
	crowd_add_text(crowd, TRUST_TITLE, title);
	crowd_add_text(crowd, SECTION_REASON, reason);
	crowd_add_text(crowd, SECTION_DETAIL, detail);
}

// All papers of the crowd are judged each time.
static struct trust_verdict
judge(struct trust_crowd *crowd, size_t paper, size_t count, enum section_role role)
{
	struct trust_verdicts verdicts[8];

	crowd_judge(crowd, 0, count, &all_rare, verdicts);
	return verdicts[paper].roles[role];
}

static const char fish_reason[] = "発光器官と発光細菌の共生を遺伝子解析で確認。";
static const char tide_reason[] = "潮流発電機の翼形状を数値流体計算で最適化。";

static void
test_judging(struct trust_crowd *crowd)
{
	struct trust_verdict verdict;

	add(crowd, "a", "Light of the deep", fish_reason, fish);
	add(crowd, "b", "Tidal blades", "発光器官の顕微鏡観察で発光細菌の共生を確認。", tide);
	verdict = judge(crowd, 0, 2, SECTION_REASON);
	tap_ok(verdict.judged && verdict.score > 0.7, "a reason of its own paper: %.2f",
	       verdict.score);
	verdict = judge(crowd, 1, 2, SECTION_REASON);
	tap_ok(verdict.judged && verdict.share < 0.1, "a foreign one has no share: %.2f",
	       verdict.share);
	tap_ok(verdict.other > 0.7 && verdict.nearest == 0, "but in the paper it speaks of: %.2f",
	       verdict.other);
	tap_ok(verdict.score < 0.2, "of which more is expected: %.2f", verdict.score);
	verdict = judge(crowd, 1, 2, SECTION_DETAIL);
	tap_ok(!verdict.judged, "a long text is not judged by a short one");
	verdict = judge(crowd, 0, 2, SECTION_SHORT);
	tap_ok(!verdict.judged, "nor what is not there");
	crowd_clear(crowd);

	add(crowd, "a", "Light of the deep", fish_reason, fish);
	add(crowd, "a", "Light of the deep", tide_reason, fish);
	add(crowd, "c", "Something", "", tide);
	verdict = judge(crowd, 0, 3, SECTION_REASON);
	tap_ok(verdict.judged && verdict.score > 0.7, "the same paper elsewhere is no other one");
	verdict = judge(crowd, 1, 3, SECTION_REASON);
	tap_ok(verdict.judged && verdict.score < 0.2 && verdict.nearest == 2,
	       "each entry is judged by itself: %.2f", verdict.score);
	crowd_clear(crowd);
}

// Where no paper fits better, what the others of the day have of their own sections says what is odd.
static void
test_typical(struct trust_crowd *crowd)
{
	static const char foreign[] =
	    "銀河円盤の金属量勾配を分光器で測定し、恒星形成の履歴を再現する。"
	    "赤方偏移の大きな星雲の化学進化も扱う。";
	struct trust_verdict verdict;

	add(crowd, "a", "Light of the deep", foreign, fish);
	add(crowd, "b", "Tidal blades", "", tide);
	verdict = judge(crowd, 0, 2, SECTION_REASON);
	tap_ok(!verdict.judged, "with nothing to compare it with, a foreign reason is not judged");
	crowd_clear(crowd);
	add(crowd, "a", "Light of the deep", foreign, fish);
	add(crowd, "b", "Tidal blades", tide_reason, tide);
	add(crowd, "c", "Light again", fish_reason, fish);
	verdict = judge(crowd, 0, 3, SECTION_REASON);
	tap_ok(verdict.judged && verdict.score < TRUST_THRESHOLD,
	       "it is where others do better: %.2f", verdict.score);
	crowd_clear(crowd);
	add(crowd, "a", "Light of the deep", foreign, fish);
	add(crowd, "b", "Tidal blades", "今週読んだ論文の感想文。会議採択済、実装公開予定。", tide);
	add(crowd, "c", "Light again", "夏季休暇中の読書記録。著者講演会の録画視聴も推薦。", fish);
	verdict = judge(crowd, 0, 3, SECTION_REASON);
	tap_ok(!verdict.judged, "but not where all of them speak freely");
	crowd_clear(crowd);
}

static void
test_not_judged(struct trust_crowd *crowd)
{
	add(crowd, "a", "Light", "会議採択。", fish);
	add(crowd, "b", "Light", "A careful look at bacteria, organs, light and microscopes at sea",
	    fish);
	add(crowd, "c", "Light", "1234 5678 ... !!! ★★★", fish);
	add(crowd, "d", "Light", "https://example.net/a/b-c/d_e?f=g @someone @another_one", fish);
	add(crowd, "e", "Tidal blades", tide_reason, tide);
	tap_ok(!judge(crowd, 0, 5, SECTION_REASON).judged, "too short to judge");
	tap_ok(!judge(crowd, 1, 5, SECTION_REASON).judged, "another language");
	tap_ok(!judge(crowd, 2, 5, SECTION_REASON).judged, "no letters");
	tap_ok(!judge(crowd, 3, 5, SECTION_REASON).judged, "nothing but addresses");
	crowd_clear(crowd);
}

// A text of many bytes: `unit` again and again.
static char *
repeat(const char *unit, size_t bytes)
{
	struct strbuf text;

	strbuf_init(&text);
	while (text.length < bytes)
		strbuf_add_string(&text, unit);
	return strbuf_detach(&text);
}

static void
count_token(void *context, uint32_t token, bool word)
{
	size_t *count = context;

	(void)token;
	(void)word;
	++*count;
}

static void
test_bounds(struct trust_crowd *crowd)
{
	char *same = repeat("鉄", (size_t)1 << 20);
	char *long_word = repeat("ab", (size_t)1 << 20);
	char *kana = repeat("ア", (size_t)1 << 20);
	struct strbuf many;
	size_t tokens = 0;

	add(crowd, "a", "Light", same, fish);
	add(crowd, "b", "Light", long_word, fish);
	add(crowd, "c", "Light", kana, fish);
	for (size_t i = 0; i < 3; i++)
		tap_ok(!judge(crowd, i, 3, SECTION_REASON).judged,
		       "one thing said a million times (%zu)", i);
	crowd_clear(crowd);
	strbuf_init(&many);
	for (uint32_t i = 0; many.length < (size_t)1 << 20; i++)
		strbuf_add_utf8(&many, 0x4E00 + i * 7919 % 20000);
	add(crowd, "d", "Light", many.data, "");
	crowd_each_token(crowd, 0, count_token, &tokens);
	tap_ok(tokens > 1000 && tokens < TRUST_LONGEST_TEXT / 3, "of 1 MB a part is looked at: %zu",
	       tokens);
	tap_ok(tokens_reach(many.data) <= TRUST_LONGEST_TEXT && tokens_reach(many.data) % 3 == 0,
	       "up to a whole character");
	strbuf_release(&many);
	crowd_clear(crowd);
	free(kana);
	free(same);
	free(long_word);
}

static void
test_foreign(void)
{
	static const char *const others[] = {"Light of the deep", fish};
	const char *words[4];
	struct arena arena;
	size_t count;

	arena_init(&arena);
	count = foreign_words(&arena, "発光器官と潮流発電機 Blade の風洞実験、潮流発電機。", others,
			      2, &all_rare, words, 4);
	tap_is_int((long long)count, 3, "foreign words are told once");
	tap_is_str(words[0], "潮流発電機", "stretches of them whole");
	tap_is_str(words[1], "Blade", "words too, as they are printed");
	count = foreign_words(&arena, "発光計算複雑性理論。", others, 2, &all_rare, words, 4);
	tap_ok(count == 1 && !strcmp(words[0], "発光計算複雑性理論"),
	       "with the characters around that are not foreign");
	count = foreign_words(&arena, "発光器官と潮流発電機 Blade の風洞実験、潮流発電機。", others,
			      2, &all_rare, words, 4);
	tap_is_str(words[2], "風洞実験", "in their order");
	count = foreign_shared_words(&arena, "発光器官と潮流発電機 deep", others, 2, &all_rare,
				     words, 4);
	tap_is_int((long long)count, 2, "shared ones");
	tap_is_str(words[0], "発光器官", "a stretch");
	arena_release(&arena);
}

// --- counts

static void
test_counts(struct trust_crowd *crowd)
{
	struct trust_counts *counts = counts_new();
	struct trust_counts *again = counts_new();
	struct trust_statistics statistics = counts_statistics(counts);
	struct strbuf bytes;
	double before = statistics_weigh(&statistics, hash_of("潮流"), false);

	strbuf_init(&bytes);
	tap_ok(statistics_weigh(&statistics, hash_of("手法"), false) == 0 &&
		   statistics_weigh(&statistics, hash_of("model"), true) == 0,
	       "what is common is known before anything is counted");
	tap_ok(before > 4, "and what is rare");
	add(crowd, "a", "Tides", tide, "");
	for (int i = 0; i < 400; i++)
		counts_add(counts, crowd, 0);
	add(crowd, "b", "Once zebra", "", "");
	counts_add(counts, crowd, 1);
	statistics = counts_statistics(counts);
	tap_ok(statistics_weigh(&statistics, hash_of("潮流"), false) == 0,
	       "what many papers have becomes common");
	counts_pack(counts, &bytes);
	tap_is_int(counts_unpack(again, bytes.data, bytes.length), 0, "counts are read back");
	statistics = counts_statistics(again);
	tap_is_int((long long)statistics.all[1], TRUST_PRIOR + 401, "all papers");
	tap_is_int((long long)statistics.all[0], TRUST_PRIOR + 400, "those with Han");
	tap_ok(statistics.papers(statistics.context, hash_of("潮流")) == 400, "of a token");
	tap_ok(statistics.papers(statistics.context, hash_of("zebra")) == 0, "but of seldom ones");
	tap_is_int(counts_unpack(again, bytes.data, bytes.length - 1), -1, "cut bytes are refused");
	tap_is_int(counts_unpack(again, "", 0), -1, "none are too");
	strbuf_release(&bytes);
	counts_free(counts);
	counts_free(again);
	crowd_clear(crowd);
}

// --- by the text alone

static void
is_flaw(const char *text, const char *lang, const char *want)
{
	enum trust_flaw flaw;

	tap_is_str(rules_find(text, lang, &flaw) ? rules_flaw_name(flaw) : "", want, text);
}

static void
test_rules(void)
{
	enum section_role role;
	enum trust_flaw flaw;

	is_flaw("魚を観察した。結果は良い。", "ja", "");
	is_flaw("魚を観察した", "ja", "");
	is_flaw("魚を観察した。その後に水温を", "ja", "cut");
	is_flaw("Fish were seen. Then the water of the", "en", "cut");
	is_flaw("- Fish\n- Water\n- The", "en", "");
	is_flaw(" --- ★\n", "ja", "empty");
	is_flaw("申し訳ありませんが、本文がありません。", "ja", "refusal");
	is_flaw("I’m sorry, but I cannot do that.", "en", "refusal");
	is_flaw("Sorry states of the deep sea are studied.", "en", "");
	is_flaw("Fish of the deep sea have organs that shine, and bacteria live inside of them.",
		"ja", "language");
	is_flaw("ResNet-50, GPT-4", "ja", "");
	is_flaw("魚", NULL, "");
	tap_ok(rules_flaw_parse("short-refusal", &role, &flaw) && role == SECTION_SHORT &&
		   flaw == TRUST_REFUSAL,
	       "a warning's name");
	tap_ok(rules_flaw_parse("title-differs", &role, &flaw) && role == TRUST_PAPER &&
		   flaw == TRUST_TITLE_DIFFERS,
	       "one of a paper's");
	tap_ok(!rules_flaw_parse("short", &role, &flaw) &&
		   !rules_flaw_parse("x-cut", &role, &flaw) &&
		   !rules_flaw_parse("short-x", &role, &flaw),
	       "and what is none");
}

static void
test_recorded(void)
{
	static const char *names[] = {"Ada Bell", "Bo Nikolić", "Cem Oz"};
	static const char *initials[] = {"A. Bell", "Nikolic, Bo", "C. Oz"};
	static const char *four[] = {"Ada Bell", "Bo Nikolić", "Cem Oz", "D. Pond"};
	static const char *others[] = {"A. Bell", "D. Pond", "C. Oz"};
	const struct paper recorded = {.authors = names, .author_count = 3};
	struct paper printed = {.authors = initials, .author_count = 3};

	tap_ok(!recorded_title_differs("Deep-Sea Light (ICLR 2026)", "Deep sea light"),
	       "a title alike");
	tap_ok(!recorded_title_differs("Deep-Sea Li", "Deep sea light"), "one cut short");
	tap_ok(recorded_title_differs("Deep-Sea Sound", "Deep sea light"), "another title");
	tap_ok(!recorded_title_differs("Light from the bacteria of eight deep seas",
				       "Light from bacteria of eight deep seas"),
	       "a word more");
	tap_ok(!recorded_title_differs("深海の光", "Deep sea light"), "one in another script");
	tap_ok(!recorded_title_differs(NULL, "Deep sea light"), "none");
	tap_ok(!recorded_authors_differ(&printed, &recorded), "initials");
	printed.authors = others;
	tap_ok(recorded_authors_differ(&printed, &recorded), "another author");
	printed.authors = names;
	printed.author_count = 2;
	tap_ok(!recorded_authors_differ(&printed, &recorded), "the last is missing");
	printed.authors = names + 1;
	tap_ok(recorded_authors_differ(&printed, &recorded), "the first is missing");
	printed.authors = four;
	printed.author_count = 4;
	tap_ok(recorded_authors_differ(&printed, &recorded), "one too many");
}

int
main(void)
{
	struct trust_crowd *crowd = crowd_new();

	all_rare = statistics_make(count_papers, &none, 1000, 1000);
	test_tokens();
	test_weight();
	test_judging(crowd);
	test_typical(crowd);
	test_not_judged(crowd);
	test_bounds(crowd);
	test_rules();
	test_recorded();
	test_foreign();
	test_counts(crowd);
	crowd_free(crowd);
	return tap_done();
}
