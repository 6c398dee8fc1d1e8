// SPDX-License-Identifier: GPL-3.0-or-later
// Diagnostics for whoever reads the log file; never for the terminal while the reader is open.
#ifndef SHOROKU_BASE_LOG_H
#define SHOROKU_BASE_LOG_H

#include "shoroku/base/compiler.h"
#include "shoroku/base/error.h"

enum log_level { LOG_ERROR, LOG_WARNING, LOG_INFO, LOG_DEBUG };

// Until this is called messages are dropped: main() does where SHOROKU_LOG names a file. It is appended
// to, and made with mode 0600.
int log_open(const char *path, enum log_level threshold, struct error *err) ERROR_CHECKED;
void log_close(void);

// Thread-safe; control characters are written as \xNN.
void log_message(enum log_level level, const char *format, ...) PRINTF_LIKE(2, 3);

#endif
