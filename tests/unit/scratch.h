// SPDX-License-Identifier: GPL-3.0-or-later
// Directories that tests make with mkdtemp() and leave nothing of.
#ifndef TESTS_UNIT_SCRATCH_H
#define TESTS_UNIT_SCRATCH_H

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

#include "shoroku/base/paths.h"

// Removes the files of the directory.
__attribute__((unused)) static void
scratch_empty(const char *directory)
{
	DIR *stream = opendir(directory);
	struct dirent *item;

	while (stream && (item = readdir(stream))) {
		char *path = paths_join(directory, item->d_name);

		if (item->d_name[0] != '.')
			unlink(path);
		free(path);
	}
	if (stream)
		closedir(stream);
}

// Removes the directory too; 0, or −1 where something is left.
__attribute__((unused)) static int
scratch_remove(const char *directory)
{
	scratch_empty(directory);
	return rmdir(directory);
}

#endif
