// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that look like chance and are the same in every run (xorshift64*, Vigna 2016).
#ifndef TESTS_UNIT_DRAW_H
#define TESTS_UNIT_DRAW_H

#include <stdint.h>

static uint64_t draw_state = 0x53484F52;

// Another beginning, where a test has several runs.
__attribute__((unused)) static void
draw_begin(unsigned seed)
{
	draw_state = (0x53484F52 + (uint64_t)seed) * 0x9E3779B97F4A7C15u;
}

// 0 to limit − 1.
static unsigned
draw(unsigned limit)
{
	draw_state ^= draw_state >> 12;
	draw_state ^= draw_state << 25;
	draw_state ^= draw_state >> 27;
	return (unsigned)((draw_state * 2685821657736338717u >> 33) % limit);
}

#endif
