// SPDX-License-Identifier: GPL-3.0-or-later
#include "change.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/memory.h"

#define MOST_REPEATS 64

static const char *const tokens[] = {
    "\033[31m",
    "\xC2\x9B",
    "\xE2\x80\xAE",
    "\xEF\xBB\xBF",
    "\xFF",
    "\xE5\x8A",
    "\r\n",
    "\n\n",
    "選定理由",
    "詳細要約",
    "：",
    "2025-13-45",
    "2025-09-24 の注目論文",
    "論文 1: ",
    ", ",
    " et al.",
    "arXiv:2509.99999v3",
};

// xorshift64*, Vigna 2016.
static uint64_t
draw(uint64_t *state)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return *state * 2685821657736338717u;
}

static size_t
draw_below(uint64_t *state, size_t limit)
{
	return limit ? (size_t)(draw(state) >> 11) % limit : 0;
}

// Puts `length` bytes, `times` times, in the place of `removed` ones.
static void
splice(struct change_input *input, size_t at, size_t removed, const char *bytes, size_t length,
       size_t times)
{
	struct change_input changed = {.length = input->length - removed + length * times};
	char *end;

	changed.bytes = memory_alloc(changed.length);
	memcpy(changed.bytes, input->bytes, at);
	end = changed.bytes + at;
	for (; times; times--, end += length)
		memcpy(end, bytes, length);
	memcpy(end, input->bytes + at + removed, input->length - at - removed);
	free(input->bytes);
	*input = changed;
}

static void
change(struct change_input *input, uint64_t *state)
{
	size_t at = draw_below(state, input->length + 1);
	size_t run = draw_below(state, input->length - at + 1) % 64;
	const char *token = tokens[draw_below(state, ARRAY_LENGTH(tokens))];
	char byte = (char)draw_below(state, 256);

	switch (draw_below(state, 7)) {
	case 0:
		splice(input, at, at < input->length, &byte, 1, 1);
		break;
	case 1:
		splice(input, at, run, "", 0, 1);
		break;
	case 2:
		splice(input, at, 0, token, strlen(token), 1);
		break;
	case 3:
		splice(input, at, run, token, strlen(token), 1);
		break;
	case 4:
		if (at < input->length)
			input->bytes[at] = (char)(input->bytes[at] ^ 1 << (byte & 7));
		break;
	case 5:
		splice(input, at, 0, input->bytes + at, run, 1 + draw_below(state, MOST_REPEATS));
		break;
	default: // cut off, as a broken download is
		splice(input, at, input->length - at, "", 0, 1);
		break;
	}
}

struct change_input
change_some(const char *bytes, size_t length, uint64_t *state)
{
	struct change_input input = {memory_alloc(length), length};

	memcpy(input.bytes, bytes, length);
	for (size_t left = 1 + draw_below(state, 4); left; left--)
		change(&input, state);
	return input;
}
