// SPDX-License-Identifier: GPL-3.0-or-later
// What can be typed at the bottom line of the reader.
#ifndef TUI_READER_PROMPTS_H
#define TUI_READER_PROMPTS_H

#include "tui/prompt.h"

extern const struct prompt_kind reader_prompts_date;
extern const struct prompt_kind reader_prompts_tag;
extern const struct prompt_kind reader_prompts_command;
extern const struct prompt_kind reader_prompts_search;
extern const struct prompt_kind reader_prompts_find; // in the open paper
extern const struct prompt_kind reader_prompts_save; // the name of a search
extern const struct prompt_kind reader_prompts_help; // words in the help

#endif
