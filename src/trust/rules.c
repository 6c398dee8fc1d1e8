// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/trust/rules.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/i18n.h"
#include "shoroku/text/fold.h"
#include "shoroku/text/utf8.h"
#include "shoroku/trust/tokens.h"

// clang-format off
static const struct {
	const char *name;
	const char *sentence;
} flaws[TRUST_FLAWS] = {
	[TRUST_MISMATCH] = {"mismatch", N_("this section may belong to another paper")},
	[TRUST_REPEATED] = {"repeated", N_("the same text stands under another paper")},
	[TRUST_EMPTY] = {"empty", N_("there is nothing in this section")},
	[TRUST_REFUSAL] = {"refusal", N_("a model's apology stands in place of a text")},
	[TRUST_CUT] = {"cut", N_("this section ends in mid-sentence")},
	[TRUST_LANGUAGE] = {"language", N_("this section is not in the language of its digest")},
	[TRUST_TITLE_DIFFERS] = {"title-differs", N_("arXiv has this paper under another title")},
	[TRUST_AUTHORS_DIFFER] = {"authors-differ", N_("arXiv has other authors of this paper")},
};

// How texts begin that say why there is none; folded.
static const char *const refusals[] = {
	"申し訳ありませんが", "申し訳ございませんが", "申し訳ありません。", "申し訳ございません。",
	"恐れ入りますが", "すみませんが", "残念ながら、提供", "残念ながら、この論文の", "ご提示いただいた",
	"ご提供いただいた", "お送りいただいた", "論文の本文が提供され", "論文の内容が提供され", "要約するテキスト",
	"要約を生成できません", "要約できません", "aiとして", "aiアシスタントとして", "私はai", "大規模言語モデルとして",
	"i'm sorry", "i am sorry", "sorry, ", "i apologize", "i cannot", "i can't", "i can not", "i'm unable",
	"i am unable", "unfortunately, i ", "as an ai", "as a language model", "as a large language model",
	"please provide the", "could you please provide", "it seems that you", "it looks like you",
	"the provided text does not", "no text was provided", "no abstract was provided", "error: ", "{\"error\"",
};

// Endings that ask for more: a Japanese particle or comma, an English word of grammar.
static const char *const east_endings[] = {"、", "を", "が", "は", "の", "「", "(", "および", "または", "ための"};
static const char *const word_endings[] = {" the", " of", " and", " a", " an", " to", " with", " for", " from",
	" by", " that", " which", " in", " or", ","};
// clang-format on

const char *
rules_flaw_name(enum trust_flaw flaw)
{
	return flaws[flaw].name;
}

const char *
rules_flaw_sentence(enum trust_flaw flaw)
{
	return _(flaws[flaw].sentence);
}

static bool
parse_paper_flaw(const char *name, enum section_role *role, enum trust_flaw *flaw)
{
	*role = TRUST_PAPER;
	for (*flaw = TRUST_TITLE_DIFFERS; *flaw < TRUST_FLAWS; ++*flaw) {
		if (!strcmp(flaws[*flaw].name, name))
			return true;
	}
	return false;
}

bool
rules_flaw_parse(const char *name, enum section_role *role, enum trust_flaw *flaw)
{
	const char *hyphen = strchr(name, '-');

	if (parse_paper_flaw(name, role, flaw))
		return true;
	for (int r = 0; hyphen && r < SECTION_ROLES; r++) {
		const char *role_name = paper_role_name((enum section_role)r);

		if (strlen(role_name) != (size_t)(hyphen - name) ||
		    strncmp(role_name, name, (size_t)(hyphen - name)) != 0)
			continue;
		for (int f = 0; f < TRUST_TITLE_DIFFERS; f++) {
			if (strcmp(flaws[f].name, hyphen + 1) != 0)
				continue;
			*role = (enum section_role)r;
			*flaw = (enum trust_flaw)f;
			return true;
		}
	}
	return false;
}

static bool
begins_like_a_refusal(const char *folded)
{
	for (size_t i = 0; i < ARRAY_LENGTH(refusals); i++) {
		if (!strncmp(folded, refusals[i], strlen(refusals[i])))
			return true;
	}
	return false;
}

static bool
ends_with(const char *text, size_t length, const char *const *endings, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t ending = strlen(endings[i]);

		if (length >= ending && !memcmp(text + length - ending, endings[i], ending))
			return true;
	}
	return false;
}

// Only where a sentence ended before: notes and lists of names end as they like. `end` is the folded end
// of the text.
static bool
is_cut(const char *text, const char *end, size_t length)
{
	while (length && strchr(" \n", end[length - 1]))
		length--;
	if (ends_with(end, length, east_endings, ARRAY_LENGTH(east_endings)))
		return strstr(text, "。") != NULL;
	return ends_with(end, length, word_endings, ARRAY_LENGTH(word_endings)) &&
	       strstr(text, ". ");
}

#define LEAST_LETTERS 60 // in the other language, for a section to be said to be in it

static bool
is_other_language(const char *text, size_t length, const char *lang)
{
	struct utf8_scripts scripts = {0};
	size_t east;
	bool wants_east =
	    lang && (!strcmp(lang, "ja") || !strcmp(lang, "zh") || !strcmp(lang, "ko"));

	// As nearly always; in Japanese the first character tells.
	if (!lang || wants_east == utf8_has_east(text, length))
		return false;
	utf8_count_scripts(&scripts, text, length);
	east = scripts.han + scripts.kana + scripts.hangul;
	if (wants_east)
		return scripts.latin >= LEAST_LETTERS;
	return !strcmp(lang, "en") && east >= LEAST_LETTERS && east > scripts.latin;
}

static bool
has_letter(const char *text, size_t length)
{
	for (size_t at = 0; at < length;) {
		if (utf8_is_letter(utf8_next(text, length, &at)))
			return true;
	}
	return false;
}

#define BEGINNING 96 // bytes of a text's beginning that are folded
#define ENDING 48    // and of its end
#define LANGUAGE 512 // bytes that its language is told by

static size_t
whole_characters(const char *text, size_t length)
{
	while (length && ((unsigned char)text[length] & 0xC0) == 0x80)
		length--;
	return length;
}

// The first character that begins in the last ENDING bytes.
static size_t
end_of(const char *text, size_t length)
{
	size_t at = length > ENDING ? length - ENDING : 0;

	while (at < length && ((unsigned char)text[at] & 0xC0) == 0x80)
		at++;
	return at;
}

bool
rules_other_language(const char *text, const char *lang)
{
	size_t length = strnlen(text, LANGUAGE + 1);

	return is_other_language(
	    text, whole_characters(text, length < LANGUAGE ? length : LANGUAGE), lang);
}

static bool
ends_a_sentence(const char *text, size_t length)
{
	return text[length - 1] == '.' ||
	       (length > 3 && !memcmp(text + length - 3, "。", strlen("。")));
}

static bool
find(const char *text, size_t length, const char *lang, struct strbuf *folded,
     enum trust_flaw *flaw)
{
	bool whole = !text[length];
	size_t end = end_of(text, length);

	*flaw = TRUST_EMPTY;
	if (!has_letter(text, length))
		return whole;
	*flaw = TRUST_REFUSAL;
	fold_append(folded, text, whole_characters(text, length < BEGINNING ? length : BEGINNING));
	if (begins_like_a_refusal(folded->data))
		return true;
	*flaw = TRUST_CUT;
	if (whole && !ends_a_sentence(text, length)) {
		strbuf_clear(folded);
		fold_append(folded, text + end, length - end);
		if (is_cut(text, folded->data, folded->length))
			return true;
	}
	*flaw = TRUST_LANGUAGE;
	return rules_other_language(text, lang);
}

bool
rules_find(const char *text, const char *lang, enum trust_flaw *flaw)
{
	struct strbuf folded;
	bool found;

	strbuf_init(&folded);
	found = find(text, tokens_reach(text), lang, &folded, flaw);
	strbuf_release(&folded);
	return found;
}
