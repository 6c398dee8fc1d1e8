// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as the interface's language writes them.
#ifndef TUI_DATE_TEXT_H
#define TUI_DATE_TEXT_H

#include "shoroku/base/date.h"
#include "shoroku/base/strbuf.h"

const char *date_text_weekday(int weekday); // 0 = Monday; two letters, or 月 火 水 …
void date_text_month(struct strbuf *out, int year, int month); // "September 2025", "2025年9月"

#endif
