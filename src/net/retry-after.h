// SPDX-License-Identifier: GPL-3.0-or-later
// The header Retry-After: RFC 9110, 10.2.3.
#ifndef NET_RETRY_AFTER_H
#define NET_RETRY_AFTER_H

#include <stdint.h>

// Milliseconds to wait, from seconds or from a date compared with `now_ms` since the epoch; -1 for what is
// neither.
int64_t retry_after_ms(const char *value, int64_t now_ms);

#endif
