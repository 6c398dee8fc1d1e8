// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that look like chance and are the same in every run (xorshift64*, Vigna 2016).
#ifndef TESTS_UNIT_DRAW_H
#define TESTS_UNIT_DRAW_H

#include <stdint.h>

// 0 to limit − 1.
static unsigned
draw(unsigned limit)
{
	static uint64_t state = 0x53484F52;

	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (unsigned)((state * 2685821657736338717u >> 33) % limit);
}

#endif
