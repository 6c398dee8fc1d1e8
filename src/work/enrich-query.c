// SPDX-License-Identifier: GPL-3.0-or-later
#include "work/enrich-query.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/vec.h"
#include "shoroku/model/name.h"
#include "shoroku/text/atoms.h"
#include "shoroku/text/fold.h"
#include "shoroku/text/tex.h"

#define MOST_PHRASE 16 // words
#define MOST_WORDS 6
#define LEAST_WORD 4 // letters
#define MOST_ANSWERS 10

struct words {
	char *text; // folded
	VEC(struct atom) list;
};

static bool
is_ascii(const char *text, const struct atom *atom)
{
	for (size_t i = atom->start; i < atom->end; i++) {
		if (!isalnum((unsigned char)text[i]))
			return false;
	}
	return true;
}

// The longest run of words in ASCII letters and digits: what stands beside an α is no phrase with it.
static void
words_init(struct words *words, const char *title)
{
	VEC(struct atom) run = {0};
	struct strbuf plain;
	struct atoms atoms;
	struct atom atom;

	strbuf_init(&plain);
	tex_append(&plain, title, strlen(title));
	*words = (struct words){.text = fold_string(plain.data)};
	atoms_init(&atoms, words->text, strlen(words->text));
	while (atoms_next(&atoms, &atom)) {
		if (!is_ascii(words->text, &atom))
			vec_clear(&run);
		else if (run.count < MOST_PHRASE)
			*vec_push(&run) = atom;
		if (run.count > words->list.count) {
			vec_clear(&words->list);
			for (size_t i = 0; i < run.count; i++)
				*vec_push(&words->list) = run.items[i];
		}
	}
	vec_release(&run);
	strbuf_release(&plain);
}

static void
words_release(struct words *words)
{
	vec_release(&words->list);
	free(words->text);
}

static size_t
length_of(const struct atom *atom)
{
	return atom->end - atom->start;
}

static void
add_phrase(struct strbuf *url, const struct words *words)
{
	strbuf_add_string(url, "ti:%22");
	for (size_t i = 0; i < words->list.count; i++) {
		const struct atom *atom = &words->list.items[i];

		strbuf_addf(url, "%s%.*s", i ? "+" : "", (int)length_of(atom),
			    words->text + atom->start);
	}
	strbuf_add_string(url, "%22");
}

static int
longest_first(const void *a, const void *b)
{
	const struct atom *x = a;
	const struct atom *y = b;

	if (length_of(x) != length_of(y))
		return length_of(x) > length_of(y) ? -1 : 1;
	return x->start < y->start ? -1 : x->start > y->start;
}

static void
add_words(struct strbuf *url, struct words *words)
{
	const char *separator = "";

	qsort(words->list.items, words->list.count, sizeof(*words->list.items), longest_first);
	for (size_t i = 0; i < words->list.count && i < MOST_WORDS; i++) {
		const struct atom *atom = &words->list.items[i];

		if (i && length_of(atom) < LEAST_WORD)
			break;
		strbuf_addf(url, "%sti:%.*s", separator, (int)length_of(atom),
			    words->text + atom->start);
		separator = "+AND+";
	}
}

// The first author's family name, where it is in Latin letters.
static void
add_author(struct strbuf *url, const struct paper *paper)
{
	size_t length = 0;
	const char *family = paper->author_count ? name_family(paper->authors[0], &length) : "";
	char *copy = strndup(family, length);
	char *folded = fold_string(copy);
	struct atoms atoms;
	struct atom atom;
	const char *separator = "+AND+au:";

	atoms_init(&atoms, folded, strlen(folded));
	while (atoms_next(&atoms, &atom)) {
		if (!is_ascii(folded, &atom) || length_of(&atom) < 2)
			continue;
		strbuf_addf(url, "%s%.*s", separator, (int)length_of(&atom), folded + atom.start);
		separator = "+AND+au:";
	}
	free(folded);
	free(copy);
}

static void
begin(struct strbuf *url, const char *api_url)
{
	strbuf_init(url);
	strbuf_addf(url, "%s%c", api_url, strchr(api_url, '?') ? '&' : '?');
}

static const char *
finish(struct arena *arena, struct strbuf *url)
{
	const char *result = arena_strdup(arena, url->data);

	strbuf_release(url);
	return result;
}

const char *
enrich_query_title(struct arena *arena, const char *api_url, const struct paper *paper,
		   enum enrich_query_form form)
{
	struct words words;
	struct strbuf url;
	const char *result = NULL;

	words_init(&words, paper->title);
	if (words.list.count < 2 && paper->title_original) {
		words_release(&words);
		words_init(&words, paper->title_original);
	}
	if (words.list.count >= 2) {
		begin(&url, api_url);
		strbuf_add_string(&url, "search_query=");
		if (form == ENRICH_PHRASE)
			add_phrase(&url, &words);
		else
			add_words(&url, &words);
		add_author(&url, paper);
		strbuf_addf(&url, "&start=0&max_results=%d", MOST_ANSWERS);
		result = finish(arena, &url);
	}
	words_release(&words);
	return result;
}

const char *
enrich_query_ids(struct arena *arena, const char *api_url, const char *const *ids, size_t count)
{
	struct strbuf url;

	begin(&url, api_url);
	strbuf_add_string(&url, "id_list=");
	for (size_t i = 0; i < count; i++)
		strbuf_addf(&url, "%s%s", i ? "," : "", ids[i]);
	strbuf_addf(&url, "&start=0&max_results=%zu", count);
	return finish(arena, &url);
}

static size_t
digits(const char *text)
{
	return strspn(text, "0123456789");
}

// 2509.18058, 0808.0539; astro-ph/0601001, math.GT/0309136.
// https://info.arxiv.org/help/arxiv_identifier.html
bool
enrich_query_is_id(const char *id)
{
	const char *slash = strchr(id, '/');
	size_t number;

	if (!slash) {
		number = digits(id);
		return number == 4 && id[4] == '.' && digits(id + 5) >= 4 && digits(id + 5) <= 5 &&
		       !id[5 + digits(id + 5)];
	}
	for (const char *at = id; at < slash; at++) {
		if (!isalpha((unsigned char)*at) && *at != '-' && *at != '.')
			return false;
	}
	return slash > id && digits(slash + 1) == 7 && !slash[8];
}
