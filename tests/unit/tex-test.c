// SPDX-License-Identifier: GPL-3.0-or-later
// TeX as it is met in titles and abstracts, and what only looks like it.
#include "shoroku/text/tex.h"

#include "shoroku/text/clean.h"
#include "tap.h"

static const struct {
	const char *tex;
	const char *plain;
} table[] = {
    // accents and letters
    {"Fr\\'echet", "Fréchet"},
    {"Fr\\'{e}chet", "Fréchet"},
    {"Fr{\\'e}chet", "Fréchet"},
    {"M\\\"uller and Schr\\\"{o}dinger", "Müller and Schrödinger"},
    {"Erd\\H{o}s, Nov\\'ak, \\v{C}ech", "Erdős, Novák, Čech"},
    {"Fran\\c{c}ois, \\c Sahin", "François, Şahin"},
    {"Mart\\'{\\i}n, S{\\o}ren, \\L{}ojasiewicz", "Martín, Søren, Łojasiewicz"},
    {"Universit\\`a di Gen\\^eve, Espa\\~na", "Università di Genêve, España"},
    {"Stra\\ss e", "Straße"},
    // formulas
    {"$\\mathbb{R}^2$", "ℝ²"},
    {"$\\alpha$-sharpness", "α-sharpness"},
    {"$10^{-3}$ to $z=6$", "10⁻³ to z=6"},
    {"$M_\\odot$ and $H_2O$", "M⊙ and H₂O"},
    {"$\\sqrt{s}=13$ TeV", "√s=13 TeV"},
    {"$\\sqrt{s_{\\mathrm{NN}}}$", "√(s_NN)"},
    {"$e^+e^-\\to\\pi^+\\pi^-$", "e⁺e⁻→π⁺π⁻"},
    {"$Z_c(3900)$", "Z_c(3900)"},
    {"$\\frac{1}{2}$ and $\\frac{a+b}{c}$", "1/2 and (a+b)/c"},
    {"$\\mathcal{L}$ of $\\hat{x}$", "ℒ of x̂"},
    {"$K\\nu\\bar{\\nu}$", "Kνν̄"},
    {"$5^\\circ$, $3\\,\\mathrm{km}$", "5°, 3km"},
    {"$$a \\leq b$$", "a ≤ b"},
    {"fb$^{-1}$, RL$^\\ddag$", "fb⁻¹, RL‡"},
    // text
    {"\\emph{not} \\textbf{this} {\\bf one} \\textit{$\\beta$}", "not this one β"},
    {"\\href{https://a.b/c}{the list}", "the list"},
    {"50\\% of A\\&B, C\\_D", "50% of A&B, C_D"},
    {"the photon--photon case --- pp. 1--2", "the photon–photon case — pp. 1–2"},
    {"``quoted'' words", "“quoted” words"},
    // what is not known stays as written
    {"$\\undefined{x}$", "$\\undefined{x}$"},
    {"$\\mathbb{R}^$", "$\\mathbb{R}^$"},
    {"$x_{1$ is not closed", "$x_{1$ is not closed"},
    {"\\unknown{word}", "\\unknown{word}"},
    {"$\\vec{ab}$", "$\\vec{ab}$"},
    // what is no TeX
    {"costs $5 and $10", "costs $5 and $10"},
    {"from US$5 to A$10", "from US$5 to A$10"},
    {"$HOME/bin:$PATH", "$HOME/bin:$PATH"},
    {"C:\\new\\table", "C:\\new\\table"},
    {"C:\\o and D:\\l\\x", "C:\\o and D:\\l\\x"},
    {"say \\\"Open\\\" and don\\'t", "say \\\"Open\\\" and don\\'t"},
    {"run it --quiet -- or not", "run it --quiet – or not"},
    {"| --- | --- |", "| --- | --- |"},
    {"a {set} of {braces}", "a {set} of {braces}"},
    {"論文の題は変わらない。", "論文の題は変わらない。"},
    {"\\", "\\"},
    {"$", "$"},
    {"$$", "$$"},
    {"\\'", "\\'"},
    {"{\\", "{\\"},
};

int
main(void)
{
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
		struct strbuf out;
		char *clean;

		strbuf_init(&out);
		tex_append(&out, table[i].tex, strlen(table[i].tex));
		clean = clean_string(out.data, out.length, CLEAN_TEXT);
		tap_is_str(clean, table[i].plain, table[i].tex);
		if (!tex_likely(table[i].tex) && strcmp(table[i].tex, table[i].plain) != 0 &&
		    table[i].tex[0] != 'a')
			tap_ok(false, "likely: %s", table[i].tex);
		free(clean);
		strbuf_release(&out);
	}
	return tap_done();
}
