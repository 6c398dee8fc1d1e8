// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/enrich.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/archive/journal.h"
#include "shoroku/base/clock.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/model/match.h"
#include "work/enrich-ask.h"
#include "work/enrich-query.h"

#define BATCH 100	  // ids of a request
#define CHUNK 500	  // entries that are looked at together
#define CLEARLY_BETTER 30 // of a score than another's that is good enough
#define NEAR 400	  // scores below are not worth a word
#define DAY_MS INT64_C(86400000)
#define LABEL "Abstract (arXiv)"

static void
tell(struct enrich *run, const struct enrich_news *news)
{
	const struct enrich_options *options = run->options;
	struct enrich_totals *totals = run->totals;

	switch (news->outcome) {
	case ENRICH_FOUND:
		totals->found++;
		run->progress.found++;
		break;
	case ENRICH_UNKNOWN:
	case ENRICH_UNLIKE:
	case ENRICH_AMBIGUOUS:
		totals->left++;
		break;
	case ENRICH_NO_AUTHORS:
	case ENRICH_NO_TITLE:
	case ENRICH_NOT_YET:
		totals->not_asked++;
		break;
	}
	totals->papers++;
	run->progress.done++;
	if (options->told)
		options->told(options->context, news);
	if (options->progress)
		options->progress(options->context, &run->progress);
}

// --- storing

static const struct section *
abstract_of(struct arena *arena, const struct entry *entry)
{
	for (size_t i = 0; i < entry->section_count; i++) {
		struct section *section;

		if (entry->sections[i].role != SECTION_ABSTRACT)
			continue;
		section = arena_alloc(arena, sizeof(*section));
		*section = entry->sections[i];
		section->label = LABEL;
		section->origin = SECTION_FROM_ARXIV;
		return section;
	}
	return NULL;
}

static struct enrichment_answer
answer_of(struct arena *arena, const struct enrichment_paper *paper, const struct entry *said)
{
	struct enrichment_answer answer = {.paper = paper->id};

	if (said) {
		answer.said = &said->paper;
		answer.text = abstract_of(arena, said);
	}
	return answer;
}

static int
keep(const struct enrich *run, struct enrichment_answer *answers, size_t count)
{
	if (run->options->dry_run || !count)
		return 0;
	return enrichment_store(run->archive, answers, count, run->now, run->err);
}

// --- by id

static const struct entry *
find_said(const struct enrich_said *said, const char *id)
{
	for (size_t i = 0; i < said->count; i++) {
		const char *found = said->entries[i].paper.arxiv_id;

		if (found && !strcmp(found, id))
			return &said->entries[i];
	}
	return NULL;
}

static int
ask_batch(struct enrich *run, struct arena *arena, struct enrichment_paper **papers, size_t count)
{
	const char *ids[BATCH];
	struct enrichment_answer answers[BATCH];
	struct enrich_said said;

	for (size_t i = 0; i < count; i++)
		ids[i] = papers[i]->paper.arxiv_id;
	if (enrich_ask(run, arena, enrich_query_ids(arena, run->api_url, ids, count), &said))
		return -1;
	if (run->stopped)
		return 0;
	// The API is known to answer with nothing now and then.
	if (count > 1 && !said.count)
		return error_set(run->err, ERROR_NETWORK,
				 _("%s answered with no paper at all; try again later"),
				 run->api_url);
	for (size_t i = 0; i < count; i++)
		answers[i] = answer_of(arena, papers[i], find_said(&said, ids[i]));
	if (keep(run, answers, count))
		return -1;
	for (size_t i = 0; i < count; i++)
		tell(run, &(struct enrich_news){
			      .paper = &papers[i]->paper,
			      .outcome = answers[i].said ? ENRICH_FOUND : ENRICH_UNKNOWN,
			      .said = answers[i].said,
			      .score = -1,
			      .merged = answers[i].merged,
			  });
	return 0;
}

// --- by title and authors

struct best {
	const struct entry *entry;
	int score;
	bool rivalled;
};

static void
choose(const struct paper *paper, const struct enrich_said *said, struct best *best)
{
	for (size_t i = 0; i < said->count; i++) {
		const struct entry *entry = &said->entries[i];
		int score = match_papers(paper, &entry->paper);

		if (!entry->paper.arxiv_id ||
		    (best->entry && !strcmp(entry->paper.arxiv_id, best->entry->paper.arxiv_id)))
			continue;
		if (best->entry && score >= MATCH_THRESHOLD && best->score >= MATCH_THRESHOLD &&
		    abs(score - best->score) < CLEARLY_BETTER)
			best->rivalled = true;
		else if (score > best->score)
			best->rivalled = false;
		if (!best->entry || score > best->score) {
			best->entry = entry;
			best->score = score;
		}
	}
}

static enum enrich_outcome
judge(const struct best *best)
{
	if (!best->entry || best->score < NEAR)
		return ENRICH_UNKNOWN;
	if (best->score < MATCH_THRESHOLD)
		return ENRICH_UNLIKE;
	return best->rivalled ? ENRICH_AMBIGUOUS : ENRICH_FOUND;
}

static int
ask_title(struct enrich *run, struct arena *arena, const struct enrichment_paper *paper)
{
	struct best best = {0};
	struct enrichment_answer answer;
	enum enrich_outcome outcome;

	for (int form = 0; form < ENRICH_QUERY_FORMS && best.score < MATCH_THRESHOLD; form++) {
		const char *url = enrich_query_title(arena, run->api_url, &paper->paper,
						     (enum enrich_query_form)form);
		struct enrich_said said;

		if (enrich_ask(run, arena, url, &said))
			return -1;
		if (run->stopped)
			return 0;
		choose(&paper->paper, &said, &best);
	}
	outcome = judge(&best);
	answer = answer_of(arena, paper, outcome == ENRICH_FOUND ? best.entry : NULL);
	if (keep(run, &answer, 1))
		return -1;
	tell(run, &(struct enrich_news){
		      .paper = &paper->paper,
		      .outcome = outcome,
		      .said = best.entry ? &best.entry->paper : NULL,
		      .score = best.score,
		      .merged = answer.merged,
		  });
	return 0;
}

// --- which papers, and how

static bool
has_id(const struct enrichment_paper *paper)
{
	return paper->paper.arxiv_id && enrich_query_is_id(paper->paper.arxiv_id);
}

// Whether the paper is to be asked about; what is not is told, but for what is known already.
static bool
is_wanted(struct enrich *run, struct arena *arena, const struct enrichment_paper *paper)
{
	struct enrich_news news = {
	    .paper = &paper->paper, .score = -1, .asked_at = paper->asked_at};

	if (!run->options->again && paper->found) {
		run->progress.done++;
		return false;
	}
	if (!run->options->again && paper->asked_at &&
	    run->now - paper->asked_at < ENRICH_AGAIN_DAYS * DAY_MS)
		news.outcome = ENRICH_NOT_YET;
	else if (has_id(paper))
		return true;
	else if (!paper->paper.author_count)
		news.outcome = ENRICH_NO_AUTHORS;
	else if (!enrich_query_title(arena, run->api_url, &paper->paper, ENRICH_PHRASE))
		news.outcome = ENRICH_NO_TITLE;
	else
		return true;
	tell(run, &news);
	return false;
}

static bool
is_full(const struct enrich *run, size_t asked)
{
	return run->options->limit && asked >= run->options->limit;
}

static size_t
keep_wanted(struct enrich *run, struct arena *arena, struct enrichment_paper *papers, size_t count,
	    size_t *asked)
{
	size_t kept = 0;

	for (size_t i = 0; i < count && !is_full(run, *asked); i++) {
		if (!is_wanted(run, arena, &papers[i]))
			continue;
		papers[kept++] = papers[i];
		++*asked;
	}
	return kept;
}

static int
ask_all(struct enrich *run, struct enrichment_paper *papers, size_t count)
{
	struct enrichment_paper *batch[BATCH];
	size_t in_batch = 0;
	struct arena arena; // of answers
	int result = 0;

	arena_init(&arena);
	for (size_t i = 0; i <= count && !result && !run->stopped; i++) {
		if (in_batch == BATCH || (in_batch && i == count)) {
			result = ask_batch(run, &arena, batch, in_batch);
			in_batch = 0;
			arena_release(&arena);
		}
		if (i < count && has_id(&papers[i]))
			batch[in_batch++] = &papers[i];
	}
	for (size_t i = 0; i < count && !result && !run->stopped; i++) {
		if (!has_id(&papers[i]))
			result = ask_title(run, &arena, &papers[i]);
		arena_release(&arena);
	}
	return result;
}

static int
run_chunk(struct enrich *run, const int64_t *entries, size_t count, size_t *asked)
{
	struct enrichment_paper *papers;
	size_t paper_count;
	size_t before = run->progress.done;
	struct arena arena;
	int result;

	arena_init(&arena);
	result = enrichment_papers(run->archive, &arena, entries, count, &papers, &paper_count,
				   run->err);
	if (!result) {
		paper_count = keep_wanted(run, &arena, papers, paper_count, asked);
		result = ask_all(run, papers, paper_count);
	}
	arena_release(&arena);
	// Several entries may be one paper's.
	if (!result && !run->stopped && run->progress.done < before + count)
		run->progress.done = before + count;
	return result;
}

static int
run_entries(struct enrich *run, const int64_t *entries, size_t count)
{
	const struct enrich_options *options = run->options;
	size_t asked = 0;
	int result = 0;

	run->progress.total = options->limit && options->limit < count ? options->limit : count;
	if (options->progress)
		options->progress(options->context, &run->progress);
	for (size_t i = 0; !result && i < count && !run->stopped && !is_full(run, asked);
	     i += CHUNK)
		result = run_chunk(run, entries + i, count - i < CHUNK ? count - i : CHUNK, &asked);
	if (run->stopped && run->progress.done < run->progress.total)
		run->totals->not_done = run->progress.total - run->progress.done;
	return result;
}

static int
run_wanted(struct enrich *run)
{
	const struct enrich_options *options = run->options;
	const int64_t *entries = options->entries;
	size_t count = options->count;
	struct arena arena;
	int result = 0;

	arena_init(&arena);
	if (!entries)
		result = enrichment_wanting(
		    run->archive, &arena, options->source,
		    options->again ? INT64_MAX : run->now - ENRICH_AGAIN_DAYS * DAY_MS,
		    options->limit ? options->limit : SIZE_MAX, &entries, &count, run->err);
	if (!result)
		result = run_entries(run, entries, count);
	arena_release(&arena);
	return result;
}

int
enrich_run(struct archive *archive, struct archive *marking, const struct enrich_options *options,
	   struct enrich_totals *totals, struct error *err)
{
	struct enrich run = {
	    .archive = archive,
	    .options = options,
	    .totals = totals,
	    .api_url = options->api_url ? options->api_url : ENRICH_API_URL,
	    .now = clock_now_ms(),
	    .err = err,
	};
	struct error repair;
	int result;

	*totals = (struct enrich_totals){0};
	run.client = http_client_new(options->http, err);
	if (!run.client)
		return -1;
	result = run_wanted(&run);
	http_client_free(run.client);
	if (marking && journal_repair(marking, result ? &repair : err))
		result = -1;
	return result;
}
