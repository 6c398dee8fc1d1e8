// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "feed/sniff.h"

#include <string.h>

bool
sniff_has(const struct reader_input *input, size_t bytes, const char *text)
{
	size_t length = input->length < bytes ? input->length : bytes;

	return length && memmem(input->text, length, text, strlen(text));
}

char
sniff_first(const struct reader_input *input)
{
	for (size_t i = 0; i < input->length; i++) {
		char byte = input->text[i];

		if (byte != ' ' && byte != '\t' && byte != '\r' && byte != '\n')
			return byte;
	}
	return '\0';
}
