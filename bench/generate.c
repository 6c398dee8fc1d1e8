// SPDX-License-Identifier: GPL-3.0-or-later
// Papers for the benches, as JSON Lines on standard output: `generate COUNT`. Deterministic, heavy in
// Japanese, about 3 KB of text a paper, words drawn by Zipf's law from a vocabulary made up of common
// characters. Some characters and words are rare on purpose; bench/search knows which.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define VOCABULARY 20000
#define LATIN 3000
#define PAPERS_A_DAY 100
#define FIRST_DAY 7300 // 1989-12-27

static uint64_t state = 0x53484F52;

// xorshift64*, Vigna 2016.
static uint64_t
draw(void)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return state * 2685821657736338717u;
}

static double
draw_unit(void)
{
	return (double)(draw() >> 11) / 9007199254740992.0;
}

// Rank r with a likelihood of about 1/r.
static unsigned
draw_zipf(unsigned count)
{
	return (unsigned)(exp(draw_unit() * log((double)count + 1)) - 1) % count;
}

static void
put(uint32_t code)
{
	putchar((int)(0xE0 | code >> 12));
	putchar((int)(0x80 | (code >> 6 & 0x3F)));
	putchar((int)(0x80 | (code & 0x3F)));
}

// Word r of the vocabulary: one to four characters, the same in every run.
static void
put_word(unsigned rank)
{
	uint64_t seed = (uint64_t)rank * 0x9E3779B97F4A7C15u + 1;
	unsigned length = 1 + (unsigned)(seed >> 60) % 4;

	for (unsigned i = 0; i < length; i++) {
		seed ^= seed >> 29;
		seed *= 0xBF58476D1CE4E5B9u;
		put(seed >> 62 ? 0x4E00 + (uint32_t)(seed >> 40) % 3000
			       : 0x30A2 + (uint32_t)(seed >> 40) % 80);
	}
}

static void
put_latin(unsigned rank)
{
	static const char syllables[][5] = {"tra",  "for", "mer", "net",  "gen", "con", "vo", "lu",
					    "tion", "dif", "fu",  "sion", "pre", "tra", "in", "er"};
	unsigned value = rank + 1;

	for (int i = 0; value; i++, value /= 16)
		fputs(syllables[(value + (unsigned)i * 5) % 16], stdout);
}

static void
put_text(unsigned characters)
{
	static const uint32_t particles[] = {0x306E, 0x3092, 0x306B, 0x306F, 0x304C, 0x3067};

	for (unsigned i = 0; i < characters; i += 3) {
		if (draw() % 12 == 0) {
			putchar(' ');
			put_latin(draw_zipf(LATIN));
			putchar(' ');
		} else {
			put_word(draw_zipf(VOCABULARY));
		}
		put(draw() % 16 ? particles[draw() % 6] : 0x3002);
	}
}

static void
put_section(const char *role, unsigned characters, const char *end)
{
	printf("{\"role\":\"%s\",\"label\":\"%s\",\"text\":\"", role, role);
	put_text(characters);
	printf("\"}%s", end);
}

static void
put_paper(unsigned number)
{
	unsigned day = FIRST_DAY + number / PAPERS_A_DAY;
	unsigned year = 1970 + day / 372; // any days will do, as long as they exist
	unsigned rest = day % 372;

	printf("{\"date\":\"%04u-%02u-%02u\",\"source\":\"bench\",\"lang\":\"ja\",\"title\":\"",
	       year, rest / 31 + 1, rest % 31 % 28 + 1);
	for (int i = 0; i < 6; i++) {
		put_latin(draw_zipf(LATIN));
		putchar(' ');
	}
	printf("%u\",\"authors\":[", number);
	for (int i = 0; i < 5; i++) {
		printf("%s\"", i ? "," : "");
		put_latin((unsigned)(draw() % 40000));
		putchar(' ');
		put_latin(40000 + (unsigned)(draw() % 40000));
		putchar('"');
	}
	printf("],\"sections\":[");
	put_section("reason", 60, ",");
	put_section("short", 80, ",");
	put_section("detail", 700, "]}\n");
}

int
main(int argc, char **argv)
{
	unsigned count = argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) : 100000;

	for (unsigned i = 0; i < count; i++)
		put_paper(i);
	return EXIT_SUCCESS;
}
