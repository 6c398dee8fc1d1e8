// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as feeds and harvests.
#include "feed-check.h"
#include "target.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const char *const formats[] = {"arxiv-atom", "arxiv-rss", "rss", "rdf",
					      "atom",	    "oai-pmh",	 NULL};

	feed_check(bytes, size, formats);
	return 0;
}
