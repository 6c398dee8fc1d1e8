// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/piece.h"

#include <string.h>

#define FURTHEST_COLON 128 // bytes

bool
piece_find(const struct labels *labels, const char *line, size_t length, struct piece *piece)
{
	size_t limit = length < FURTHEST_COLON ? length : FURTHEST_COLON;

	*piece = (struct piece){.label_length = length, .value = length};
	piece->label = labels_find(labels, line, length);
	if (piece->label)
		return true;
	for (size_t i = 0; i < limit; i++) {
		size_t colon = line[i] == ':' ? 1 : !strncmp(line + i, "：", 3) ? 3 : 0;

		if (!colon)
			continue;
		piece->label = labels_find(labels, line, i);
		piece->label_length = i;
		piece->value = i + colon;
		while (piece->value < length && line[piece->value] == ' ')
			piece->value++;
		return piece->label != NULL;
	}
	return false;
}
