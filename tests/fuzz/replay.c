// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target without a fuzzer: `replay FILE…` gives it each file as it is and then changed in
// ways drawn from a fixed seed, so that `make check` finds the same on every machine. TAP.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/tap.h"
#include "change.h"
#include "target.h"
#include "shoroku/base/error.h"
#include "shoroku/base/file.h"

#define CHANGES_PER_FILE 400
#define MOST_BYTES ((size_t)1 << 22)

static void
run_file(const char *path)
{
	uint64_t state = CHANGE_SEED;
	struct strbuf whole;
	struct error err;

	strbuf_init(&whole);
	if (file_read(path, MOST_BYTES, &whole, &err)) {
		tap_ok(false, "%s", err.text);
		return;
	}
	LLVMFuzzerTestOneInput((const uint8_t *)whole.data, whole.length);
	for (int i = 0; i < CHANGES_PER_FILE; i++) {
		struct change_input input = change_some(whole.data, whole.length, &state);

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
