// SPDX-License-Identifier: GPL-3.0-or-later
// `list` for people: tables aligned by cells, cut to the terminal's width.
#ifndef COMMANDS_LIST_TEXT_H
#define COMMANDS_LIST_TEXT_H

#include "shoroku/archive/load.h"
#include "shoroku/work/app.h"

const char *command_list_text_weekday(date_day day); // "Mon"

void command_list_text_entries(const struct app *app, const struct load_entries *entries);
void command_list_text_days(const struct load_days *days);

#endif
