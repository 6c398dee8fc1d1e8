// SPDX-License-Identifier: GPL-3.0-or-later
// Now. SHOROKU_NOW=2025-09-24T12:00:00Z fixes it for tests.
#ifndef SHOROKU_BASE_CLOCK_H
#define SHOROKU_BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "shoroku/base/date.h"

int64_t clock_now_ms(void);	  // milliseconds since the Unix epoch
int64_t clock_monotonic_ms(void); // for intervals only
date_day clock_today(void);	  // in the user's time zone
date_day clock_day(int64_t ms);	  // of a time of clock_now_ms(), likewise
bool clock_is_fixed(void);

#define CLOCK_TEXT_SIZE 21 // "2025-09-24T12:00:00Z" and its NUL

// Writes a time of clock_now_ms() for programs, or "2025-09-24 21:00" in the user's time zone.
void clock_format_utc(int64_t ms, char text[CLOCK_TEXT_SIZE]);
void clock_format_local(int64_t ms, char text[CLOCK_TEXT_SIZE]);

#endif
