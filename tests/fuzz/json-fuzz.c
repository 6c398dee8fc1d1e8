// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as JSON of whatever maker.
#include "feed-check.h"
#include "target.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const char *const formats[] = {"json-feed", "hf-daily", "json-digest", NULL};

	feed_check(bytes, size, formats);
	return 0;
}
