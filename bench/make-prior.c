// SPDX-License-Identifier: GPL-3.0-or-later
// Makes src/trust/prior-table.c: how often words stand in papers at all, for archives too small to say.
// Counts only; no sentence of anybody. usage: make-prior CORPUS.jsonl.gz … >src/trust/prior-table.c
//
// What ships was counted of 2,743 papers told of in Japanese and of as many in English (every third of
// 9,562), both gathered from daily digests of arXiv: title, reason, short and detailed summary. Of each
// kind, words and others, the shares are of the papers that have any of that kind.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "corpus.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"
#include "shoroku/text/fold.h"
#include "shoroku/trust/tokens.h"

#define SLOTS (1u << 22)
#define CLASSES 14	    // each is half as frequent as the one two before it
#define LONGEST_LINE 88	    // columns of a row
#define MOST_BYTES 60000    // of tokens
#define LONGEST_STRING 4000 // bytes: a compiler need not take more than 4095

struct counted {
	char *text;
	uint32_t hash;
	uint32_t papers;
	size_t last; // paper, counted from 1
	bool word;
};

struct counting {
	VEC(struct counted) tokens;
	uint32_t *slots;
	struct strbuf folded;
	size_t paper;
	bool has[2]; // of the present paper: others, words
	size_t papers[2];
};

static void
count_token(void *context, const struct trust_token *token)
{
	struct counting *counting = context;
	uint32_t slot = token->hash % SLOTS;
	struct counted *counted;

	while (counting->slots[slot] &&
	       counting->tokens.items[counting->slots[slot] - 1].hash != token->hash)
		slot = (slot + 1) % SLOTS;
	if (!counting->slots[slot]) {
		*vec_push(&counting->tokens) = (struct counted){
		    .text = memory_strndup(counting->folded.data + token->start,
					   token->end - token->start),
		    .hash = token->hash,
		    .word = token->word,
		};
		counting->slots[slot] = (uint32_t)counting->tokens.count;
	}
	counted = &counting->tokens.items[counting->slots[slot] - 1];
	counted->papers += counted->last != counting->paper;
	counted->last = counting->paper;
	counting->has[token->word] = true;
}

static void
count_text(struct counting *counting, const char *text)
{
	strbuf_clear(&counting->folded);
	fold_append(&counting->folded, text, tokens_reach(text));
	tokens_each(counting->folded.data, counting->folded.length, count_token, counting);
}

static void
count_paper(struct counting *counting, const struct corpus_paper *paper)
{
	counting->paper++;
	memset(counting->has, 0, sizeof(counting->has));
	count_text(counting, paper->title);
	count_text(counting, paper->title_other);
	for (int i = 0; i < SECTION_ROLES; i++)
		count_text(counting, paper->sections[i]);
	for (int i = 0; i < 2; i++)
		counting->papers[i] += counting->has[i];
}

static int
class_of(const struct counting *counting, const struct counted *counted)
{
	double share = (double)counted->papers / (double)counting->papers[counted->word];

	return (int)floor(-2 * log2(share));
}

// Of Latin letters one a byte, of others two of three bytes.
static size_t
columns(const char *text)
{
	size_t count = 1;

	for (; *text; text++)
		count += (*text & 0xC0) == 0x80 ? (text[1] & 0xC0) == 0x80 : 1;
	return count;
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(((const struct counted *)a)->text, ((const struct counted *)b)->text);
}

// Where the next token is to be written.
struct place {
	size_t line;   // columns written of it
	size_t string; // bytes
};

static void
print_token(const char *text, int class, struct place *place)
{
	size_t length = strlen(text) + 1;

	if (place->string && place->string + length > LONGEST_STRING) {
		printf("\"},\n");
		place->string = 0;
	}
	if (!place->string)
		printf("    {%.4f,\n     \"", pow(2, -(class + 0.5) / 2));
	else if (place->line + columns(text) > LONGEST_LINE)
		printf("\"\n     \"");
	if (!place->string || place->line + columns(text) > LONGEST_LINE)
		place->line = 0;
	printf("%s ", text);
	place->line += columns(text);
	place->string += length;
}

static void
print_class(const struct counting *counting, int class, size_t *bytes)
{
	struct place place = {0};

	for (size_t i = 0; i < counting->tokens.count; i++) {
		const struct counted *counted = &counting->tokens.items[i];
		size_t length = strlen(counted->text) + 1;

		if (class_of(counting, counted) != class || *bytes + length > MOST_BYTES)
			continue;
		print_token(counted->text, class, &place);
		*bytes += length;
	}
	if (place.string)
		printf("\"},\n");
}

static void
print_table(struct counting *counting)
{
	size_t bytes = 0;

	qsort(counting->tokens.items, counting->tokens.count, sizeof(*counting->tokens.items),
	      by_text);
	printf("// SPDX-License-Identifier: GPL-3.0-or-later\n"
	       "// Made by bench/make-prior, which says of what.\n"
	       "#include \"prior-table.h\"\n\n"
	       "// clang-format off\n"
	       "const struct trust_prior_class prior_table[] = {\n");
	for (int class = 0; class < CLASSES; class ++)
		print_class(counting, class, &bytes);
	printf("    {0, NULL},\n};\n");
}

int
main(int argc, char **argv)
{
	struct counting counting = {0};
	size_t first = 0;

	counting.slots = memory_alloc(SLOTS * sizeof(*counting.slots));
	strbuf_init(&counting.folded);
	for (int i = 1; i < argc; i++) {
		struct corpus corpus = {0};
		size_t step;

		corpus_read(&corpus, argv[i]);
		first = first ? first : corpus.count;
		step = corpus.count > first ? corpus.count / first : 1;
		for (size_t k = 0; k < corpus.count && k / step < first; k += step)
			count_paper(&counting, &corpus.papers[k]);
		corpus_release(&corpus);
	}
	print_table(&counting);
	return 0;
}
