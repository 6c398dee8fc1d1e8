// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as HTML, with a date in the file's name. Built with -fsanitize=fuzzer, or with replay.c.
#include "digest-check.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	check_reading(bytes, size, "html", "2025-09-24.html");
	return 0;
}
