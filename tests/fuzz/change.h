// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs changed as accidents and malice change them, the same on every machine.
#ifndef TESTS_FUZZ_CHANGE_H
#define TESTS_FUZZ_CHANGE_H

#include <stddef.h>
#include <stdint.h>

#define CHANGE_SEED 0x53484F52 // of `state` at first

struct change_input {
	char *bytes; // the caller frees them
	size_t length;
};

// A copy with a few changes: bits turned over, bytes replaced, runs cut out, doubled or repeated, words of
// digests put in, the end cut off. `state` goes on.
struct change_input change_some(const char *bytes, size_t length, uint64_t *state);

#endif
