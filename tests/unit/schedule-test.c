// SPDX-License-Identifier: GPL-3.0-or-later
// Whose turn it is, with an invented clock; Retry-After; and which addresses are local.
#include "net/schedule.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include "net/address.h"
#include "net/retry-after.h"
#include "shoroku/base/compiler.h"
#include "tap.h"

static void
test_turns(void)
{
	struct schedule schedule;
	struct schedule_host *a;
	struct schedule_host *b;
	int64_t when;

	schedule_init(&schedule);
	a = schedule_host(&schedule, "a.example");
	b = schedule_host(&schedule, "b.example");
	tap_ok(schedule_host(&schedule, "A.Example") == a && a != b, "one host a name");
	tap_ok(schedule_may_start(a, 1000, 2, &when), "the first may start at once");
	schedule_started(a, 1000, 300);
	tap_ok(!schedule_may_start(a, 1299, 2, &when) && when == 1300, "the second waits");
	tap_ok(schedule_may_start(b, 1299, 2, &when), "another host does not");
	tap_ok(schedule_may_start(a, 1300, 2, &when), "until its time has come");
	schedule_started(a, 1300, 300);
	tap_ok(!schedule_may_start(a, 9000, 2, &when) && when == INT64_MAX,
	       "a third waits for one of them to end");
	schedule_finished(a);
	tap_ok(schedule_may_start(a, 9000, 2, &when), "and may start then");
	schedule_hold(a, 20000);
	tap_ok(!schedule_may_start(a, 19999, 2, &when) && when == 20000,
	       "not while the host wants to be left alone");
	schedule_hold(a, 15000);
	tap_ok(!schedule_may_start(a, 19999, 2, &when), "the longer wish counts");
	schedule_release(&schedule);
}

static void
test_backoff(void)
{
	bool within = true;

	tap_is_int(schedule_backoff(1, 1000, 0), 1000, "the first pause");
	tap_is_int(schedule_backoff(2, 1000, 0), 2000, "doubles");
	tap_is_int(schedule_backoff(4, 1000, 0), 8000, "and again");
	tap_is_int(schedule_backoff(60, 1000, 0), SCHEDULE_LONGEST_MS, "but not for ever");
	for (uint32_t random = 0; random < 5000; random++) {
		int64_t pause = schedule_backoff(3, 1000, random * 7919u);

		within &= pause >= 2000 && pause <= 4000;
	}
	tap_ok(within, "half of it is random");
}

static void
test_retry_after(void)
{
	int64_t now = (int64_t)784111777 * 1000; // Sun, 06 Nov 1994 08:49:37 GMT

	tap_is_int(retry_after_ms("120", now), 120000, "seconds");
	tap_is_int(retry_after_ms("0", now), 0, "none");
	tap_is_int(retry_after_ms("Sun, 06 Nov 1994 08:50:37 GMT", now), 60000, "a date");
	tap_is_int(retry_after_ms("Sun, 06 Nov 1994 08:00:00 GMT", now), 0, "a date that is over");
	tap_is_int(retry_after_ms("soon", now), -1, "neither");
	tap_is_int(retry_after_ms("", now), -1, "nothing");
	tap_ok(retry_after_ms("99999999999999999999999", now) > 0, "more than fits a number");
}

static bool
is_local(uint32_t bits)
{
	struct sockaddr_in four = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(bits)};

	return address_is_local((const struct sockaddr *)&four);
}

static void
test_private_blocks(void)
{
	tap_ok(is_local(0x0A000000) && is_local(0x0AFFFFFF), "10/8 is local");
	tap_ok(!is_local(0x09FFFFFF) && !is_local(0x0B000000), "what lies beside it is not");
	tap_ok(is_local(0xAC100000) && is_local(0xAC1FFFFF), "172.16/12 is local");
	tap_ok(!is_local(0xAC0FFFFF) && !is_local(0xAC200000), "what lies beside it is not");
	tap_ok(is_local(0xC0A80000) && is_local(0xC0A8FFFF), "192.168/16 is local");
	tap_ok(!is_local(0xC0A7FFFF) && !is_local(0xC0A90000), "what lies beside it is not");
}

static void
test_addresses(void)
{
	// Private ones are written as IPv6 has them.
	// clang-format off
	static const char *const local[] = {
		"127.0.0.1", "127.255.0.9", "169.254.169.254", "100.64.0.1", "100.127.9.9", "0.0.0.0",
		"224.0.0.1", "255.255.255.255", "198.18.0.1", "::ffff:a01:203", "::ffff:ac10:1",
		"::ffff:ac1f:ffff", "::ffff:c0a8:101", "::1", "::", "fe80::1", "febf::1", "fc00::1",
		"fdff::1", "ff02::1", "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1",
		"64:ff9b::a00:1", "2002:7f00:1::", "2001:db8::1", "fec0::1",
	};
	static const char *const open[] = {
		"1.1.1.1", "172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.1",
		"192.167.255.255", "223.255.255.255", "2606:4700::1111", "::ffff:8.8.8.8",
		"64:ff9b::808:808", "2a00::1", "no address",
	};
	// clang-format on

	for (size_t i = 0; i < ARRAY_LENGTH(local); i++)
		tap_ok(address_text_is_local(local[i]), "%s is local", local[i]);
	for (size_t i = 0; i < ARRAY_LENGTH(open); i++)
		tap_ok(!address_text_is_local(open[i]), "%s is not", open[i]);
	tap_ok(address_host_is_loopback("localhost") && address_host_is_loopback("LocalHost") &&
		   address_host_is_loopback("a.localhost") &&
		   address_host_is_loopback("127.8.0.1") && address_host_is_loopback("[::1]"),
	       "names of the loopback");
	tap_ok(!address_host_is_loopback("localhost.example") &&
		   !address_host_is_loopback("notlocalhost") &&
		   !address_host_is_loopback("1.0.0.127"),
	       "and others");
}

int
main(void)
{
	test_turns();
	test_backoff();
	test_retry_after();
	test_private_blocks();
	test_addresses();
	return tap_done();
}
