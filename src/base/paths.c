// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/paths.h"

#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"

char *
paths_expand_home(const char *path)
{
	const char *home = getenv("HOME");

	if (strncmp(path, "~/", 2) != 0)
		return memory_strdup(path);
	return home && *home == '/' ? paths_join(home, path + 2) : NULL;
}

char *
paths_join(const char *directory, const char *name)
{
	struct strbuf path;
	size_t length = strlen(directory);

	strbuf_init(&path);
	strbuf_add(&path, directory, length);
	if (!length || directory[length - 1] != '/')
		strbuf_add_byte(&path, '/');
	strbuf_add_string(&path, name);
	return strbuf_detach(&path);
}

static const char *
home_dir(void)
{
	const char *home = getenv("HOME");
	const struct passwd *entry;

	if (home && *home == '/')
		return home;
	entry = getpwuid(getuid());
	return entry ? entry->pw_dir : NULL;
}

// XDG: a variable that is unset, empty or not absolute means the fallback below HOME.
static char *
xdg_path(const char *variable, const char *fallback, const char *rest)
{
	const char *value = getenv(variable);
	const char *home;
	char *base;
	char *path;

	if (value && *value == '/')
		return paths_join(value, rest);
	home = home_dir();
	if (!home)
		return NULL;
	base = paths_join(home, fallback);
	path = paths_join(base, rest);
	free(base);
	return path;
}

char *
paths_data_dir(void)
{
	return xdg_path("XDG_DATA_HOME", ".local/share", "shoroku");
}

char *
paths_config_file(void)
{
	return xdg_path("XDG_CONFIG_HOME", ".config", "shoroku/config");
}

char *
paths_cache_dir(void)
{
	return xdg_path("XDG_CACHE_HOME", ".cache", "shoroku");
}

// Makes every directory above the last component; those that exist are left as they are.
static int
make_parents(char *path)
{
	for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		int failed;

		*slash = '\0';
		failed = mkdir(path, 0700) && errno != EEXIST;
		*slash = '/';
		if (failed)
			return -1;
	}
	return 0;
}

int
paths_make_private_dir(const char *path, struct error *err)
{
	char *copy = memory_strdup(path);
	size_t length = strlen(copy);
	struct stat status;
	int result = 0;

	while (length > 1 && copy[length - 1] == '/')
		copy[--length] = '\0';
	if (!*copy || make_parents(copy) || (mkdir(copy, 0700) && errno != EEXIST))
		result = error_set_errno(err, *copy ? errno : ENOENT,
					 _("cannot make the directory %s"), path);
	else if (stat(copy, &status) || !S_ISDIR(status.st_mode))
		result = error_set(err, ERROR_DISK, _("%s is not a directory"), path);
	free(copy);
	return result;
}
