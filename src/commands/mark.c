// SPDX-License-Identifier: GPL-3.0-or-later
#include "mark.h"

#include <string.h>

#include "shoroku/archive/load.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/vec.h"
#include "shoroku/commands/common.h"

#include "commands.h"

const struct command_option command_mark_off_option[1] = {
    {"off", NULL, N_("take the mark away")},
};

struct keys {
	VEC(const char *) list;
};

struct change_list {
	VEC(struct journal_change) list;
};

static void
add_key(struct keys *keys, const char *key)
{
	for (size_t i = 0; i < keys->list.count; i++) {
		if (!strcmp(keys->list.items[i], key))
			return;
	}
	*vec_push(&keys->list) = key;
}

// Returns the exit code of the first failure, 0 where every entry was found.
static int
resolve(const struct app *app, struct archive *archive, struct arena *arena,
	const char *const *entries, size_t count, struct keys *keys)
{
	int code = 0;

	for (size_t i = 0; i < count; i++) {
		struct error err;
		const char *key;
		int64_t id;

		if (load_resolve(archive, entries[i], app->today, &id, &err) ||
		    load_key(archive, arena, id, &key, &err)) {
			int failed = command_common_fail(&err);

			code = code ? code : failed;
		} else {
			add_key(keys, key);
		}
	}
	return code;
}

static int
apply(struct archive *archive, struct arena *arena, const struct keys *keys,
      const struct journal_change *changes, size_t count, struct journal_report *report,
      struct error *err)
{
	struct change_list all = {0};
	int result;

	for (size_t i = 0; i < keys->list.count; i++) {
		for (size_t j = 0; j < count; j++) {
			struct journal_change *change = vec_push(&all.list);

			*change = changes[j];
			change->key = keys->list.items[i];
		}
	}
	result = journal_apply(archive, arena, all.list.items, all.list.count, JOURNAL_USER, report,
			       err);
	vec_release(&all.list);
	return result;
}

struct archive *
command_mark_open(const struct app *app, struct error *err)
{
	struct archive *archive = command_common_open(app, ARCHIVE_MARK, err);

	if (archive && journal_repair(archive, err)) {
		archive_close(archive);
		return NULL;
	}
	return archive;
}

int
command_mark_apply(const struct app *app, const struct journal_change *changes, size_t change_count,
		   const char *const *entries, size_t entry_count,
		   void (*say)(const void *context, unsigned long changed), const void *context)
{
	struct journal_report report = {0};
	struct keys keys = {0};
	struct arena arena;
	struct error err;
	struct archive *archive = command_mark_open(app, &err);
	int code;

	if (!archive)
		return command_common_fail(&err);
	arena_init(&arena);
	code = resolve(app, archive, &arena, entries, entry_count, &keys);
	if (keys.list.count) {
		code = code ? 1 : 0;
		if (apply(archive, &arena, &keys, changes, change_count, &report, &err))
			code = command_common_fail(&err);
		else if (!app->quiet && report.changed > 0)
			say(context, (unsigned long)report.changed);
		else if (!app->quiet)
			command_common_printf(stdout, _("nothing to change\n"));
	}
	vec_release(&keys.list);
	arena_release(&arena);
	archive_close(archive);
	return code;
}
