// SPDX-License-Identifier: GPL-3.0-or-later
// `sources test`.
#ifndef COMMANDS_SOURCES_TEST_H
#define COMMANDS_SOURCES_TEST_H

#include "shoroku/work/app.h"

// `date` is as typed, or NULL for the newest day. Returns the exit code.
int command_sources_test(const struct app *app, const char *name, const char *date);

#endif
