// SPDX-License-Identifier: GPL-3.0-or-later
#include "hash.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "shoroku/base/error.h"
#include "shoroku/base/memory.h"

struct wide {
	UChar *units;
	int32_t length;
	int32_t size;
};

static void
require(UErrorCode status)
{
	if (U_FAILURE(status))
		BUG("ICU: %s", u_errorName(status));
}

// Folds `from` into `to`, or brings it into the form, where one is given.
static void
change(const UNormalizer2 *form, const struct wide *from, struct wide *to)
{
	UErrorCode status = U_ZERO_ERROR;

	to->length =
	    form ? unorm2_normalize(form, from->units, from->length, to->units, to->size, &status)
		 : u_strFoldCase(to->units, to->size, from->units, from->length,
				 U_FOLD_CASE_DEFAULT, &status);
	require(status);
}

static void
keep_letters(struct wide *text)
{
	int32_t kept = 0;

	for (int32_t i = 0, size; i < text->length; i += size) {
		uint32_t c = text->units[i];

		size = (c & 0xFC00) == 0xD800 && i + 1 < text->length ? 2 : 1;
		if (size == 2)
			c = ((c & 0x3FF) << 10) + (text->units[i + 1] & 0x3FFu) + 0x10000;
		if (U_GET_GC_MASK((UChar32)c) & (U_GC_L_MASK | U_GC_N_MASK)) {
			memmove(text->units + kept, text->units + i, (size_t)size * sizeof(UChar));
			kept += size;
		}
	}
	text->length = kept;
}

void
hash_skeleton(struct strbuf *out, const char *text)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *composed = unorm2_getNFCInstance(&status);
	const UNormalizer2 *decomposed = unorm2_getNFDInstance(&status);
	const UNormalizer2 *compatible = unorm2_getNFKCInstance(&status);
	int32_t size = (int32_t)strlen(text) * 18 + 64; // NFKC makes up to 18 of one
	struct wide a = {memory_alloc((size_t)size * sizeof(UChar)), 0, size};
	struct wide b = {memory_alloc((size_t)size * sizeof(UChar)), 0, size};
	int32_t bytes;

	require(status);
	u_strFromUTF8(b.units, b.size, &b.length, text, -1, &status);
	require(status);
	change(compatible, &b, &a);
	change(NULL, &a, &b);
	change(decomposed, &b, &a);
	keep_letters(&a);
	change(composed, &a, &b);
	strbuf_reserve(out, (size_t)b.length * 3 + 1);
	u_strToUTF8(out->data + out->length, b.length * 3 + 1, &bytes, b.units, b.length, &status);
	require(status);
	out->length += (size_t)bytes;
	free(a.units);
	free(b.units);
}

static const uint32_t rounds[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t
turn(uint32_t word, int count)
{
	return word >> count | word << (32 - count);
}

static void
take_block(uint32_t state[8], const unsigned char block[64])
{
	uint32_t words[64];
	uint32_t v[8];

	for (int i = 0; i < 16; i++)
		words[i] = (uint32_t)block[i * 4] << 24 | (uint32_t)block[i * 4 + 1] << 16 |
			   (uint32_t)block[i * 4 + 2] << 8 | block[i * 4 + 3];
	for (int i = 16; i < 64; i++)
		words[i] = words[i - 16] + words[i - 7] +
			   (turn(words[i - 15], 7) ^ turn(words[i - 15], 18) ^ words[i - 15] >> 3) +
			   (turn(words[i - 2], 17) ^ turn(words[i - 2], 19) ^ words[i - 2] >> 10);
	memcpy(v, state, sizeof(v));
	for (int i = 0; i < 64; i++) {
		uint32_t first = v[7] + (turn(v[4], 6) ^ turn(v[4], 11) ^ turn(v[4], 25)) +
				 ((v[4] & v[5]) ^ (~v[4] & v[6])) + rounds[i] + words[i];
		uint32_t second = (turn(v[0], 2) ^ turn(v[0], 13) ^ turn(v[0], 22)) +
				  ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));

		memmove(v + 1, v, 7 * sizeof(*v));
		v[4] += first;
		v[0] = first + second;
	}
	for (int i = 0; i < 8; i++)
		state[i] += v[i];
}

void
hash_bytes(char hash[HASH_SIZE], const char *bytes, size_t length)
{
	uint32_t state[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
			     0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
	unsigned char tail[128] = {0};
	size_t whole = length / 64 * 64;
	size_t end = length - whole < 56 ? 64 : 128;

	for (size_t at = 0; at < whole; at += 64)
		take_block(state, (const unsigned char *)bytes + at);
	memcpy(tail, bytes + whole, length - whole);
	tail[length - whole] = 0x80;
	for (size_t i = 0; i < 8; i++)
		tail[end - 1 - i] = (unsigned char)((uint64_t)length * 8 >> i * 8);
	for (size_t at = 0; at < end; at += 64)
		take_block(state, tail + at);
	snprintf(hash, HASH_SIZE, "%08x%04x", state[0], state[1] >> 16);
}
