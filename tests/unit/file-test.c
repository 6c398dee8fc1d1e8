// SPDX-License-Identifier: GPL-3.0-or-later
// Whole files: in under a cap, out whole or not at all.
#include "shoroku/base/file.h"

#include <sys/stat.h>
#include <unistd.h>

#include "shoroku/base/error.h"
#include "shoroku/base/log.h"
#include "shoroku/base/paths.h"
#include "shoroku/base/strbuf.h"
#include "tap.h"

static char directory[] = "file-test-XXXXXX";

static void
test_replace(void)
{
	char *path = paths_join(directory, "a");
	struct strbuf read;
	struct stat status;
	struct error err = {0};

	strbuf_init(&read);
	tap_ok(!file_replace(path, "one", 3, &err), "a new file");
	tap_ok(!file_replace(path, "three", 5, &err), "in its place another");
	tap_ok(!file_read(path, 5, &read, &err), "is read");
	tap_is_str(read.data, "three", "as it was written");
	tap_ok(!stat(path, &status) && (status.st_mode & 0777) == 0600, "only its owner reads it");
	tap_ok(file_read(path, 4, &read, &err) && err.kind == ERROR_DATA && strstr(err.text, path),
	       "a file beyond the cap is refused by name");
	unlink(path);
	tap_ok(file_read(path, 4, &read, &err) && strstr(err.text, path),
	       "one that is not there too");
	free(path);
	path = paths_join(directory, "none/b");
	tap_ok(file_replace(path, "x", 1, &err) && err.kind == ERROR_DISK, "no directory, no file");
	free(path);
	strbuf_release(&read);
}

static void
test_directories(void)
{
	char *deep = paths_join(directory, "x/y/z");
	char *middle = paths_join(directory, "x/y");
	char *top = paths_join(directory, "x");
	struct stat status;
	struct error err;

	tap_ok(!paths_make_private_dir(deep, &err), "a directory with its parents");
	tap_ok(!stat(deep, &status) && (status.st_mode & 0777) == 0700, "the last one private");
	tap_ok(!paths_make_private_dir(deep, &err), "again is fine");
	rmdir(deep);
	rmdir(middle);
	rmdir(top);
	free(deep);
	free(middle);
	free(top);
}

static void
test_log(void)
{
	char *path = paths_join(directory, "log");
	struct strbuf read;
	struct error err;

	strbuf_init(&read);
	log_message(LOG_ERROR, "before it is open");
	tap_ok(!log_open(path, LOG_WARNING, &err), "a log");
	log_message(LOG_WARNING, "kept \033[31m%d", 7);
	log_message(LOG_INFO, "dropped");
	log_close();
	tap_ok(!file_read(path, 4096, &read, &err) && strstr(read.data, "kept \\x1B[31m7") &&
		   !strstr(read.data, "dropped") && !strstr(read.data, "before"),
	       "holds what matters, without control characters");
	unlink(path);
	free(path);
	strbuf_release(&read);
}

int
main(void)
{
	if (!mkdtemp(directory))
		return EXIT_FAILURE;
	test_replace();
	test_directories();
	test_log();
	tap_ok(!rmdir(directory), "nothing is left behind");
	return tap_done();
}
