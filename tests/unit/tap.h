// SPDX-License-Identifier: GPL-3.0-or-later
// A few lines of TAP for the unit tests: each call prints one result, tap_done() the plan.
#ifndef TESTS_UNIT_TAP_H
#define TESTS_UNIT_TAP_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct tap {
	int run;
	int failed;
};

static struct tap tap_state;

__attribute__((format(printf, 2, 3), unused)) static bool
tap_ok(bool passed, const char *name, ...)
{
	va_list ap;

	tap_state.run++;
	tap_state.failed += !passed;
	printf("%sok %d - ", passed ? "" : "not ", tap_state.run);
	va_start(ap, name);
	vprintf(name, ap);
	va_end(ap);
	putchar('\n');
	fflush(stdout);
	return passed;
}

__attribute__((unused)) static bool
tap_is_str(const char *got, const char *want, const char *name)
{
	bool same = got && want ? !strcmp(got, want) : got == want;

	tap_ok(same, "%s", name);
	if (!same)
		printf("#  got: %s\n# want: %s\n", got ? got : "(null)", want ? want : "(null)");
	return same;
}

__attribute__((unused)) static bool
tap_is_int(long long got, long long want, const char *name)
{
	tap_ok(got == want, "%s", name);
	if (got != want)
		printf("#  got: %lld\n# want: %lld\n", got, want);
	return got == want;
}

__attribute__((unused)) static int
tap_done(void)
{
	printf("1..%d\n", tap_state.run);
	return tap_state.failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

__attribute__((format(printf, 1, 2), unused)) static void
tap_note(const char *format, ...)
{
	va_list ap;

	fputs("# ", stdout);
	va_start(ap, format);
	vprintf(format, ap);
	va_end(ap);
	putchar('\n');
}

__attribute__((unused)) static int
tap_skip_all(const char *reason)
{
	printf("1..0 # SKIP %s\n", reason);
	return EXIT_SUCCESS;
}

// What CI must have: a lack is a failure there and a skip elsewhere.
__attribute__((unused)) static int
tap_lacking(const char *what)
{
	const char *ci = getenv("CI");

	if (!ci || strcmp(ci, "true") != 0)
		return tap_skip_all(what);
	tap_ok(false, "%s", what);
	return tap_done();
}

#endif
