// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/text/bar.h"

void
bar_append(struct strbuf *out, size_t value, size_t most, size_t cells, bool ascii)
{
	// U+2588 FULL BLOCK is eight eighths, U+258F LEFT ONE EIGHTH BLOCK one.
	static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
	size_t filled = most ? (value * cells * 8 + most / 2) / most : 0;

	if (value && !filled)
		filled = 1;
	if (filled > cells * 8)
		filled = cells * 8;
	if (ascii)
		filled = (filled + 4) / 8 * 8 + (filled && filled < 4 ? 8 : 0);
	for (size_t i = 0; i < filled / 8; i++)
		strbuf_add_string(out, ascii ? "#" : "█");
	strbuf_add_string(out, eighths[filled % 8]);
}
