// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as mails and .abs files, once as they say themselves and once by each of the readers.
#include "digest-check.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const char *const formats[] = {"arxiv-mail", "arxiv-abs"};

	check_reading(bytes, size, NULL, NULL);
	for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++)
		check_reading(bytes, size, formats[i], "2025-09-24.txt");
	return 0;
}
