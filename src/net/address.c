// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "shoroku/base/compiler.h"

struct block {
	uint32_t first;
	int bits;
};

#define IPV4(a, b, c, d) ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (d))

static bool
is_local4(uint32_t address)
{
	static const struct block blocks[] = {
	    {IPV4(0, 0, 0, 0), 8},	 // this network
	    {IPV4(10, 0, 0, 0), 8},	 // private
	    {IPV4(100, 64, 0, 0), 10},	 // shared, carrier-grade NAT
	    {IPV4(127, 0, 0, 0), 8},	 // loopback
	    {IPV4(169, 254, 0, 0), 16},	 // link-local
	    {IPV4(172, 16, 0, 0), 12},	 // private
	    {IPV4(192, 0, 0, 0), 24},	 // protocol assignments
	    {IPV4(192, 0, 2, 0), 24},	 // documentation
	    {IPV4(192, 168, 0, 0), 16},	 // private
	    {IPV4(198, 18, 0, 0), 15},	 // benchmarking
	    {IPV4(198, 51, 100, 0), 24}, // documentation
	    {IPV4(203, 0, 113, 0), 24},	 // documentation
	    {IPV4(224, 0, 0, 0), 3},	 // multicast and reserved
	};

	for (size_t i = 0; i < ARRAY_LENGTH(blocks); i++) {
		if (address >> (32 - blocks[i].bits) == blocks[i].first >> (32 - blocks[i].bits))
			return true;
	}
	return false;
}

static uint32_t
read4(const uint8_t *bytes)
{
	return IPV4(bytes[0], bytes[1], bytes[2], bytes[3]);
}

static bool
begins(const uint8_t *bytes, const uint8_t *beginning, size_t length)
{
	return !memcmp(bytes, beginning, length);
}

static bool
is_local6(const uint8_t *bytes)
{
	static const uint8_t zeros[12] = {0};
	static const uint8_t mapped[12] = {[10] = 0xFF, [11] = 0xFF};
	static const uint8_t nat64[12] = {0x00, 0x64, 0xFF, 0x9B};
	static const uint8_t documentation[4] = {0x20, 0x01, 0x0D, 0xB8};

	if (begins(bytes, zeros, 12) || begins(bytes, mapped, 12) || begins(bytes, nat64, 12))
		return is_local4(read4(bytes + 12)); // ::1 and :: are 0.0.0.0/8 there
	if (bytes[0] == 0x20 && bytes[1] == 0x02)
		return is_local4(read4(bytes + 2));		      // 6to4
	return (bytes[0] & 0xFE) == 0xFC ||			      // unique local
	       (bytes[0] == 0xFE && (bytes[1] & 0x80)) ||	      // link-local, site-local
	       bytes[0] == 0xFF || begins(bytes, documentation, 4) || // multicast
	       (bytes[0] & 0xE0) != 0x20;			      // not global unicast
}

bool
address_is_local(const struct sockaddr *address)
{
	if (address->sa_family == AF_INET) {
		struct sockaddr_in four;

		memcpy(&four, address, sizeof(four));
		return is_local4(ntohl(four.sin_addr.s_addr));
	}
	if (address->sa_family == AF_INET6) {
		struct sockaddr_in6 six;

		memcpy(&six, address, sizeof(six));
		return is_local6(six.sin6_addr.s6_addr);
	}
	return true;
}

bool
address_text_is_local(const char *text)
{
	struct in_addr four;
	struct in6_addr six;

	if (inet_pton(AF_INET, text, &four) == 1)
		return is_local4(ntohl(four.s_addr));
	if (inet_pton(AF_INET6, text, &six) == 1)
		return is_local6(six.s6_addr);
	return false;
}

bool
address_host_is_loopback(const char *host)
{
	static const char name[] = "localhost";
	size_t length = strlen(host);
	struct in_addr four;

	if (!strcasecmp(host, name) || !strcmp(host, "::1") || !strcmp(host, "[::1]"))
		return true;
	if (length > sizeof(name) && host[length - sizeof(name)] == '.' &&
	    !strcasecmp(host + length - sizeof(name) + 1, name))
		return true;
	return inet_pton(AF_INET, host, &four) == 1 && ntohl(four.s_addr) >> 24 == 127;
}

bool
address_host_is_local(const char *host)
{
	size_t length = strlen(host);
	char bare[INET6_ADDRSTRLEN];

	if (address_host_is_loopback(host))
		return true;
	if (*host == '[' && length - 2 < sizeof(bare)) {
		snprintf(bare, sizeof(bare), "%.*s", (int)(length - 2), host + 1);
		return address_text_is_local(bare);
	}
	return address_text_is_local(host);
}
