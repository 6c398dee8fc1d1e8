// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/place-list.h"

bool
place_list_set(struct place_list *list, struct posting_places places)
{
	const unsigned char *at = places.bytes;
	const unsigned char *end = at + places.length;
	uint64_t number;
	uint32_t place = 0;

	vec_clear(&list->places);
	if (!posting_get_number(&at, end, &number))
		return false;
	if (number & 1) {
		*vec_push(&list->places) = (uint32_t)(number >> 1);
		return true;
	}
	while (at < end) {
		if (!posting_get_number(&at, end, &number))
			return false;
		place += (uint32_t)number;
		*vec_push(&list->places) = place;
	}
	return true;
}

bool
place_list_keep_followed(struct place_list *list, const struct place_list *others,
			 uint32_t distance)
{
	size_t kept = 0;

	for (size_t i = 0, j = 0; i < list->places.count; i++) {
		uint32_t wanted = list->places.items[i] + distance;

		while (j < others->places.count && others->places.items[j] < wanted)
			j++;
		if (j < others->places.count && others->places.items[j] == wanted)
			list->places.items[kept++] = list->places.items[i];
	}
	list->places.count = kept;
	return kept > 0;
}

void
place_list_release(struct place_list *list)
{
	vec_release(&list->places);
}
