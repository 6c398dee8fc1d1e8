// SPDX-License-Identifier: GPL-3.0-or-later
#include "work/fetch-read.h"

#include "shoroku/base/i18n.h"
#include "shoroku/work/source-answer.h"

#define STATUS_OK 200
#define STATUS_NOT_MODIFIED 304
#define STATUS_NOT_FOUND 404
#define STATUS_GONE 410

struct fetch_read
fetch_read_status(const struct http_response *response, const char *url)
{
	struct fetch_read read = {.answer = DAY_TEXT};

	if (response->failed) {
		read.answer = DAY_UNREACHABLE;
		read.error = response->error;
	} else if (response->status == STATUS_NOT_MODIFIED) {
		read.answer = DAY_SAME;
	} else if (response->status == STATUS_NOT_FOUND || response->status == STATUS_GONE) {
		read.answer = DAY_MISSING;
	} else if (response->status != STATUS_OK) {
		read.answer = DAY_UNREACHABLE;
		error_set(&read.error, ERROR_NETWORK, _("%s answers with status %ld"), url,
			  response->status);
	}
	return read;
}

// Whether any digest of the page has a paper.
static bool
has_papers(const struct parse_result *parsed)
{
	for (size_t i = 0; i < parsed->digest_count; i++) {
		if (parsed->digests[i].entry_count)
			return true;
	}
	return false;
}

struct fetch_read
fetch_read_page(const struct fetch_job *job, struct import_waiting *input,
		struct http_response *response)
{
	struct fetch_read read = {.answer = DAY_TEXT};
	struct source_answer answer = {
	    .url = job->url,
	    .content_type = response->content_type,
	    .asked = job->kind == FETCH_DAY ? job->date : DATE_NONE,
	};

	input->bytes = response->body;
	strbuf_init(&response->body);
	answer.bytes = input->bytes.data;
	answer.length = input->bytes.length;
	if (!answer.length) {
		read.answer = DAY_EMPTY;
	} else if (source_answer_read(&input->arena, &job->place->source, &answer,
				      job->place->fetch->options->labels, &input->parsed,
				      &read.error)) {
		read.answer = DAY_UNREADABLE;
		input->parsed = (struct parse_result){0};
	} else if (!has_papers(&input->parsed)) {
		read.answer = DAY_EMPTY;
	}
	return read;
}
