// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target without a fuzzer: `replay FILE…` gives it each file as it is and then changed in
// ways drawn from a fixed seed, so that `make check` finds the same on every machine. TAP.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/tap.h"
#include "target.h"
#include "shoroku/base/error.h"
#include "shoroku/base/file.h"
#include "shoroku/base/memory.h"

#define CHANGES_PER_FILE 400
#define MOST_BYTES ((size_t)1 << 22)

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

struct input {
	char *bytes;
	size_t length;
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

// Puts `length` bytes in the place of `removed` ones.
static void
splice(struct input *input, size_t at, size_t removed, const char *bytes, size_t length)
{
	struct input changed = {.length = input->length - removed + length};

	changed.bytes = memory_alloc(changed.length);
	memcpy(changed.bytes, input->bytes, at);
	memcpy(changed.bytes + at, bytes, length);
	memcpy(changed.bytes + at + length, input->bytes + at + removed,
	       input->length - at - removed);
	free(input->bytes);
	*input = changed;
}

static void
change(struct input *input, uint64_t *state)
{
	size_t at = draw_below(state, input->length + 1);
	size_t run = draw_below(state, input->length - at + 1) % 64;
	const char *token = tokens[draw_below(state, sizeof(tokens) / sizeof(*tokens))];
	char byte = (char)draw_below(state, 256);

	switch (draw_below(state, 5)) {
	case 0:
		splice(input, at, at < input->length, &byte, 1);
		break;
	case 1:
		splice(input, at, run, "", 0);
		break;
	case 2:
		splice(input, at, 0, token, strlen(token));
		break;
	case 3:
		splice(input, at, run, token, strlen(token));
		break;
	default: // cut off, as a broken download is
		splice(input, at, input->length - at, "", 0);
		break;
	}
}

static void
run_file(const char *path)
{
	uint64_t state = 0x53484F52;
	struct strbuf whole;
	struct error err;

	strbuf_init(&whole);
	if (file_read(path, MOST_BYTES, &whole, &err)) {
		tap_ok(false, "%s", err.text);
		return;
	}
	LLVMFuzzerTestOneInput((const uint8_t *)whole.data, whole.length);
	for (int i = 0; i < CHANGES_PER_FILE; i++) {
		struct input input = {memory_alloc(whole.length), whole.length};

		memcpy(input.bytes, whole.data, whole.length);
		for (size_t left = 1 + draw_below(&state, 4); left; left--)
			change(&input, &state);
		LLVMFuzzerTestOneInput((const uint8_t *)input.bytes, input.length);
		free(input.bytes);
	}
	strbuf_release(&whole);
	path = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
	tap_ok(true, "%s and %d changes of it", path, CHANGES_PER_FILE);
}

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		run_file(argv[i]);
	return tap_done();
}
