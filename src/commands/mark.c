// SPDX-License-Identifier: GPL-3.0-or-later
#include "mark.h"

#include <string.h>

#include "shoroku/archive/load.h"
#include "shoroku/archive/selection.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"
#include "shoroku/commands/common.h"

const struct command_option command_mark_options[4] = {
    [COMMAND_MARK_QUERY] = {"query", NULL, N_("the words are a query, whatever they look like")},
    [COMMAND_MARK_MANY] = {"many", NULL, N_("mark more than 1000 papers that a query finds")},
    [COMMAND_MARK_DRY_RUN] = {"dry-run", NULL, N_("say how many papers that is, and mark none")},
    [COMMAND_MARK_OFF] = {"off", NULL, N_("take the mark away")},
};

typedef VEC(const char *) key_list;
typedef VEC(struct journal_change) change_list;

// One run of a command.
struct marking {
	const struct app *app;
	const struct command_mark *mark;
	struct archive *archive;
	struct arena arena;
	key_list keys;
};

static void
add_key(key_list *keys, const char *key)
{
	for (size_t i = 0; i < keys->count; i++) {
		if (!strcmp(keys->items[i], key))
			return;
	}
	*vec_push(keys) = key;
}

// Returns the exit code of the first failure, 0 where every entry was found.
static int
resolve_names(struct marking *marking)
{
	const struct command_mark *mark = marking->mark;
	int code = 0;

	for (size_t i = 0; i < mark->word_count; i++) {
		struct error err;
		const char *key;
		int64_t id;

		if (load_resolve(marking->archive, mark->words[i], marking->app->today, &id,
				 &err) ||
		    load_key(marking->archive, &marking->arena, id, &key, &err)) {
			int failed = command_common_fail(&err);

			code = code ? code : failed;
		} else {
			add_key(&marking->keys, key);
		}
	}
	return marking->keys.count && code ? 1 : code;
}

static int
find(struct marking *marking, const char *text, struct error *err)
{
	const struct command_mark *mark = marking->mark;
	struct selection found;
	struct error mistake;
	size_t offset = 0;

	if (selection_find(marking->archive, &marking->arena, text, marking->app->today, &found,
			   &offset, &mistake))
		return offset ? error_set(err, mistake.kind, _("%s, at byte %zu of: %s"),
					  mistake.text, offset + 1, text)
			      : error_set(err, mistake.kind, "%s", mistake.text);
	if (!mark->options[COMMAND_MARK_MANY] && !mark->options[COMMAND_MARK_DRY_RUN] &&
	    selection_check(&found, "--many", err))
		return -1;
	for (size_t i = 0; i < found.count; i++)
		*vec_push(&marking->keys) = found.keys[i];
	if (!marking->app->quiet && !mark->options[COMMAND_MARK_DRY_RUN])
		command_common_printf(stderr,
				      ngettext("the query finds %zu paper\n",
					       "the query finds %zu papers\n", found.count),
				      found.count);
	return 0;
}

static int
find_by_query(struct marking *marking)
{
	const struct command_mark *mark = marking->mark;
	struct strbuf text;
	struct error err;
	int result;

	strbuf_init(&text);
	for (size_t i = 0; i < mark->word_count; i++)
		strbuf_addf(&text, "%s%s", i ? " " : "", mark->words[i]);
	result = find(marking, text.data, &err);
	strbuf_release(&text);
	return result ? command_common_fail(&err) : 0;
}

static int
apply(struct marking *marking, struct journal_report *report, struct error *err)
{
	const struct command_mark *mark = marking->mark;
	change_list all = {0};
	int result;

	for (size_t i = 0; i < marking->keys.count; i++) {
		for (size_t j = 0; j < mark->change_count; j++) {
			struct journal_change *change = vec_push(&all);

			*change = mark->changes[j];
			change->key = marking->keys.items[i];
		}
	}
	result = journal_apply(marking->archive, &marking->arena, all.items, all.count,
			       JOURNAL_USER, report, err);
	vec_release(&all);
	return result;
}

// Returns the exit code.
static int
apply_and_say(struct marking *marking)
{
	const struct command_mark *mark = marking->mark;
	size_t count = marking->keys.count;
	struct journal_report report = {0};
	struct error err;

	if (mark->options[COMMAND_MARK_DRY_RUN]) {
		command_common_printf(stdout, ngettext("%zu paper\n", "%zu papers\n", count),
				      count);
		return 0;
	}
	if (apply(marking, &report, &err))
		return command_common_fail(&err);
	if (!marking->app->quiet && report.changed > 0)
		mark->say(mark->context, &report);
	else if (!marking->app->quiet)
		command_common_printf(stdout, _("nothing to change\n"));
	return 0;
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
command_mark_apply(const struct app *app, const struct command_mark *mark)
{
	struct marking marking = {.app = app, .mark = mark};
	bool is_query = mark->options[COMMAND_MARK_QUERY];
	struct error err;
	size_t bad;
	int code;

	if (!is_query && selection_tell(mark->words, mark->word_count, &is_query, &bad, &err))
		return command_common_fail(&err);
	marking.archive = command_mark_open(app, &err);
	if (!marking.archive)
		return command_common_fail(&err);
	arena_init(&marking.arena);
	code = is_query ? find_by_query(&marking) : resolve_names(&marking);
	if (marking.keys.count) {
		int failed = apply_and_say(&marking);

		code = failed ? failed : code;
	}
	vec_release(&marking.keys);
	arena_release(&marking.arena);
	archive_close(marking.archive);
	return code;
}

void
command_mark_say_left(int left)
{
	if (left)
		command_common_printf(
		    stdout,
		    ngettext("%d mark was changed since and is left as it is\n",
			     "%d marks were changed since and are left as they are\n",
			     (unsigned)left),
		    left);
}
