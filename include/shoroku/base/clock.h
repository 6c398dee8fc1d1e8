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
bool clock_is_fixed(void);

#endif
