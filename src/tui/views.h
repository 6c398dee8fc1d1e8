// SPDX-License-Identifier: GPL-3.0-or-later
// Every view and every table of actions. Adding a view is adding a file and its rows here.
#ifndef TUI_VIEWS_H
#define TUI_VIEWS_H

#include "tui/view.h"

extern const struct action_table anywhere_action_table; // in every view
extern const struct action_table reader_actions_table;	// wherever one is among days and papers
extern const struct action_table list_action_table;	// moving in every list
extern const struct action_table days_view_action_table;
extern const struct action_table papers_view_action_table;
extern const struct action_table paper_view_action_table;
extern const struct action_table calendar_view_action_table;
extern const struct action_table author_view_action_table;
extern const struct action_table raw_view_action_table;
extern const struct action_table authors_view_action_table;
extern const struct action_table year_view_action_table;
extern const struct action_table stats_view_action_table;
extern const struct action_table history_view_action_table;
extern const struct action_table tags_view_action_table;
extern const struct action_table triage_view_action_table;
extern const struct action_table search_view_action_table;
extern const struct action_table jobs_view_background_table; // from anywhere
extern const struct action_table jobs_view_action_table;
extern const struct action_table sources_view_action_table;
extern const struct action_table help_view_action_table;

extern const struct view_ops days_view_ops;
extern const struct view_ops papers_view_ops;
extern const struct view_ops paper_view_ops;
extern const struct view_ops calendar_view_ops;
extern const struct view_ops author_view_ops; // of session->author
extern const struct view_ops authors_view_ops;
extern const struct view_ops raw_view_ops; // of the open paper
extern const struct view_ops authors_view_paper_ops;
extern const struct view_ops year_view_ops;
extern const struct view_ops stats_view_ops;
extern const struct view_ops history_view_ops;
extern const struct view_ops tags_view_ops;
extern const struct view_ops triage_view_ops;
extern const struct view_ops search_view_ops;
extern const struct view_ops jobs_view_ops;
extern const struct view_ops sources_view_ops;
extern const struct view_ops help_view_ops;

#endif
