// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/utf8-input.h"

#include "shoroku/text/utf8.h"

static size_t
sequence_length(unsigned char lead)
{
	if (lead >= 0xC2 && lead <= 0xDF)
		return 2;
	if (lead >= 0xE0 && lead <= 0xEF)
		return 3;
	if (lead >= 0xF0 && lead <= 0xF4)
		return 4;
	return 0;
}

key_code
utf8_input_feed(struct utf8_input *input, unsigned char byte)
{
	size_t offset = 0;
	key_code key;

	if (input->need && (byte & 0xC0) != 0x80)
		input->need = 0;
	if (!input->need) {
		if (byte < 0x80)
			return byte;
		input->need = sequence_length(byte);
		input->have = 0;
		if (!input->need)
			return KEY_NONE;
	}
	input->bytes[input->have++] = (char)byte;
	if (input->have < input->need)
		return KEY_NONE;
	input->need = 0;
	key = utf8_next(input->bytes, input->have, &offset);
	return key == 0xFFFD || offset != input->have ? KEY_NONE : key;
}
