// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that say themselves which days they have: feeds, and lists of the pages of days.
#include <string.h>

#include "shoroku/archive/load.h"
#include "shoroku/base/log.h"
#include "shoroku/feed/day-links.h"
#include "shoroku/model/key.h"
#include "work/fetch-read.h"
#include "work/fetch-run.h"

// What tells whether the page is the one there was.
static const char *
hash_of(struct arena *arena, const char *bytes, size_t length)
{
	struct key_hash hash;
	char text[KEY_HASH_TEXT_SIZE];

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

// A feed shows its latest papers only: those that have gone from it are not taken from their day, to which
// only the new ones are added.
static void
keep_new_papers(struct digest *digest, const struct load_entries *there)
{
	size_t kept = 0;

	for (size_t i = 0; i < digest->entry_count; i++) {
		if (!has_key(there, digest->source, digest->entries[i].paper.key))
			digest->entries[kept++] = digest->entries[i];
	}
	digest->entry_count = kept;
	digest->joins = true;
}

static void
settle_digests(struct archive *archive, struct import_waiting *input)
{
	struct parse_result *parsed = &input->parsed;
	size_t kept = 0;

	for (size_t i = 0; i < parsed->digest_count; i++) {
		struct digest *digest = &parsed->digests[i];
		struct load_entries there;
		struct error err;

		if (load_entries(archive, &input->arena,
				 (struct date_range){digest->date, digest->date}, false, &there,
				 &err))
			log_message(LOG_WARNING, "%s", err.text);
		else if (lacks_some(digest, &there))
			keep_new_papers(digest, &there);
		if (digest->entry_count)
			parsed->digests[kept++] = *digest;
	}
	parsed->digest_count = kept;
}

static void
note_page(struct fetch_job *job, struct import_waiting *input, const struct fetch_read *read,
	  const struct http_response *response)
{
	struct fetched_answer *answer = fetch_store_answer(
	    job, input, input->parsed.digest_count, DATE_NONE, read->answer, response,
	    read->error.kind == ERROR_NONE ? NULL : read->error.text);

	if (read->answer == DAY_TEXT || read->answer == DAY_EMPTY)
		answer->hash = hash_of(&input->arena, input->bytes.data, input->bytes.length);
	fetch_store_keep(job, input);
}

void
fetch_take_page(struct fetch_job *job, struct http_response *response)
{
	struct fetch *fetch = job->place->fetch;
	struct import_waiting input = fetch_store_input(job);
	struct fetch_read read = fetch_read_page(&input, &job->place->source,
						 fetch->options->labels, response, job->url,
						 DATE_NONE);

	if (read.answer == DAY_TEXT && !input.parsed.digest_count)
		read.answer = DAY_EMPTY;
	settle_digests(fetch->archive, &input);
	note_page(job, &input, &read, response);
}

void
fetch_take_index(struct fetch_job *job, struct http_response *response)
{
	struct import_waiting input = fetch_store_input(job);
	struct fetch_read read = {.answer = DAY_TEXT};
	struct day_links links;
	const char *charset = fetch_read_charset(&input.arena, response->content_type);

	if (day_links_read(&input.arena, job->url, response->url ? response->url : job->url,
			   charset, response->body.data, response->body.length, &links, &read.error))
		read.answer = DAY_UNREADABLE;
	else
		fetch_ask_days(job->place, &links);
	strbuf_add(&input.bytes, response->body.data, response->body.length);
	note_page(job, &input, &read, response);
}
