// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/match.h"

#include "archive/tokenizer.h"
#include "shoroku/text/utf8.h"

// Some of a phrase's atoms: a run of characters, or one word.
struct piece {
	size_t first;
	size_t count;
};

struct builder {
	struct match *match;
	const struct phrase *phrase;
	char field; // the kind of terms of one field alone, 0: none
	struct strbuf columns;
};

void
match_init(struct match *match)
{
	strbuf_init(&match->phrases);
	strbuf_init(&match->terms);
	match->check = false;
}

void
match_release(struct match *match)
{
	strbuf_release(&match->phrases);
	strbuf_release(&match->terms);
}

void
match_quote(struct strbuf *out, const char *kind, const char *text, size_t length)
{
	strbuf_add_byte(out, '"');
	strbuf_add_string(out, kind);
	for (size_t i = 0; i < length; i++) {
		if (text[i] == '"')
			strbuf_add_byte(out, '"');
		strbuf_add_byte(out, text[i]);
	}
	strbuf_add_byte(out, '"');
}

static void
begin(struct strbuf *expression)
{
	if (expression->length)
		strbuf_add_string(expression, " AND ");
}

void
match_add_term(struct match *match, const char *kind, const char *text, size_t length)
{
	begin(&match->terms);
	match_quote(&match->terms, kind, text, length);
}

static const char *
atom_text(const struct builder *b, size_t index)
{
	return b->phrase->text.folded.data + b->phrase->text.atoms.items[index].start;
}

// From the start of one atom to the end of another.
static size_t
span(const struct builder *b, size_t first, size_t last)
{
	return b->phrase->text.atoms.items[last].end - b->phrase->text.atoms.items[first].start;
}

static void
add_term(struct builder *b, char kind, size_t first, size_t bytes)
{
	const char whole[] = {b->field ? b->field : kind, b->field ? kind : '\0', '\0'};

	match_add_term(b->match, whole, atom_text(b, first), bytes);
}

// The field kinds' words have a term, the others' are found among the phrases.
static char
field_kind(unsigned fields)
{
	switch (fields) {
	case QUERY_TITLE:
		return 'T';
	case QUERY_AUTHORS:
		return 'A';
	case QUERY_REASON:
		return 'R';
	case QUERY_SHORT:
		return 'S';
	default:
		return 0;
	}
}

static void
set_columns(struct builder *b, unsigned fields)
{
	static const char *const names[] = {"title", "authors", "reason",
					    "short", "detail",	"abstract"};

	strbuf_init(&b->columns);
	if (fields == QUERY_ANYWHERE)
		return;
	strbuf_add_byte(&b->columns, '{');
	for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
		if (fields & 1u << i)
			strbuf_addf(&b->columns, " %s", names[i]);
	}
	strbuf_add_string(&b->columns, " } : ");
}

static bool
next_piece(const struct builder *b, struct piece *piece)
{
	const struct phrase_text *text = &b->phrase->text;

	piece->first += piece->count;
	piece->count = 1;
	while (piece->first + piece->count < text->atoms.count &&
	       text->atoms.items[piece->first + piece->count].joined)
		piece->count++;
	return piece->first < text->atoms.count;
}

static bool
is_open_word(const struct builder *b, const struct piece *piece)
{
	size_t end = piece->first + piece->count;

	return b->phrase->prefix && end == b->phrase->text.atoms.count &&
	       !b->phrase->text.atoms.items[piece->first].character;
}

// A single character, or a word that may go on: `phrases` does not know them.
static bool
is_special(const struct builder *b, const struct piece *piece)
{
	return is_open_word(b, piece) ||
	       (piece->count == 1 && b->phrase->text.atoms.items[piece->first].character);
}

// Whether one phrase of the index says it all: no special piece, and no run right after a run, between
// which the index has a gap.
static bool
is_one_phrase(const struct builder *b)
{
	struct piece piece = {0};
	bool after_run = false;

	while (next_piece(b, &piece)) {
		bool run = b->phrase->text.atoms.items[piece.first].character;

		if (is_special(b, &piece) || (run && after_run))
			return false;
		after_run = run;
	}
	return true;
}

static void
begin_phrase(struct builder *b)
{
	begin(&b->match->phrases);
	strbuf_add_string(&b->match->phrases, b->columns.data);
}

static void
add_special(struct builder *b, const struct piece *piece)
{
	const char *text = atom_text(b, piece->first);
	size_t length = span(b, piece->first, piece->first);
	size_t edge = 0;

	if (!is_open_word(b, piece)) {
		add_term(b, 'u', piece->first, length);
		return;
	}
	for (int letters = 0; edge < length && letters < TOKENIZER_LONGEST_EDGE; letters++)
		utf8_next(text, length, &edge);
	if (edge < length && b->phrase->text.atoms.count == 1 && !b->field) {
		// So long a beginning is rare enough for FTS5 to collect the words it begins.
		begin_phrase(b);
		match_quote(&b->match->phrases, "", text, length);
		strbuf_add_string(&b->match->phrases, " *");
		return;
	}
	add_term(b, 'e', piece->first, edge);
	b->match->check |= edge < length;
}

static void
add_pairs_as_terms(struct builder *b, const struct piece *piece)
{
	if (piece->count == 1)
		add_term(b, 'w', piece->first, span(b, piece->first, piece->first));
	for (size_t i = piece->first; i + 1 < piece->first + piece->count; i++)
		add_term(b, 'w', i, span(b, i, i + 1));
}

// The tokens of a piece joined to the phrase being written.
static void
add_to_phrase(struct builder *b, const struct piece *piece, bool begins)
{
	struct strbuf *out = &b->match->phrases;

	for (size_t i = piece->first; i < piece->first + (piece->count > 1 ? piece->count - 1 : 1);
	     i++) {
		if (!begins || i > piece->first)
			strbuf_add_string(out, " + ");
		match_quote(out, "", atom_text(b, i), span(b, i, piece->count > 1 ? i + 1 : i));
	}
}

// Terms have no places: more than one word or pair may stand anywhere in a field.
static bool
needs_order(const struct phrase *phrase)
{
	size_t count = phrase->text.atoms.count;

	return count > 2 || (count == 2 && !phrase->text.atoms.items[1].joined);
}

void
match_add_text(struct match *match, const struct query_node *node, const struct phrase *phrase)
{
	struct builder b = {match, phrase, field_kind(node->fields), {0}};
	struct piece piece = {0};
	bool whole = !b.field && is_one_phrase(&b);

	set_columns(&b, node->fields);
	if (whole && phrase->text.atoms.count)
		begin_phrase(&b);
	while (next_piece(&b, &piece)) {
		bool alone = piece.first == 0 && piece.count == phrase->text.atoms.count;

		if (is_special(&b, &piece)) {
			add_special(&b, &piece);
			match->check |= !alone || (b.columns.length && !b.field);
		} else if (b.field) {
			add_pairs_as_terms(&b, &piece);
		} else if (whole) {
			add_to_phrase(&b, &piece, piece.first == 0);
		} else {
			begin_phrase(&b);
			add_to_phrase(&b, &piece, true);
			match->check |= !alone;
		}
	}
	match->check |= b.field && needs_order(phrase);
	strbuf_release(&b.columns);
}
