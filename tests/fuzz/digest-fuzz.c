// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes, told by content as import tells them. Built with -fsanitize=fuzzer, or with replay.c.
#include "digest-check.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	check_reading(bytes, size, NULL, NULL);
	return 0;
}
