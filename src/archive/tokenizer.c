// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/tokenizer.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/text/atoms.h"
#include "shoroku/text/fold.h"
#include "shoroku/text/utf8.h"

typedef int emit_function(void *context, int flags, const char *token, int length, int start,
			  int end);

#define SEEN_SLOTS 8192 // a power of two, more than the terms of nearly every text

// The terms a text has given already: giving one again costs FTS5 a search and tells it nothing.
// A full table forgets, which only costs time.
struct seen {
	struct strbuf bytes; // of all of them
	struct {
		uint32_t text; // number of the text, so that nothing need be cleared
		uint32_t start;
		uint32_t length;
	} slots[SEEN_SLOTS];
	uint32_t text;
};

// One instance a table.
struct tokenizer {
	bool terms;
	struct strbuf folded; // memory kept between texts
	struct strbuf token;
	struct seen seen;
};

struct emitter {
	struct tokenizer *tokenizer;
	emit_function *emit;
	void *context;
	int code; // of SQLite, the first that is not OK
};

static void
emit(struct emitter *e, const char *token, size_t length)
{
	if (e->code == SQLITE_OK)
		e->code = e->emit(e->context, 0, token, (int)length, 0, 0);
}

// FNV-1a.
static uint32_t
hash(const char *bytes, size_t length)
{
	uint32_t value = 2166136261u;

	for (size_t i = 0; i < length; i++)
		value = (value ^ (unsigned char)bytes[i]) * 16777619u;
	return value ^ value >> 15;
}

// Whether the text has given the term before; remembers it.
static bool
was_seen(struct seen *seen, const struct strbuf *token)
{
	uint32_t slot = hash(token->data, token->length) % SEEN_SLOTS;

	for (int probes = 0; probes < 8; probes++, slot = (slot + 1) % SEEN_SLOTS) {
		if (seen->slots[slot].text != seen->text)
			break;
		if (seen->slots[slot].length == token->length &&
		    !memcmp(seen->bytes.data + seen->slots[slot].start, token->data, token->length))
			return true;
	}
	seen->slots[slot].text = seen->text;
	seen->slots[slot].start = (uint32_t)seen->bytes.length;
	seen->slots[slot].length = (uint32_t)token->length;
	strbuf_add(&seen->bytes, token->data, token->length);
	return false;
}

static void
emit_kind(struct emitter *e, const char *kind, const char *text, size_t length)
{
	struct strbuf *token = &e->tokenizer->token;

	strbuf_clear(token);
	strbuf_add_string(token, kind);
	strbuf_add(token, text, length);
	if (!was_seen(&e->tokenizer->seen, token))
		emit(e, token->data, token->length);
}

// --- phrases

static void
emit_phrases(struct emitter *e, const char *folded, size_t length)
{
	struct atom before = {0};
	struct atom atom;
	struct atoms atoms;
	bool alone = false; // `before` is a run of one, so far

	atoms_init(&atoms, folded, length);
	while (atoms_next(&atoms, &atom)) {
		if (atom.joined) {
			emit(e, folded + before.start, atom.end - before.start);
		} else {
			if (alone)
				emit(e, folded + before.start, before.end - before.start);
			if (!atom.character)
				emit(e, folded + atom.start, atom.end - atom.start);
			else if (before.character)
				emit(e, TOKENIZER_GAP, strlen(TOKENIZER_GAP));
		}
		alone = atom.character && !atom.joined;
		before = atom;
	}
	if (alone)
		emit(e, folded + before.start, before.end - before.start);
}

// --- terms

static void
emit_edges(struct emitter *e, const char *kind, const char *word, size_t length)
{
	size_t end = 0;

	for (int letters = 0; end < length && letters < TOKENIZER_LONGEST_EDGE; letters++) {
		utf8_next(word, length, &end);
		emit_kind(e, kind, word, end);
	}
}

// `field` is 0 for texts whose terms are not kept apart.
static void
emit_terms(struct emitter *e, char field, const char *folded, size_t length)
{
	const char whole[] = {field, 'w', '\0'};
	const char single[] = {field, 'u', '\0'};
	const char edge[] = {field, 'e', '\0'};
	struct atom before = {0};
	struct atom atom;
	struct atoms atoms;

	atoms_init(&atoms, folded, length);
	for (; atoms_next(&atoms, &atom); before = atom) {
		const char *text = folded + atom.start;
		size_t bytes = atom.end - atom.start;

		if (atom.character) {
			emit_kind(e, "u", text, bytes);
			if (field)
				emit_kind(e, single, text, bytes);
			if (field && atom.joined)
				emit_kind(e, whole, folded + before.start, atom.end - before.start);
			continue;
		}
		emit_edges(e, "e", text, bytes);
		if (field) {
			emit_edges(e, edge, text, bytes);
			emit_kind(e, whole, text, bytes);
		}
	}
}

static void
emit_lines(struct emitter *e, const char *kind, const char *text, size_t length)
{
	while (length) {
		const char *feed = memchr(text, '\n', length);
		size_t line = feed ? (size_t)(feed - text) : length;
		char *skeleton = fold_skeleton(text, line);

		if (*skeleton)
			emit_kind(e, kind, skeleton, strlen(skeleton));
		free(skeleton);
		text += line + (feed ? 1 : 0);
		length -= line + (feed ? 1 : 0);
	}
}

static void
emit_part(struct emitter *e, char kind, const char *text, size_t length)
{
	struct strbuf *folded = &e->tokenizer->folded;
	const char name[] = {kind, '\0'};

	if (strchr("=123", kind)) {
		emit_lines(e, name, text, length);
		if (kind == '3' && length)
			emit_kind(e, "4", text, strcspn(text, ":"));
		return;
	}
	strbuf_clear(folded);
	fold_append(folded, text, length);
	emit_terms(e, (char)(strchr("tars", kind) ? kind - ('a' - 'A') : 0), folded->data,
		   folded->length);
}

static void
emit_parts(struct emitter *e, const char *text, size_t length)
{
	const char *end = text + length;

	e->tokenizer->seen.text++;
	strbuf_clear(&e->tokenizer->seen.bytes);
	while (text < end) {
		const char *next = memchr(text + 1, TOKENIZER_MARK, (size_t)(end - text) - 1);
		size_t part = (size_t)((next ? next : end) - text);

		if (*text == TOKENIZER_MARK && part > 2)
			emit_part(e, text[1], text + 2, part - 2);
		text += part;
	}
}

// --- FTS5's interface, https://www.sqlite.org/fts5.html#custom_tokenizers

static int
create(void *context, const char **arguments, int count, Fts5Tokenizer **result)
{
	struct tokenizer *tokenizer = memory_alloc(sizeof(*tokenizer));

	(void)context;
	tokenizer->terms = count > 0 && !strcmp(arguments[0], "terms");
	strbuf_init(&tokenizer->folded);
	strbuf_init(&tokenizer->token);
	strbuf_init(&tokenizer->seen.bytes);
	*result = (Fts5Tokenizer *)tokenizer;
	return SQLITE_OK;
}

static void
destroy(Fts5Tokenizer *instance)
{
	struct tokenizer *tokenizer = (struct tokenizer *)instance;

	strbuf_release(&tokenizer->folded);
	strbuf_release(&tokenizer->token);
	strbuf_release(&tokenizer->seen.bytes);
	free(tokenizer);
}

static int
tokenize(Fts5Tokenizer *instance, void *context, int flags, const char *text, int bytes,
	 emit_function *function)
{
	struct tokenizer *tokenizer = (struct tokenizer *)instance;
	struct emitter e = {tokenizer, function, context, SQLITE_OK};
	size_t length = bytes > 0 ? (size_t)bytes : 0;

	if (flags & FTS5_TOKENIZE_QUERY) {
		emit(&e, text, length);
	} else if (tokenizer->terms) {
		emit_parts(&e, text, length);
	} else {
		strbuf_clear(&tokenizer->folded);
		fold_append(&tokenizer->folded, text, length);
		emit_phrases(&e, tokenizer->folded.data, tokenizer->folded.length);
	}
	return e.code;
}

static int
find_fts5(sqlite3 *db, fts5_api **api)
{
	sqlite3_stmt *st;
	int code = sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &st, NULL);

	*api = NULL;
	if (code != SQLITE_OK)
		return code;
	sqlite3_bind_pointer(st, 1, api, "fts5_api_ptr", NULL);
	sqlite3_step(st);
	code = sqlite3_finalize(st);
	return code == SQLITE_OK && !*api ? SQLITE_ERROR : code;
}

int
tokenizer_register(sqlite3 *db)
{
	fts5_tokenizer functions = {create, destroy, tokenize};
	fts5_api *api;
	int code = find_fts5(db, &api);

	if (code != SQLITE_OK)
		return code;
	return api->xCreateTokenizer(api, "shoroku", NULL, &functions, NULL);
}
