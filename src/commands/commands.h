// SPDX-License-Identifier: GPL-3.0-or-later
// What each subcommand's file hands to the table. Options are rows; the enum beside them is their order.
#ifndef COMMANDS_COMMANDS_H
#define COMMANDS_COMMANDS_H

#include "shoroku/commands/table.h"

extern const struct command_option command_import_options[4];
int command_import_run(const struct app *app, const struct command_arguments *arguments);

extern const struct command_option command_fetch_options[4];
int command_fetch_run(const struct app *app, const struct command_arguments *arguments);

extern const struct command_option command_list_options[2];
int command_list_run(const struct app *app, const struct command_arguments *arguments);

extern const struct command_option command_show_options[3];
int command_show_run(const struct app *app, const struct command_arguments *arguments);

extern const struct command_option command_revisions_options[1];
int command_revisions_run(const struct app *app, const struct command_arguments *arguments);

extern const struct command_option command_similar_options[2];
int command_similar_run(const struct app *app, const struct command_arguments *arguments);

extern const struct command_option command_search_options[4];
int command_search_run(const struct app *app, const struct command_arguments *arguments);

extern const struct command_option command_export_options[2];
int command_export_run(const struct app *app, const struct command_arguments *arguments);

extern const struct command_option command_keys_options[1];
int command_keys_run(const struct app *app, const struct command_arguments *arguments);
int command_config_run(const struct app *app, const struct command_arguments *arguments);

extern const struct command_option command_stats_options[3];
int command_stats_run(const struct app *app, const struct command_arguments *arguments);

extern const struct command_option command_enrich_options[4];
int command_enrich_run(const struct app *app, const struct command_arguments *arguments);

extern const struct command_option command_mark_options[4];
int command_fav_run(const struct app *app, const struct command_arguments *arguments);
int command_read_run(const struct app *app, const struct command_arguments *arguments);
int command_rate_run(const struct app *app, const struct command_arguments *arguments);
int command_note_run(const struct app *app, const struct command_arguments *arguments);
extern const struct command_option command_tag_options[4];
int command_tag_run(const struct app *app, const struct command_arguments *arguments);
extern const struct command_option command_history_options[2];
int command_history_run(const struct app *app, const struct command_arguments *arguments);
int command_undo_run(const struct app *app, const struct command_arguments *arguments);
int command_redo_run(const struct app *app, const struct command_arguments *arguments);
extern const struct command_option command_check_options[3];
int command_check_run(const struct app *app, const struct command_arguments *arguments);
extern const struct command_option command_rebuild_options[1];
int command_rebuild_run(const struct app *app, const struct command_arguments *arguments);
extern const struct command_option command_sources_options[2];
int command_sources_run(const struct app *app, const struct command_arguments *arguments);
int command_paths_run(const struct app *app, const struct command_arguments *arguments);

extern const struct command_option command_help_options[3];
int command_help_run(const struct app *app, const struct command_arguments *arguments);

#endif
