// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tex-sign.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/compiler.h"

// clang-format off
// In byte order of their names.
static const struct tex_sign signs[] = {
	{ "Box",             "□", TEX_OPERATOR },
	{ "Delta",           "Δ", TEX_LETTER },
	{ "Gamma",           "Γ", TEX_LETTER },
	{ "Im",              "ℑ", TEX_LETTER },
	{ "Lambda",          "Λ", TEX_LETTER },
	{ "Leftarrow",       "⇐", TEX_OPERATOR },
	{ "Leftrightarrow",  "⇔", TEX_OPERATOR },
	{ "Omega",           "Ω", TEX_LETTER },
	{ "P",               "¶", TEX_OPERATOR },
	{ "Phi",             "Φ", TEX_LETTER },
	{ "Pi",              "Π", TEX_LETTER },
	{ "Pr",              "Pr", TEX_WORD },
	{ "Psi",             "Ψ", TEX_LETTER },
	{ "Re",              "ℜ", TEX_LETTER },
	{ "Rightarrow",      "⇒", TEX_OPERATOR },
	{ "S",               "§", TEX_OPERATOR },
	{ "Sigma",           "Σ", TEX_LETTER },
	{ "Theta",           "Θ", TEX_LETTER },
	{ "Upsilon",         "Υ", TEX_LETTER },
	{ "Vert",            "‖", TEX_OPERATOR },
	{ "Xi",              "Ξ", TEX_LETTER },
	{ "aleph",           "ℵ", TEX_LETTER },
	{ "alpha",           "α", TEX_LETTER },
	{ "angle",           "∠", TEX_OPERATOR },
	{ "approx",          "≈", TEX_OPERATOR },
	{ "arccos",          "arccos", TEX_WORD },
	{ "arcsin",          "arcsin", TEX_WORD },
	{ "arctan",          "arctan", TEX_WORD },
	{ "arg",             "arg", TEX_WORD },
	{ "ast",             "∗", TEX_OPERATOR },
	{ "asymp",           "≍", TEX_OPERATOR },
	{ "beta",            "β", TEX_LETTER },
	{ "bigcap",          "⋂", TEX_OPERATOR },
	{ "bigcup",          "⋃", TEX_OPERATOR },
	{ "bigoplus",        "⨁", TEX_OPERATOR },
	{ "bigotimes",       "⨂", TEX_OPERATOR },
	{ "bot",             "⊥", TEX_OPERATOR },
	{ "bullet",          "•", TEX_OPERATOR },
	{ "cap",             "∩", TEX_OPERATOR },
	{ "cdot",            "·", TEX_OPERATOR },
	{ "cdots",           "⋯", TEX_OPERATOR },
	{ "checkmark",       "✓", TEX_OPERATOR },
	{ "chi",             "χ", TEX_LETTER },
	{ "circ",            "∘", TEX_OPERATOR },
	{ "colon",           ":", TEX_OPERATOR },
	{ "cong",            "≅", TEX_OPERATOR },
	{ "coprod",          "∐", TEX_OPERATOR },
	{ "copyright",       "©", TEX_OPERATOR },
	{ "cos",             "cos", TEX_WORD },
	{ "cosh",            "cosh", TEX_WORD },
	{ "cot",             "cot", TEX_WORD },
	{ "csc",             "csc", TEX_WORD },
	{ "cup",             "∪", TEX_OPERATOR },
	{ "dag",             "†", TEX_OPERATOR },
	{ "dagger",          "†", TEX_OPERATOR },
	{ "ddag",            "‡", TEX_OPERATOR },
	{ "ddagger",         "‡", TEX_OPERATOR },
	{ "deg",             "deg", TEX_WORD },
	{ "degree",          "°", TEX_OPERATOR },
	{ "delta",           "δ", TEX_LETTER },
	{ "det",             "det", TEX_WORD },
	{ "diamond",         "⋄", TEX_OPERATOR },
	{ "dim",             "dim", TEX_WORD },
	{ "div",             "÷", TEX_OPERATOR },
	{ "dots",            "…", TEX_OPERATOR },
	{ "downarrow",       "↓", TEX_OPERATOR },
	{ "ell",             "ℓ", TEX_LETTER },
	{ "emptyset",        "∅", TEX_OPERATOR },
	{ "epsilon",         "ε", TEX_LETTER },
	{ "equiv",           "≡", TEX_OPERATOR },
	{ "eta",             "η", TEX_LETTER },
	{ "exists",          "∃", TEX_OPERATOR },
	{ "exp",             "exp", TEX_WORD },
	{ "forall",          "∀", TEX_OPERATOR },
	{ "gamma",           "γ", TEX_LETTER },
	{ "gcd",             "gcd", TEX_WORD },
	{ "ge",              "≥", TEX_OPERATOR },
	{ "geq",             "≥", TEX_OPERATOR },
	{ "geqslant",        "⩾", TEX_OPERATOR },
	{ "gets",            "←", TEX_OPERATOR },
	{ "gg",              "≫", TEX_OPERATOR },
	{ "gtrsim",          "≳", TEX_OPERATOR },
	{ "hbar",            "ℏ", TEX_LETTER },
	{ "hom",             "hom", TEX_WORD },
	{ "hookrightarrow",  "↪", TEX_OPERATOR },
	{ "iff",             "⇔", TEX_OPERATOR },
	{ "imath",           "ı", TEX_LETTER },
	{ "implies",         "⇒", TEX_OPERATOR },
	{ "in",              "∈", TEX_OPERATOR },
	{ "inf",             "inf", TEX_WORD },
	{ "infty",           "∞", TEX_LETTER },
	{ "int",             "∫", TEX_OPERATOR },
	{ "iota",            "ι", TEX_LETTER },
	{ "jmath",           "ȷ", TEX_LETTER },
	{ "kappa",           "κ", TEX_LETTER },
	{ "ker",             "ker", TEX_WORD },
	{ "lambda",          "λ", TEX_LETTER },
	{ "land",            "∧", TEX_OPERATOR },
	{ "langle",          "⟨", TEX_OPERATOR },
	{ "lbrace",          "{", TEX_OPERATOR },
	{ "lceil",           "⌈", TEX_OPERATOR },
	{ "ldots",           "…", TEX_OPERATOR },
	{ "le",              "≤", TEX_OPERATOR },
	{ "leftarrow",       "←", TEX_OPERATOR },
	{ "leftrightarrow",  "↔", TEX_OPERATOR },
	{ "leq",             "≤", TEX_OPERATOR },
	{ "leqslant",        "⩽", TEX_OPERATOR },
	{ "lesssim",         "≲", TEX_OPERATOR },
	{ "lfloor",          "⌊", TEX_OPERATOR },
	{ "lim",             "lim", TEX_WORD },
	{ "ll",              "≪", TEX_OPERATOR },
	{ "ln",              "ln", TEX_WORD },
	{ "log",             "log", TEX_WORD },
	{ "longrightarrow",  "→", TEX_OPERATOR },
	{ "lor",             "∨", TEX_OPERATOR },
	{ "mapsto",          "↦", TEX_OPERATOR },
	{ "max",             "max", TEX_WORD },
	{ "mid",             "|", TEX_OPERATOR },
	{ "min",             "min", TEX_WORD },
	{ "mod",             "mod", TEX_WORD },
	{ "models",          "⊨", TEX_OPERATOR },
	{ "mp",              "∓", TEX_OPERATOR },
	{ "mu",              "μ", TEX_LETTER },
	{ "nabla",           "∇", TEX_LETTER },
	{ "ne",              "≠", TEX_OPERATOR },
	{ "neg",             "¬", TEX_OPERATOR },
	{ "neq",             "≠", TEX_OPERATOR },
	{ "ni",              "∋", TEX_OPERATOR },
	{ "notin",           "∉", TEX_OPERATOR },
	{ "nu",              "ν", TEX_LETTER },
	{ "odot",            "⊙", TEX_OPERATOR },
	{ "oint",            "∮", TEX_OPERATOR },
	{ "omega",           "ω", TEX_LETTER },
	{ "omicron",         "ο", TEX_LETTER },
	{ "ominus",          "⊖", TEX_OPERATOR },
	{ "oplus",           "⊕", TEX_OPERATOR },
	{ "otimes",          "⊗", TEX_OPERATOR },
	{ "parallel",        "∥", TEX_OPERATOR },
	{ "partial",         "∂", TEX_LETTER },
	{ "perp",            "⊥", TEX_OPERATOR },
	{ "phi",             "φ", TEX_LETTER },
	{ "pi",              "π", TEX_LETTER },
	{ "pm",              "±", TEX_OPERATOR },
	{ "pounds",          "£", TEX_OPERATOR },
	{ "prec",            "≺", TEX_OPERATOR },
	{ "preceq",          "⪯", TEX_OPERATOR },
	{ "prime",           "′", TEX_OPERATOR },
	{ "prod",            "∏", TEX_OPERATOR },
	{ "propto",          "∝", TEX_OPERATOR },
	{ "psi",             "ψ", TEX_LETTER },
	{ "rangle",          "⟩", TEX_OPERATOR },
	{ "rbrace",          "}", TEX_OPERATOR },
	{ "rceil",           "⌉", TEX_OPERATOR },
	{ "rfloor",          "⌋", TEX_OPERATOR },
	{ "rho",             "ρ", TEX_LETTER },
	{ "rightarrow",      "→", TEX_OPERATOR },
	{ "rightsquigarrow", "⇝", TEX_OPERATOR },
	{ "sec",             "sec", TEX_WORD },
	{ "setminus",        "∖", TEX_OPERATOR },
	{ "sigma",           "σ", TEX_LETTER },
	{ "sim",             "∼", TEX_OPERATOR },
	{ "simeq",           "≃", TEX_OPERATOR },
	{ "sin",             "sin", TEX_WORD },
	{ "sinh",            "sinh", TEX_WORD },
	{ "square",          "□", TEX_OPERATOR },
	{ "star",            "⋆", TEX_OPERATOR },
	{ "subset",          "⊂", TEX_OPERATOR },
	{ "subseteq",        "⊆", TEX_OPERATOR },
	{ "succ",            "≻", TEX_OPERATOR },
	{ "succeq",          "⪰", TEX_OPERATOR },
	{ "sum",             "∑", TEX_OPERATOR },
	{ "sup",             "sup", TEX_WORD },
	{ "supset",          "⊃", TEX_OPERATOR },
	{ "supseteq",        "⊇", TEX_OPERATOR },
	{ "tan",             "tan", TEX_WORD },
	{ "tanh",            "tanh", TEX_WORD },
	{ "tau",             "τ", TEX_LETTER },
	{ "theta",           "θ", TEX_LETTER },
	{ "times",           "×", TEX_OPERATOR },
	{ "to",              "→", TEX_OPERATOR },
	{ "top",             "⊤", TEX_OPERATOR },
	{ "triangle",        "△", TEX_OPERATOR },
	{ "uparrow",         "↑", TEX_OPERATOR },
	{ "upsilon",         "υ", TEX_LETTER },
	{ "varepsilon",      "ε", TEX_LETTER },
	{ "varnothing",      "∅", TEX_OPERATOR },
	{ "varphi",          "φ", TEX_LETTER },
	{ "varpi",           "ϖ", TEX_LETTER },
	{ "varrho",          "ϱ", TEX_LETTER },
	{ "varsigma",        "ς", TEX_LETTER },
	{ "vartheta",        "ϑ", TEX_LETTER },
	{ "vdash",           "⊢", TEX_OPERATOR },
	{ "vee",             "∨", TEX_OPERATOR },
	{ "vert",            "|", TEX_OPERATOR },
	{ "wedge",           "∧", TEX_OPERATOR },
	{ "wp",              "℘", TEX_LETTER },
	{ "xi",              "ξ", TEX_LETTER },
	{ "zeta",            "ζ", TEX_LETTER },
};
// clang-format on

struct wanted {
	const char *name;
	size_t length;
};

static int
compare(const void *key, const void *row)
{
	const struct wanted *wanted = key;
	const struct tex_sign *sign = row;
	int order = strncmp(wanted->name, sign->name, wanted->length);

	return order || !sign->name[wanted->length] ? order : -1;
}

const struct tex_sign *
tex_sign_find(const char *name, size_t length)
{
	struct wanted wanted = {name, length};

	return bsearch(&wanted, signs, ARRAY_LENGTH(signs), sizeof(*signs), compare);
}

// The raised and lowered forms that Unicode has, each by its plain form.
// clang-format off
static const char *const raised[] = {
	['('] = "⁽", [')'] = "⁾", ['+'] = "⁺", ['-'] = "⁻", ['0'] = "⁰", ['1'] = "¹", ['2'] = "²",
	['3'] = "³", ['4'] = "⁴", ['5'] = "⁵", ['6'] = "⁶", ['7'] = "⁷", ['8'] = "⁸", ['9'] = "⁹",
	['='] = "⁼", ['A'] = "ᴬ", ['B'] = "ᴮ", ['D'] = "ᴰ", ['E'] = "ᴱ", ['G'] = "ᴳ", ['H'] = "ᴴ",
	['I'] = "ᴵ", ['J'] = "ᴶ", ['K'] = "ᴷ", ['L'] = "ᴸ", ['M'] = "ᴹ", ['N'] = "ᴺ", ['O'] = "ᴼ",
	['P'] = "ᴾ", ['R'] = "ᴿ", ['T'] = "ᵀ", ['U'] = "ᵁ", ['V'] = "ⱽ", ['W'] = "ᵂ", ['a'] = "ᵃ",
	['b'] = "ᵇ", ['c'] = "ᶜ", ['d'] = "ᵈ", ['e'] = "ᵉ", ['f'] = "ᶠ", ['g'] = "ᵍ", ['h'] = "ʰ",
	['i'] = "ⁱ", ['j'] = "ʲ", ['k'] = "ᵏ", ['l'] = "ˡ", ['m'] = "ᵐ", ['n'] = "ⁿ", ['o'] = "ᵒ",
	['p'] = "ᵖ", ['r'] = "ʳ", ['s'] = "ˢ", ['t'] = "ᵗ", ['u'] = "ᵘ", ['v'] = "ᵛ", ['w'] = "ʷ",
	['x'] = "ˣ", ['y'] = "ʸ", ['z'] = "ᶻ",
};
static const char *const lowered[] = {
	['('] = "₍", [')'] = "₎", ['+'] = "₊", ['-'] = "₋", ['0'] = "₀", ['1'] = "₁", ['2'] = "₂",
	['3'] = "₃", ['4'] = "₄", ['5'] = "₅", ['6'] = "₆", ['7'] = "₇", ['8'] = "₈", ['9'] = "₉",
	['='] = "₌", ['a'] = "ₐ", ['e'] = "ₑ", ['h'] = "ₕ", ['i'] = "ᵢ", ['j'] = "ⱼ", ['k'] = "ₖ",
	['l'] = "ₗ", ['m'] = "ₘ", ['n'] = "ₙ", ['o'] = "ₒ", ['p'] = "ₚ", ['r'] = "ᵣ", ['s'] = "ₛ",
	['t'] = "ₜ", ['u'] = "ᵤ", ['v'] = "ᵥ", ['x'] = "ₓ",
};
// clang-format on

const char *
tex_sign_script(char plain, bool low)
{
	unsigned char c = (unsigned char)plain;

	if (low)
		return c < ARRAY_LENGTH(lowered) ? lowered[c] : NULL;
	return c < ARRAY_LENGTH(raised) ? raised[c] : NULL;
}
