// SPDX-License-Identifier: GPL-3.0-or-later
#include "check-text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/archive/hits.h"
#include "shoroku/archive/journal.h"
#include "shoroku/archive/judging.h"
#include "shoroku/archive/warned.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"
#include "shoroku/commands/common.h"
#include "shoroku/query/query.h"
#include "shoroku/trust/crowd.h"
#include "shoroku/trust/rules.h"

#include "mark.h"
#include "query-text.h"

static int
read_query(const struct app *app, const struct command_arguments *arguments, struct arena *arena,
	   struct query *query, struct error *err)
{
	struct strbuf text;
	int result;

	strbuf_init(&text);
	for (size_t i = 0; i < arguments->count; i++)
		strbuf_addf(&text, "%s%s", i ? " " : "(", arguments->words[i]);
	strbuf_add_string(&text, arguments->count ? ") has:warning" : "has:warning");
	result = command_query_text_parse(app, text.data, arena, query, err);
	strbuf_release(&text);
	return result;
}

static void
append_name(struct strbuf *line, const struct entry *entry)
{
	char date[DATE_TEXT_SIZE];

	date_format(entry->date, date);
	strbuf_addf(line, "%s/%s#%d", date, entry->source, entry->position);
}

static void
append_evidence(struct strbuf *lines, const struct warning *warning, enum trust_flaw flaw)
{
	if (warning->evidence)
		strbuf_addf(lines, "  %s %s\n",
			    flaw == TRUST_MISMATCH ? _("nowhere else in the paper:")
						   : _("arXiv has:"),
			    warning->evidence);
}

static int
append_other(struct archive *archive, struct arena *arena, const struct warning *warning,
	     enum trust_flaw flaw, struct strbuf *lines, struct error *err)
{
	struct load_entry other;

	if (!warning->other)
		return 0;
	if (load_entry(archive, arena, warning->other, &other, err))
		return -1;
	strbuf_add_string(lines, "  ");
	strbuf_add_string(lines, flaw == TRUST_REPEATED ? _("it stands there too:")
							: _("a better match:"));
	strbuf_add_byte(lines, ' ');
	append_name(lines, &other.entry);
	strbuf_addf(lines, "  %s\n", other.entry.paper.title);
	return 0;
}

static int
append_warning(struct archive *archive, struct arena *arena, const struct entry *entry,
	       const struct warning *warning, struct strbuf *lines, struct error *err)
{
	enum section_role role;
	enum trust_flaw flaw;

	if (!rules_flaw_parse(warning->name, &role, &flaw))
		return 0;
	append_name(lines, entry);
	strbuf_addf(lines, "  %s", warning->name);
	if (flaw == TRUST_MISMATCH)
		strbuf_addf(lines, " %.3f", warning->score);
	strbuf_addf(lines, "  %s\n", entry->paper.title);
	append_evidence(lines, warning, flaw);
	return append_other(archive, arena, warning, flaw, lines, err);
}

static int
print_entries(struct archive *archive, struct arena *arena, const struct load_entries *entries,
	      struct error *err)
{
	struct strbuf lines;
	int result = 0;

	strbuf_init(&lines);
	for (size_t i = 0; !result && i < entries->count; i++) {
		struct entry *entry = &entries->items[i].entry;

		strbuf_clear(&lines);
		result = warned_explain(archive, arena, entry, err);
		for (size_t k = 0; !result && k < entry->warning_count; k++)
			result =
			    append_warning(archive, arena, entry, &entry->warnings[k], &lines, err);
		if (!result)
			command_common_print(stdout, lines.data, lines.length);
	}
	strbuf_release(&lines);
	return result;
}

static int
read_score(const char *text, double *score, struct error *err)
{
	char *end;

	*score = TRUST_THRESHOLD;
	if (!text)
		return 0;
	*score = strtod(text, &end);
	if (end == text || *end || !(*score >= 0 && *score <= TRUST_KEPT))
		return error_set(err, ERROR_USAGE, _("--below takes a number from 0 to %g"),
				 TRUST_KEPT);
	return 0;
}

static struct archive *
open_below(const struct app *app, double score, struct error *err)
{
	struct archive *archive = command_common_open(app, ARCHIVE_READ, err);

	if (archive)
		warned_set_threshold(archive, score);
	return archive;
}

// Whoever asks for all of it waits until all of it is known.
static int
judge_the_rest(const struct app *app, struct error *err)
{
	struct archive *archive = command_common_open(app, ARCHIVE_READ, err);
	size_t left = 0;
	int result = archive ? judging_left(archive, &left, err) : -1;

	archive_close(archive);
	if (result || !left)
		return result;
	if (!app->quiet)
		command_common_printf(stderr,
				      ngettext("checking the sections of %zu day\n",
					       "checking the sections of %zu days\n", left),
				      left);
	archive = command_common_open(app, ARCHIVE_IMPORT, err);
	result = archive ? 0 : -1;
	while (!result && left)
		result = judging_go_on(archive, &left, err);
	archive_close(archive);
	return result;
}

int
command_check_text_list(const struct app *app, const struct command_arguments *arguments,
			const char *below)
{
	struct archive *archive = NULL;
	struct load_entries entries = {0};
	struct hits hits;
	struct query query;
	struct arena arena;
	struct error err;
	double score;
	int result = -1;

	arena_init(&arena);
	if (!read_score(below, &score, &err) && !read_query(app, arguments, &arena, &query, &err) &&
	    !judge_the_rest(app, &err) && (archive = open_below(app, score, &err)) &&
	    !hits_find(archive, &arena, &query, SIZE_MAX, &hits, &err) &&
	    !hits_load(archive, &arena, &hits, &entries, &err))
		result = print_entries(archive, &arena, &entries, &err);
	if (!result && !entries.count)
		result = error_set(&err, ERROR_NOT_FOUND, _("nothing was found"));
	arena_release(&arena);
	archive_close(archive);
	return result ? command_common_fail(&err) : 0;
}

// --- dismissing

struct change_list {
	VEC(struct journal_change) list;
};

static int
add_changes(const struct app *app, struct archive *archive, struct arena *arena, const char *name,
	    struct change_list *changes, struct error *err)
{
	struct load_entry entry;
	int64_t id;

	if (load_resolve(archive, name, app->today, &id, err) ||
	    load_entry(archive, arena, id, &entry, err))
		return -1;
	for (size_t i = 0; i < entry.entry.warning_count; i++)
		*vec_push(&changes->list) = (struct journal_change){
		    .key = entry.entry.paper.key,
		    .field = warned_field(arena, &entry.entry.warnings[i]),
		    .value = "1",
		};
	return 0;
}

static int
dismiss(const struct app *app, struct archive *archive, struct arena *arena,
	const struct command_arguments *arguments, struct journal_report *report, struct error *err)
{
	struct change_list changes = {0};
	int result = 0;

	for (size_t i = 0; !result && i < arguments->count; i++)
		result = add_changes(app, archive, arena, arguments->words[i], &changes, err);
	if (!result)
		result = journal_apply(archive, arena, changes.list.items, changes.list.count,
				       JOURNAL_USER, report, err);
	vec_release(&changes.list);
	return result;
}

int
command_check_text_dismiss(const struct app *app, const struct command_arguments *arguments)
{
	struct journal_report report = {0};
	struct arena arena;
	struct error err;
	struct archive *archive;
	int result;

	if (!arguments->count) {
		error_set(&err, ERROR_USAGE,
			  _("--dismiss wants the entries whose warnings to dismiss"));
		return command_common_fail(&err);
	}
	archive = command_mark_open(app, &err);
	if (!archive)
		return command_common_fail(&err);
	arena_init(&arena);
	result = dismiss(app, archive, &arena, arguments, &report, &err);
	if (!result && !app->quiet && report.changed)
		command_common_printf(stdout,
				      ngettext("%lu warning dismissed\n",
					       "%lu warnings dismissed\n",
					       (unsigned long)report.changed),
				      (unsigned long)report.changed);
	else if (!result && !app->quiet)
		command_common_printf(stdout, _("nothing to change\n"));
	arena_release(&arena);
	archive_close(archive);
	return result ? command_common_fail(&err) : 0;
}
