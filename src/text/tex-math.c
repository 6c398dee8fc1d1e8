// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tex-math.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "text/tex-sign.h"
#include "shoroku/base/compiler.h"
#include "shoroku/text/utf8.h"

#define MOST_DEPTH 12

struct formula {
	const char *text;
	size_t length;
	size_t at;
	int depth;
};

static bool append_group(struct strbuf *out, struct formula *formula);

static size_t
command_length(const struct formula *formula)
{
	size_t end = formula->at;

	while (end < formula->length && isalpha((unsigned char)formula->text[end]))
		end++;
	return end - formula->at;
}

static void
skip_blanks(struct formula *formula)
{
	while (formula->at < formula->length && formula->text[formula->at] == ' ')
		formula->at++;
}

static bool
is(const char *name, size_t length, const char *wanted)
{
	return strlen(wanted) == length && !strncmp(name, wanted, length);
}

static bool
is_any(const char *name, size_t length, const char *const *wanted, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (is(name, length, wanted[i]))
			return true;
	}
	return false;
}

// One letter of an alphabet of its own: the block begins at `base` with A–Z, then a–z; exceptions that
// Unicode had before stand apart.
static void
add_styled(struct strbuf *out, char letter, bool script)
{
	static const char double_struck[] = "CHNPQRZ";
	static const uint32_t old_struck[] = {0x2102, 0x210D, 0x2115, 0x2119,
					      0x211A, 0x211D, 0x2124};
	static const char scripts[] = "BEFHILMRego";
	static const uint32_t old_scripts[] = {0x212C, 0x2130, 0x2131, 0x210B, 0x2110, 0x2112,
					       0x2133, 0x211B, 0x212F, 0x210A, 0x2134};
	const char *found = letter ? strchr(script ? scripts : double_struck, letter) : NULL;
	uint32_t base = script ? 0x1D49C : 0x1D538;

	if (found && script)
		strbuf_add_utf8(out, old_scripts[found - scripts]);
	else if (found)
		strbuf_add_utf8(out, old_struck[found - double_struck]);
	else if (isupper((unsigned char)letter))
		strbuf_add_utf8(out, base + (uint32_t)(letter - 'A'));
	else if (islower((unsigned char)letter))
		strbuf_add_utf8(out, base + 26 + (uint32_t)(letter - 'a'));
	else
		strbuf_add_byte(out, letter);
}

static bool
append_alphabet(struct strbuf *out, struct formula *formula, bool script)
{
	struct strbuf inner;
	bool done;

	strbuf_init(&inner);
	done = append_group(&inner, formula);
	for (size_t i = 0; done && i < inner.length; i++)
		add_styled(out, inner.data[i], script);
	strbuf_release(&inner);
	return done;
}

static uint32_t
accent_of(const char *name, size_t length)
{
	static const struct {
		const char *name;
		uint32_t mark;
	} accents[] = {{"hat", 0x302},	{"widehat", 0x302},  {"tilde", 0x303}, {"widetilde", 0x303},
		       {"bar", 0x304},	{"overline", 0x304}, {"vec", 0x20D7},  {"dot", 0x307},
		       {"ddot", 0x308}, {"acute", 0x301},    {"grave", 0x300}, {"check", 0x30C},
		       {"breve", 0x306}};

	for (size_t i = 0; i < ARRAY_LENGTH(accents); i++) {
		if (is(name, length, accents[i].name))
			return accents[i].mark;
	}
	return 0;
}

// An accent over one character; over more there is no form.
static bool
append_accented(struct strbuf *out, struct formula *formula, uint32_t mark)
{
	struct strbuf inner;
	bool done;

	strbuf_init(&inner);
	done = append_group(&inner, formula) && utf8_count(inner.data, inner.length) == 1;
	if (done) {
		strbuf_add(out, inner.data, inner.length);
		strbuf_add_utf8(out, mark);
	}
	strbuf_release(&inner);
	return done;
}

// In parentheses where it is more than a number or a letter.
static void
add_bracketed(struct strbuf *out, const struct strbuf *inner)
{
	bool simple = utf8_count(inner->data, inner->length) == 1 || inner->data[0] == '(';

	for (size_t i = 0; !simple && i <= inner->length; i++) {
		if (i == inner->length)
			simple = true;
		else if (!isalnum((unsigned char)inner->data[i]) && inner->data[i] != '.')
			break;
	}
	strbuf_add_string(out, simple ? "" : "(");
	strbuf_add(out, inner->data, inner->length);
	strbuf_add_string(out, simple ? "" : ")");
}

static bool
append_root(struct strbuf *out, struct formula *formula)
{
	struct strbuf inner;
	bool done;

	if (formula->at < formula->length && formula->text[formula->at] == '[')
		return false;
	strbuf_init(&inner);
	done = append_group(&inner, formula);
	if (done) {
		strbuf_add_string(out, "√");
		add_bracketed(out, &inner);
	}
	strbuf_release(&inner);
	return done;
}

static bool
append_fraction(struct strbuf *out, struct formula *formula)
{
	struct strbuf above;
	struct strbuf below;
	bool done;

	strbuf_init(&above);
	strbuf_init(&below);
	done = append_group(&above, formula) && append_group(&below, formula);
	if (done) {
		add_bracketed(out, &above);
		strbuf_add_byte(out, '/');
		add_bracketed(out, &below);
	}
	strbuf_release(&above);
	strbuf_release(&below);
	return done;
}

// Whether a raised or lowered sign is read as such where it stands: ⊙, ∗, †, ′.
static bool
is_sign(const struct strbuf *inner)
{
	size_t at = 0;
	uint32_t c;

	if (utf8_count(inner->data, inner->length) != 1)
		return false;
	c = utf8_next(inner->data, inner->length, &at);
	return !utf8_is_letter(c) && c != '-' && c != '+';
}

static bool
append_script(struct strbuf *out, struct formula *formula, bool low)
{
	struct strbuf inner;
	bool done;
	size_t i = 0;

	strbuf_init(&inner);
	done = append_group(&inner, formula) && inner.length;
	while (i < inner.length && (tex_sign_script(inner.data[i], low) || inner.data[i] == ' '))
		i++;
	if (done && i == inner.length) {
		for (i = 0; i < inner.length; i++)
			strbuf_add_string(
			    out, inner.data[i] == ' ' ? "" : tex_sign_script(inner.data[i], low));
	} else if (done && !low && !strcmp(inner.data, "∘")) {
		strbuf_add_string(out, "°");
	} else if (done && is_sign(&inner)) {
		strbuf_add(out, inner.data, inner.length);
	} else if (done) {
		strbuf_add_byte(out, low ? '_' : '^');
		add_bracketed(out, &inner);
	}
	strbuf_release(&inner);
	return done;
}

// What only dresses its argument, or says nothing here.
static bool
is_dress(const char *name, size_t length)
{
	static const char *const names[] = {
	    "mathbf", "mathrm", "mathit", "mathsf",	  "mathtt",	"boldsymbol", "bm",
	    "text",   "textbf", "textit", "textrm",	  "textsf",	"texttt",     "emph",
	    "mbox",   "hbox",	"pmb",	  "operatorname", "mathnormal", "ensuremath", "underline",
	    "mathop", "textsc", "textup", "mathfrak"};

	return is_any(name, length, names, ARRAY_LENGTH(names));
}

static bool
is_nothing(const char *name, size_t length)
{
	static const char *const names[] = {
	    "left",	    "right",	 "big",		"Big",	  "bigl",     "bigr", "Bigl",
	    "Bigr",	    "rm",	 "bf",		"it",	  "cal",      "sf",   "tt",
	    "displaystyle", "textstyle", "scriptstyle", "limits", "nolimits", "quad", "qquad"};

	return is_any(name, length, names, ARRAY_LENGTH(names));
}

static bool
append_command(struct strbuf *out, struct formula *formula)
{
	const char *name = formula->text + formula->at;
	size_t length = command_length(formula);
	const struct tex_sign *sign = tex_sign_find(name, length);

	formula->at += length;
	if (sign) {
		strbuf_add_string(out, sign->text);
		if (sign->kind == TEX_LETTER)
			skip_blanks(formula);
		return true;
	}
	if (is_nothing(name, length)) {
		skip_blanks(formula);
		return true;
	}
	skip_blanks(formula);
	if (is_dress(name, length))
		return append_group(out, formula);
	if (is(name, length, "mathbb") || is(name, length, "mathds"))
		return append_alphabet(out, formula, false);
	if (is(name, length, "mathcal") || is(name, length, "mathscr"))
		return append_alphabet(out, formula, true);
	if (is(name, length, "sqrt"))
		return append_root(out, formula);
	if (is(name, length, "frac") || is(name, length, "dfrac") || is(name, length, "tfrac"))
		return append_fraction(out, formula);
	return accent_of(name, length) != 0 &&
	       append_accented(out, formula, accent_of(name, length));
}

// A backslash and a sign: what is written so, or a blank of some width.
static bool
append_escaped(struct strbuf *out, struct formula *formula)
{
	char c = formula->text[formula->at++];

	if (strchr("{}%&_#$", c))
		strbuf_add_byte(out, c);
	else if (c == '|')
		strbuf_add_string(out, "‖");
	else if (strchr(" ;:", c))
		strbuf_add_byte(out, ' ');
	else if (!strchr(",!/", c))
		return false;
	return true;
}

static bool
append_one(struct strbuf *out, struct formula *formula)
{
	char c = formula->text[formula->at];

	if (c == '{')
		return append_group(out, formula);
	formula->at++;
	if (c == '}' || c == '&' || c == '$' || c == '%')
		return false;
	if (c == '\\' && formula->at >= formula->length)
		return false;
	if (c == '\\' && isalpha((unsigned char)formula->text[formula->at]))
		return append_command(out, formula);
	if (c == '\\')
		return append_escaped(out, formula);
	if (c == '^' || c == '_')
		return append_script(out, formula, c == '_');
	if (c == '\'')
		strbuf_add_string(out, "′");
	else
		strbuf_add_byte(out, c == '~' ? ' ' : c);
	return true;
}

// What stands in braces, or the next character or command.
static bool
append_group(struct strbuf *out, struct formula *formula)
{
	bool done = ++formula->depth <= MOST_DEPTH;

	skip_blanks(formula);
	if (formula->at >= formula->length)
		return false;
	if (formula->text[formula->at] != '{') {
		done = done && append_one(out, formula);
		// The rest of a character of several bytes.
		while (done && formula->at < formula->length &&
		       ((unsigned char)formula->text[formula->at] & 0xC0) == 0x80)
			strbuf_add_byte(out, formula->text[formula->at++]);
	} else {
		formula->at++;
		while (done && formula->at < formula->length && formula->text[formula->at] != '}')
			done = append_one(out, formula);
		done = done && formula->at < formula->length;
		formula->at++;
	}
	formula->depth--;
	return done;
}

bool
tex_math_append(struct strbuf *out, const char *text, size_t length)
{
	struct formula formula = {.text = text, .length = length};
	size_t before = out->length;
	bool done = true;

	while (done && formula.at < length)
		done = append_one(out, &formula);
	if (!done)
		strbuf_truncate(out, before);
	return done;
}
