// SPDX-License-Identifier: GPL-3.0-or-later
// When two descriptions are of one paper, and when they only look so.
#include "shoroku/model/match.h"

#include "tap.h"

#define AUTHORS 6

struct described {
	const char *title;
	const char *authors[AUTHORS]; // "et al." behind what was cut
};

struct pair {
	const char *name;
	struct described a;
	struct described b;
};

static struct paper
paper_of(const struct described *described, const char **authors)
{
	struct paper paper = {.title = described->title, .authors = authors};

	while (paper.author_count < AUTHORS && described->authors[paper.author_count]) {
		authors[paper.author_count] = described->authors[paper.author_count];
		paper.author_count++;
	}
	paper.authors_truncated =
	    paper.author_count && !strcmp(authors[paper.author_count - 1], "et al.");
	paper.author_count -= paper.authors_truncated;
	return paper;
}

static int
score_of(const struct pair *pair)
{
	const char *authors[2][AUTHORS];
	struct paper a = paper_of(&pair->a, authors[0]);
	struct paper b = paper_of(&pair->b, authors[1]);
	int score = match_papers(&a, &b);

	if (score != match_papers(&b, &a))
		tap_ok(false, "%s: the other way round is the same", pair->name);
	return score;
}

// clang-format off
static const struct pair same[] = {
	{"the same", {"Slow Rivers of Warm Gas", {"Ada Bell", "Bo Finch"}}, {"Slow Rivers of Warm Gas", {"Ada Bell", "Bo Finch"}}},
	{"case and accents", {"THE MÖBIUS BAND OF CAFÉS", {"Kristína Nováková"}}, {"The Mobius band of cafes", {"Kristina Novakova"}}},
	{"TeX", {"Bounds on $\\alpha$ in Fr\\'echet spaces", {"Ada Bell"}}, {"Bounds on α in Fréchet Spaces", {"Ada Bell"}}},
	{"hyphens", {"Self-supervised pre-training for maps", {"Ada Bell", "Bo Finch"}}, {"Self supervised pretraining for maps", {"Ada Bell", "Bo Finch"}}},
	{"initials", {"Slow Rivers of Warm Gas", {"A. Bell", "B. J. Finch"}}, {"Slow Rivers of Warm Gas", {"Ada Bell", "Bo Jonas Finch"}}},
	{"family names alone", {"Slow Rivers of Warm Gas", {"Bell", "Finch"}}, {"Slow Rivers of Warm Gas", {"Ada Bell", "Bo Finch"}}},
	{"order of name parts", {"Slow Rivers of Warm Gas", {"Bell, Ada", "Tanaka Yuki"}}, {"Slow Rivers of Warm Gas", {"Ada Bell", "Yuki Tanaka"}}},
	{"joined given names", {"Slow Rivers of Warm Gas", {"Li Xiao-Ming", "J.-P. Serret"}}, {"Slow Rivers of Warm Gas", {"Xiao Ming Li", "Jean-Pierre Serret"}}},
	{"umlauts written out", {"Slow Rivers of Warm Gas", {"Emil Mueller"}}, {"Slow Rivers of Warm Gas", {"Emil Müller"}}},
	{"et al.", {"Slow Rivers of Warm Gas", {"Ada Bell", "et al."}}, {"Slow Rivers of Warm Gas", {"Ada Bell", "Bo Finch", "Cy Gull", "Di Heron", "Ed Ibis"}}},
	{"a list cut in silence", {"Slow Rivers of Warm Gas", {"Ada Bell", "Bo Finch"}}, {"Slow Rivers of Warm Gas", {"Ada Bell", "Bo Finch", "Cy Gull", "Di Heron", "Ed Ibis"}}},
	{"a subtitle lost", {"Slow Rivers of Warm Gas", {"Ada Bell"}}, {"Slow Rivers of Warm Gas: a Survey of Forty Nearby Spirals", {"Ada Bell"}}},
	{"a series' name lost", {"A Survey of Forty Nearby Spirals", {"Ada Bell"}}, {"HERONS: A Survey of Forty Nearby Spirals", {"Ada Bell"}}},
	{"a version gained a word", {"Slow Rivers of Warm Gas", {"Ada Bell"}}, {"On Slow Rivers of Warm Gas", {"Ada Bell"}}},
	{"British spelling", {"The colour of modelled dust", {"Ada Bell"}}, {"The color of modeled dust", {"Ada Bell"}}},
	{"full width", {"Ｓｌｏｗ Ｒｉｖｅｒｓ ｏｆ Ｗａｒｍ Ｇａｓ", {"Ａｄａ Ｂｅｌｌ"}}, {"Slow Rivers of Warm Gas", {"Ada Bell"}}},
	{"Japanese", {"暖かいガスの遅い流れ", {"試験 太郎", "見本 花子"}}, {"暖かいガスの遅い流れ", {"試験太郎", "見本花子"}}},
	{"the same numbers", {"A survey of GN-q11 at z = 10", {"Ada Bell"}}, {"A Survey of GN-q11 at $z=10$", {"Ada Bell"}}},
};

static const struct pair different[] = {
	{"parts I and II", {"Slow Rivers of Warm Gas I", {"Ada Bell", "Bo Finch"}}, {"Slow Rivers of Warm Gas II", {"Ada Bell", "Bo Finch"}}},
	{"parts II and III behind a colon", {"Slow Rivers of Warm Gas. II: the Far Side", {"Ada Bell"}}, {"Slow Rivers of Warm Gas. III: the Far Side", {"Ada Bell"}}},
	{"a part and the whole", {"Slow Rivers of Warm Gas", {"Ada Bell"}}, {"Slow Rivers of Warm Gas: Part 2", {"Ada Bell"}}},
	{"parts A and B", {"Slow Rivers of Warm Gas, Part A", {"Ada Bell"}}, {"Slow Rivers of Warm Gas, Part B", {"Ada Bell"}}},
	{"other objects", {"The long disc of M31 seen in warm gas", {"Ada Bell"}}, {"The long disc of M33 seen in warm gas", {"Ada Bell"}}},
	{"same title, other authors", {"Slow Rivers of Warm Gas", {"Ada Bell", "Bo Finch"}}, {"Slow Rivers of Warm Gas", {"Cy Gull", "Di Heron"}}},
	{"same title, one common name", {"Slow Rivers of Warm Gas", {"Yu Wang", "Ada Bell", "Bo Finch"}}, {"Slow Rivers of Warm Gas", {"Yi Wang", "Y. Wang", "Cy Gull", "Di Heron"}}},
	{"initials of others", {"Slow Rivers of Warm Gas", {"A. Bell"}}, {"Slow Rivers of Warm Gas", {"Bo Bell"}}},
	{"a word in another's place", {"Dark matter in dwarf galaxies of the southern sky", {"Ada Bell"}}, {"Dark matter in spiral galaxies of the southern sky", {"Ada Bell"}}},
	{"the same authors' other paper", {"Slow Rivers of Warm Gas", {"Ada Bell", "Bo Finch"}}, {"Fast Rivers of Cold Dust", {"Ada Bell", "Bo Finch"}}},
	{"nobody's name", {"Slow Rivers of Warm Gas", {NULL}}, {"Slow Rivers of Warm Gas", {"Ada Bell"}}},
	{"a short head", {"Gas", {"Ada Bell"}}, {"Gas: a Survey of Forty Nearby Spirals", {"Ada Bell"}}},
	{"no letters", {"???", {"Ada Bell"}}, {"!!!", {"Ada Bell"}}},
};
// clang-format on

int
main(void)
{
	for (size_t i = 0; i < sizeof(same) / sizeof(*same); i++) {
		int score = score_of(&same[i]);

		tap_ok(score >= MATCH_THRESHOLD && score <= MATCH_CERTAIN, "one paper: %s (%d)",
		       same[i].name, score);
	}
	for (size_t i = 0; i < sizeof(different) / sizeof(*different); i++) {
		int score = score_of(&different[i]);

		tap_ok(score >= 0 && score < MATCH_THRESHOLD, "two papers: %s (%d)",
		       different[i].name, score);
	}
	tap_is_int(score_of(&same[0]), MATCH_CERTAIN, "the same is certain");
	return tap_done();
}
