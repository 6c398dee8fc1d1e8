// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "shoroku/archive/load.h"
#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"
#include "shoroku/work/reparse.h"
#include "shoroku/work/user-labels.h"

#include "commands.h"
#include "revision-text.h"

enum { REVISIONS_FORMAT };

const struct command_option command_revisions_options[1] = {
    [REVISIONS_FORMAT] = {"format", "text|tsv|json|jsonl", N_("how to print; text by default")},
};

// One run of the command.
struct listing {
	enum command_format format;
	struct raw_list raws;
	size_t index;		    // of the revision printed
	struct reparse readings[2]; // this revision and the one before
	size_t printed;
};

// DATE, DATE/SOURCE, or the newest day. A source begins with no digit, so that 9/24 is a date.
static int
find_days(const struct app *app, struct archive *archive, struct arena *arena,
	  const struct command_arguments *arguments, struct date_range *range, const char **source,
	  struct error *err)
{
	char *date;
	char *slash;
	date_day newest;

	*source = NULL;
	if (!arguments->count) {
		if (load_newest_day(archive, &newest, err))
			return -1;
		if (newest == DATE_NONE)
			return error_set(err, ERROR_NOT_FOUND,
					 _("the archive is empty; 'shoroku import FILE' fills it"));
		*range = (struct date_range){newest, newest};
		return 0;
	}
	date = arena_strdup(arena, arguments->words[0]);
	slash = strrchr(date, '/');
	if (slash && slash[1] && !strchr("0123456789", slash[1])) {
		*slash = '\0';
		*source = slash + 1;
	}
	return date_parse(date, app->today, range, err);
}

static bool
is_next_of_part(const struct raw *before, const struct raw *raw)
{
	return before->digest_id == raw->digest_id && before->part == raw->part;
}

// What changed from the revision before: both are read again, the one before was the last time.
static int
compare(struct listing *listing, struct arena *arena, const struct raw *before,
	const struct raw *raw, struct differences *changes, struct error *err)
{
	struct digest *former;
	struct digest *digest;

	if (reparse_read(&listing->readings[(listing->index + 1) % 2], before, &former, err) ||
	    reparse_read(&listing->readings[listing->index % 2], raw, &digest, err))
		return -1;
	difference_find(arena, former, digest, changes);
	return 0;
}

static enum revision_state
state_of(const struct raw *raw)
{
	if (raw->poorer)
		return REVISION_POORER;
	return raw->latest ? REVISION_SHOWN : REVISION_REPLACED;
}

static void
print_record(struct listing *listing, const struct revision *revision)
{
	struct strbuf line;

	strbuf_init(&line);
	if (listing->format == FORMAT_TSV) {
		if (!listing->printed)
			revision_append_tsv_header(&line);
		revision_append_tsv(&line, revision);
	} else {
		if (listing->format == FORMAT_JSON)
			strbuf_add_string(&line, listing->printed ? ",\n" : "[\n");
		revision_append_json(&line, revision);
		if (listing->format == FORMAT_JSONL)
			strbuf_add_byte(&line, '\n');
	}
	command_common_print(stdout, line.data, line.length);
	strbuf_release(&line);
}

static void
print_text(const struct listing *listing, const struct revision *revision)
{
	const struct raw *raw = &listing->raws.items[listing->index];
	unsigned long count = 0;

	if (!listing->index || raw[-1].digest_id != raw->digest_id) {
		for (size_t i = listing->index; i < listing->raws.count; i++)
			count += listing->raws.items[i].digest_id == raw->digest_id;
		command_common_printf(stdout, "%s", listing->index ? "\n" : "");
		command_revision_text_heading(raw->date, raw->source, count);
	}
	command_revision_text_print(revision, raw->parts > 1);
}

static void
print_revision(struct listing *listing)
{
	const struct raw *raw = &listing->raws.items[listing->index];
	struct differences changes = {0};
	struct error refusal;
	struct arena arena;
	struct revision revision = {
	    .date = raw->date,
	    .source = raw->source,
	    .part = raw->part,
	    .number = raw->revision,
	    .state = state_of(raw),
	    .stored_at = raw->stored_at,
	    .reader = raw->reader,
	    .reader_version = raw->reader_version,
	    .size = raw->length,
	    .name = raw->name,
	};

	arena_init(&arena);
	if (listing->index && is_next_of_part(raw - 1, raw)) {
		if (compare(listing, &arena, raw - 1, raw, &changes, &refusal))
			revision.error = refusal.text;
		else
			revision.changes = &changes;
	}
	if (listing->format == FORMAT_TEXT)
		print_text(listing, &revision);
	else
		print_record(listing, &revision);
	listing->printed++;
	arena_release(&arena);
}

static void
print_all(struct listing *listing, struct archive *archive, const struct labels *labels)
{
	reparse_init(&listing->readings[0], archive, labels);
	reparse_init(&listing->readings[1], archive, labels);
	for (listing->index = 0; listing->index < listing->raws.count; listing->index++)
		print_revision(listing);
	if (listing->format == FORMAT_JSON)
		command_common_printf(stdout, listing->printed ? "\n]\n" : "[]\n");
	reparse_release(&listing->readings[0]);
	reparse_release(&listing->readings[1]);
}

static int
list_revisions(const struct app *app, struct archive *archive, struct arena *arena,
	       const struct command_arguments *arguments, struct error *err)
{
	struct listing listing = {
	    .format = command_common_format(arguments->values[REVISIONS_FORMAT]),
	};
	struct date_range range;
	const char *source;
	struct labels *labels;

	if (find_days(app, archive, arena, arguments, &range, &source, err) ||
	    raw_of_days(archive, arena, range, source, &listing.raws, err))
		return -1;
	labels = user_labels_read(app, command_common_complain, NULL);
	print_all(&listing, archive, labels);
	labels_free(labels);
	if (listing.printed)
		return 0;
	return error_set(err, ERROR_NOT_FOUND, _("no input is kept for %s"),
			 arguments->count ? arguments->words[0] : _("the newest day"));
}

int
command_revisions_run(const struct app *app, const struct command_arguments *arguments)
{
	struct arena arena;
	struct error err;
	struct archive *archive = command_common_open(app, ARCHIVE_READ, &err);
	int result;

	if (!archive)
		return command_common_fail(&err);
	arena_init(&arena);
	result = list_revisions(app, archive, &arena, arguments, &err);
	arena_release(&arena);
	archive_close(archive);
	return result ? command_common_fail(&err) : 0;
}
