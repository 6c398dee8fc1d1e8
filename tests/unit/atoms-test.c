// SPDX-License-Identifier: GPL-3.0-or-later
// What searching counts as one thing.
#include "shoroku/text/atoms.h"

#include "shoroku/base/strbuf.h"
#include "tap.h"

// Atoms separated by blanks; + before one that goes on a run.
static const struct {
	const char *text;
	const char *atoms;
} cases[] = {
    {"", ""},
    {"。、 -", ""},
    {"科学", "科 +学"},
    {"m-sam手法", "m sam 手 +法"},
    {"z=4-7", "z 4 7"},
    {"gn-z11", "gn z11"},
    {"[si/o]", "si o"},
    {"log(m*/m⊙)", "log m m ⊙"},
    {"β崩壊", "β 崩 +壊"},
    {"d'eugenio", "d eugenio"},
    {"ジョン・スミス", "ジ +ョ +ン +・ +ス +ミ +ス"},
    {"・項目・", "項 +目"},
    {"科学、技術", "科 +学 技 +術"},
    {"佐々木サーバー", "佐 +々 +木 +サ +ー +バ +ー"},
    {"한글 abc", "한 +글 abc"},
    {"λ0 10×20", "λ0 10 × 20"},
    {"हिन्दी", "हिन्दी"},
};

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct atoms atoms;
		struct atom atom;
		struct strbuf joined;

		strbuf_init(&joined);
		atoms_init(&atoms, cases[i].text, strlen(cases[i].text));
		while (atoms_next(&atoms, &atom)) {
			strbuf_add_string(&joined, joined.length ? " " : "");
			strbuf_add_string(&joined, atom.joined ? "+" : "");
			strbuf_add(&joined, cases[i].text + atom.start, atom.end - atom.start);
		}
		tap_is_str(joined.data, cases[i].atoms, cases[i].text);
		strbuf_release(&joined);
	}
	return tap_done();
}
