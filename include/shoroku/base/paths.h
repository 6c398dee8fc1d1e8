// SPDX-License-Identifier: GPL-3.0-or-later
// Where things live (XDG Base Directory Specification 0.8), and making directories.
#ifndef SHOROKU_BASE_PATHS_H
#define SHOROKU_BASE_PATHS_H

#include "shoroku/base/error.h"

// $XDG_DATA_HOME/shoroku, $XDG_CONFIG_HOME/shoroku/config, $XDG_CACHE_HOME/shoroku; the caller frees
// them. NULL where neither the variable nor HOME is set (and no password entry helps).
char *paths_data_dir(void);
char *paths_config_file(void);
char *paths_cache_dir(void);

// A path as a user types it, with the home directory in place of a ~ before the first slash; the caller
// frees it. NULL where HOME is not set.
char *paths_expand_home(const char *path);

// "directory/name"; the caller frees it.
char *paths_join(const char *directory, const char *name);

// Makes the directory and its parents, the last with mode 0700. An existing one is fine.
int paths_make_private_dir(const char *path, struct error *err) ERROR_CHECKED;

#endif
