// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of names, and what else stands beside a title.
#include "feed/authors.h"

#include "feed/identifiers.h"
#include "shoroku/base/strbuf.h"
#include "tap.h"

static const struct {
	const char *text;
	const char *names; // joined by |
	bool truncated;
} lists[] = {
    {"Ann Bell", "Ann Bell", false},
    {"Ann Bell, Bo Li and Cy Oz", "Ann Bell|Bo Li|Cy Oz", false},
    {"Ann Bell, Bo Li, and Cy Oz", "Ann Bell|Bo Li|Cy Oz", false},
    {"山田 太郎、鈴木 花子", "山田 太郎|鈴木 花子", false},
    {"Ann Bell; Bo Li；Cy Oz", "Ann Bell|Bo Li|Cy Oz", false},
    {"Bell, Ann; Li, Bo", "Ann Bell|Bo Li", false},
    {"van der Berg, Jan P.; Li, Bo; et al.", "Jan P. van der Berg|Bo Li", true},
    {"Bell, Ann; Bo Li", "Bell, Ann|Bo Li", false},
    {"Ann Bell, Oslo; Bo Li, Bergen", "Ann Bell, Oslo|Bo Li, Bergen", false},
    {"Bell, Jr.; Li, Bo", "Bell, Jr.|Li, Bo", false},
    {"Bell, Ann", "Bell|Ann", false},
    {"Ann Bell, Bo Li, et al.", "Ann Bell|Bo Li", true},
    {"Ann Bell et al", "Ann Bell", true},
    {"山田 太郎 他", "山田 太郎", true},
    {"Ann Bell,\nBo Li", "Ann Bell|Bo Li", false},
    {", ,", "", false},
};
static const char *const names[] = {"Ludwig van Beethoven, J. R. Smith Jr.", "山田 太郎、鈴木 花子",
				    "Ngô Bảo Châu", "Anna de la Cruz",
				    "D'Arcy Thompson, Jean-Pierre Serre"};
static const char *const others[] = {
    "",		 "Towards better names", "この論文は速い。", "see section 3, below",
    "Attention", "Why? Because!"};

static void
test_splitting(struct arena *arena)
{
	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		struct authors authors;
		struct strbuf joined;

		strbuf_init(&joined);
		authors_split(arena, lists[i].text, &authors);
		for (size_t j = 0; j < authors.count; j++)
			strbuf_addf(&joined, "%s%s", j ? "|" : "", authors.names[j]);
		tap_is_str(joined.data, lists[i].names, lists[i].text);
		tap_ok(authors.truncated == lists[i].truncated, "more of them or not");
		strbuf_release(&joined);
	}
}

static void
test_looks(void)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		tap_ok(authors_look_like(names[i]), "names: %s", names[i]);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		tap_ok(!authors_look_like(others[i]), "no names: %s", others[i]);
}

static void
test_identifiers(struct arena *arena)
{
	struct paper paper = {0};

	identifiers_take(arena, "arXiv:2403.01234v2 https://doi.org/10.1234/abc.def", &paper);
	tap_is_str(paper.arxiv_id, "2403.01234", "an arXiv id without its version");
	tap_is_str(paper.doi, "10.1234/abc.def", "a DOI out of its address");
	tap_is_str(paper.url, "https://doi.org/10.1234/abc.def", "and the address");
	paper = (struct paper){0};
	identifiers_take(arena, "https://arxiv.org/abs/astro-ph/0601001", &paper);
	tap_is_str(paper.arxiv_id, "astro-ph/0601001", "an old id out of its address");
	tap_ok(identifiers_are_all("arXiv:2403.01234\nhttp://a.b") && !identifiers_are_all("") &&
		   !identifiers_are_all("see http://a.b"),
	       "a line of nothing but identifiers");
}

int
main(void)
{
	struct arena arena;

	arena_init(&arena);
	test_splitting(&arena);
	test_looks();
	test_identifiers(&arena);
	arena_release(&arena);
	return tap_done();
}
