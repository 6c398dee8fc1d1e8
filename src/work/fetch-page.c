// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that say themselves which days they have: feeds, and lists of the pages of days.
#include <string.h>

#include "shoroku/archive/load.h"
#include "shoroku/archive/records.h"
#include "shoroku/feed/day-links.h"
#include "shoroku/model/key.h"
#include "shoroku/work/source-answer.h"
#include "work/fetch-read.h"

// What tells whether the page is the one there was.
static const char *
hash_of(struct arena *arena, const char *bytes, size_t length)
{
	struct key_hash hash;
	char text[33];

	key_hash_init(&hash);
	key_hash_add(&hash, bytes, length);
	key_hash_hex(&hash, text);
	return arena_strdup(arena, text);
}

static bool
has_key(const struct load_entries *there, const char *source, const char *key)
{
	for (size_t i = 0; i < there->count; i++) {
		const struct entry *entry = &there->items[i].entry;

		if (!strcmp(entry->source, source) && !strcmp(entry->paper.key, key))
			return true;
	}
	return false;
}

static bool
digest_has(const struct digest *digest, const char *key)
{
	for (size_t i = 0; i < digest->entry_count; i++) {
		if (!strcmp(digest->entries[i].paper.key, key))
			return true;
	}
	return false;
}

static bool
lacks_some(const struct digest *digest, const struct load_entries *there)
{
	for (size_t i = 0; i < there->count; i++) {
		const struct entry *entry = &there->items[i].entry;

		if (!strcmp(entry->source, digest->source) && !digest_has(digest, entry->paper.key))
			return true;
	}
	return false;
}

static bool
has_new(const struct digest *digest, const struct load_entries *there)
{
	for (size_t i = 0; i < digest->entry_count; i++) {
		if (!has_key(there, digest->source, digest->entries[i].paper.key))
			return true;
	}
	return false;
}

// A feed shows its latest papers only: those that have gone from it are not taken from their day, to which
// the new ones are added.
static int
add_papers(struct fetch_job *job, struct digest *digest, struct error *err)
{
	struct records_totals totals = {0};
	struct fetch_news news = {
	    .source = digest->source, .date = digest->date, .state = DAY_COMPLETE};

	for (size_t i = 0; i < digest->entry_count; i++)
		digest->entries[i].position = 0;
	if (records_store(job->place->fetch->archive, digest->entries, digest->entry_count, NULL,
			  &totals, err))
		return -1;
	news.answer = DAY_TEXT;
	news.papers = totals.added;
	fetch_store_tell(job->place->fetch, &news);
	return 0;
}

// A feed goes on showing what an earlier day had; *dropped tells whether that was taken from the digest.
static int
drop_earlier(struct archive *archive, struct digest *digest, bool *dropped, struct error *err)
{
	size_t kept = 0;

	*dropped = false;
	if (digest->date_origin != DATE_FROM_METADATA)
		return 0;
	for (size_t i = 0; i < digest->entry_count; i++) {
		bool earlier;

		if (fetched_has_before(archive, digest->source, digest->date,
				       digest->entries[i].paper.key, &earlier, err))
			return -1;
		if (!earlier)
			digest->entries[kept++] = digest->entries[i];
	}
	*dropped = kept < digest->entry_count;
	digest->entry_count = kept;
	return 0;
}

// *store: the digest is to be stored as any other.
static int
settle_digest(struct fetch_job *job, struct arena *arena, struct digest *digest, bool *store,
	      struct error *err)
{
	struct archive *archive = job->place->fetch->archive;
	struct load_entries there;
	struct date_range day = {digest->date, digest->date};
	bool dropped;

	*store = false;
	if (drop_earlier(archive, digest, &dropped, err) ||
	    load_entries(archive, arena, day, false, &there, err))
		return -1;
	if (!digest->entry_count)
		return 0;
	if (dropped || lacks_some(digest, &there))
		return has_new(digest, &there) ? add_papers(job, digest, err) : 0;
	*store = true;
	return 0;
}

static int
settle_digests(struct fetch_job *job, struct import_waiting *input, struct error *err)
{
	struct parse_result *parsed = &input->parsed;
	size_t kept = 0;

	for (size_t i = 0; i < parsed->digest_count; i++) {
		bool store;

		if (settle_digest(job, &input->arena, &parsed->digests[i], &store, err))
			return -1;
		if (store)
			parsed->digests[kept++] = parsed->digests[i];
	}
	parsed->digest_count = kept;
	return 0;
}

static void
note_page(struct fetch_job *job, struct import_waiting *input, const struct fetch_read *read,
	  const struct http_response *response)
{
	struct fetched_answer *answer =
	    fetch_store_answer(job, input, input->parsed.digest_count, DATE_NONE, read->answer,
			       response, read->error.kind == ERROR_NONE ? NULL : read->error.text);

	if (read->answer == DAY_TEXT || read->answer == DAY_EMPTY)
		answer->hash = hash_of(&input->arena, input->bytes.data, input->bytes.length);
	fetch_store_keep(job, input);
}

void
fetch_page_take(struct fetch_job *job, struct http_response *response)
{
	struct fetch *fetch = job->place->fetch;
	struct import_waiting input = fetch_store_input(job);
	struct fetch_read read = fetch_read_page(job, &input, response);

	if (settle_digests(job, &input, &fetch->stopped)) {
		fetch_store_drop(&input);
		return;
	}
	note_page(job, &input, &read, response);
}

void
fetch_page_take_index(struct fetch_job *job, struct http_response *response)
{
	struct import_waiting input = fetch_store_input(job);
	struct fetch_read read = {.answer = DAY_TEXT};
	struct day_links links;
	const char *charset = source_answer_charset(&input.arena, response->content_type);

	if (day_links_read(&input.arena, job->url, response->url ? response->url : job->url,
			   charset, response->body.data, response->body.length, &links,
			   &read.error))
		read.answer = DAY_UNREADABLE;
	else
		fetch_ask_days(job->place, &links);
	strbuf_add(&input.bytes, response->body.data, response->body.length);
	note_page(job, &input, &read, response);
}
