// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/reparse.h"

#include <string.h>

#include "shoroku/base/i18n.h"

void
reparse_init(struct reparse *reparse, struct archive *archive, const struct labels *labels)
{
	*reparse = (struct reparse){.archive = archive, .labels = labels};
	arena_init(&reparse->arena);
}

void
reparse_release(struct reparse *reparse)
{
	arena_release(&reparse->arena);
}

static bool
same_text(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

static date_day
given_date(const struct raw *raw)
{
	return raw->date_origin == DATE_FROM_USER ? raw->date : DATE_NONE;
}

// Whether `raw` is another day of the input that was read last. Under another source it is read anew:
// a digest that was handed out belongs to whoever got it.
static bool
is_same_input(const struct raw *a, const struct raw *b)
{
	if (!a->id || a->id == b->id)
		return a->id != 0;
	return !strcmp(a->hash, b->hash) && !strcmp(a->source, b->source) &&
	       !strcmp(a->reader, b->reader) && same_text(a->origin, b->origin) &&
	       a->date != b->date && given_date(a) == given_date(b);
}

static bool
is_reader(const char *name)
{
	for (size_t i = 0; parse_format_name(i); i++) {
		if (!strcmp(parse_format_name(i), name))
			return true;
	}
	return false;
}

static void
keep_input(struct reparse *reparse, const struct raw *raw)
{
	reparse->of = *raw;
	reparse->of.hash = arena_strdup(&reparse->arena, raw->hash);
	reparse->of.source = arena_strdup(&reparse->arena, raw->source);
	reparse->of.reader = arena_strdup(&reparse->arena, raw->reader);
	reparse->of.origin = arena_strdup(&reparse->arena, raw->origin);
}

// A source no digest calls itself by was given by the user, to all of them.
static void
give_source(struct reparse *reparse, const char *source)
{
	for (size_t i = 0; i < reparse->parsed.digest_count; i++) {
		if (!strcmp(reparse->parsed.digests[i].source, source))
			return;
	}
	parse_set_source(&reparse->arena, &reparse->parsed, arena_strdup(&reparse->arena, source));
}

static int
parse(struct reparse *reparse, const struct raw *raw, struct error *err)
{
	struct parse_input input = {
	    .name = raw->name,
	    .path = raw->origin,
	    .format = is_reader(raw->reader) ? raw->reader : NULL,
	    .date = given_date(raw),
	    .labels = reparse->labels,
	};
	struct strbuf bytes;
	int result;

	arena_release(&reparse->arena);
	reparse->of = (struct raw){0};
	strbuf_init(&bytes);
	result = raw_read(reparse->archive, raw, &bytes, err);
	if (!result) {
		input.bytes = bytes.data;
		input.length = bytes.length;
		result = parse_digests(&reparse->arena, &input, &reparse->parsed, err);
	}
	strbuf_release(&bytes);
	if (!result) {
		give_source(reparse, raw->source);
		keep_input(reparse, raw);
	}
	return result;
}

// How well a digest goes with the input's part of its day.
static int
fit(const struct raw *raw, const struct digest *digest)
{
	if (digest->date != raw->date)
		return 0;
	return 1 + !strcmp(digest->source, raw->source) + 2 * raw_said(raw, digest);
}

// The digest of the day; one input may have several, of several sources or of one.
static struct digest *
find_digest(const struct parse_result *parsed, const struct raw *raw)
{
	struct digest *best = NULL;
	int best_fit = 0;

	for (size_t i = 0; i < parsed->digest_count; i++) {
		int found = fit(raw, &parsed->digests[i]);

		if (found > best_fit) {
			best_fit = found;
			best = &parsed->digests[i];
		}
	}
	return best;
}

static int
speaks_of_another_day(const struct parse_result *parsed, const struct raw *raw, struct error *err)
{
	char date[DATE_TEXT_SIZE];

	if (!parsed->digest_count)
		return error_set(err, ERROR_DATA, _("%s has no date"), raw->name);
	date_format(parsed->digests[0].date, date);
	return error_set(err, ERROR_DATA, _("%s speaks of %s, as it is read now"), raw->name, date);
}

int
reparse_read(struct reparse *reparse, const struct raw *raw, struct digest **digest,
	     struct error *err)
{
	if (!is_same_input(&reparse->of, raw) && parse(reparse, raw, err))
		return -1;
	reparse->of.id = raw->id;
	reparse->of.date = raw->date;
	*digest = find_digest(&reparse->parsed, raw);
	if (!*digest)
		return speaks_of_another_day(&reparse->parsed, raw, err);
	(*digest)->source = reparse->of.source;
	for (size_t i = 0; i < (*digest)->entry_count; i++)
		(*digest)->entries[i].source = reparse->of.source;
	return 0;
}

static void
count(const struct reparse_options *options, const struct raw *raw, const struct raw_change *change,
      struct reparse_totals *totals)
{
	switch (change->outcome) {
	case RAW_SAME:
		totals->unchanged++;
		return;
	case RAW_CHANGED:
		totals->changed++;
		break;
	case RAW_POORER:
		totals->poorer++;
		break;
	}
	if (options->changed)
		options->changed(options->context, raw, change);
}

static int
read_again(struct reparse *reparse, const struct raw *raw, const struct reparse_options *options,
	   struct reparse_totals *totals, struct error *err)
{
	struct raw_change change;
	struct error refusal;
	struct digest *digest;

	if (reparse_read(reparse, raw, &digest, &refusal)) {
		totals->failed++;
		if (options->failed)
			options->failed(options->context, raw, &refusal);
		return 0;
	}
	if (raw_store(reparse->archive, &reparse->arena, raw, digest,
		      reparse->parsed.reader.version, &change, err))
		return -1;
	count(options, raw, &change, totals);
	return 0;
}

static void
report(const struct reparse_options *options, int64_t done, int64_t total)
{
	if (options->progress)
		options->progress(options->context, (size_t)done, (size_t)total);
}

int
reparse_all(struct archive *archive, const struct reparse_options *options,
	    struct reparse_totals *totals, struct error *err)
{
	struct reparse reparse;
	struct arena arena;
	struct raw raw = {0};
	int64_t last;
	int result;

	*totals = (struct reparse_totals){0};
	reparse_init(&reparse, archive, options->labels);
	arena_init(&arena);
	result = raw_last(archive, &last, err);
	for (int64_t done = 0; !result; done = raw.id) {
		report(options, done, last);
		arena_release(&arena);
		result = raw_next(archive, &arena, done, &raw, err);
		if (result || !raw.id)
			break;
		result = read_again(&reparse, &raw, options, totals, err);
	}
	if (!result)
		report(options, last, last);
	arena_release(&arena);
	reparse_release(&reparse);
	return result;
}
