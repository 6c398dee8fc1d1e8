// SPDX-License-Identifier: GPL-3.0-or-later
#include "similar-papers.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/archive/records.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/model/entry-id.h"
#include "shoroku/model/key.h"
#include "shoroku/text/fold.h"

#define FIRST_DAY 20000
#define A_DAY 100
#define A_BATCH 2000

// A paper with one of a row's words in its title is of that topic.
static const char *const topics[][4] = {
    {"diffusion", "拡散"},
    {"reinforcement", "強化学習"},
    {"retrieval", "検索", " rag"},
    {"recommend", "推薦", "推奨"},
    {"segmentation", "セグメンテーション"},
    {"graph", "グラフ"},
    {"speech", "音声", "audio"},
    {"medical", "clinical", "医療", "臨床"},
    {"black hole", "ブラックホール"},
    {"gravitational wave", "重力波"},
    {"dark matter", "暗黒物質", "ダークマター"},
    {"quantum", "量子"},
    {"agent", "エージェント"},
    {"robot", "ロボット"},
    {"multimodal", "vision-language", "マルチモーダル"},
    {"hallucination", "ハルシネーション", "幻覚"},
    {"translation", "翻訳"},
    {"video", "動画", "ビデオ"},
    {"privacy", "federated", "プライバシ"},
    {"galax", "銀河"},
    {"planet", "惑星"},
    {"neutrino", "ニュートリノ"},
    {"holograph", "ホログラフ"},
    {"inflation", "インフレーション"},
    {"moduli", "モジュライ"},
    {"knowledge graph", "知識グラフ"},
    {"time series", "時系列"},
    {"code generation", "コード生成", "software", "ソフトウェア"},
    {"long context", "長文", "long-context"},
    {"safety", "安全", "jailbreak"},
};

static uint64_t
topics_of(const char *title, const char *other)
{
	struct strbuf folded;
	uint64_t found = 0;

	strbuf_init(&folded);
	fold_append(&folded, title, strlen(title));
	strbuf_add_byte(&folded, '\n');
	fold_append(&folded, other, strlen(other));
	for (size_t i = 0; i < ARRAY_LENGTH(topics); i++) {
		for (size_t k = 0; k < 4 && topics[i][k]; k++) {
			if (strstr(folded.data, topics[i][k]))
				found |= (uint64_t)1 << i;
		}
	}
	strbuf_release(&folded);
	return found;
}

// "cs.CV", "2509.18058", "hep-th": what says by itself which paper, or what kind, it is.
static bool
gives_away(const char *line, size_t length)
{
	static const char *const archives[] = {"hep-",	   "gr-qc",    "quant-ph",
					       "astro-ph", "cond-mat", "nucl-"};

	for (size_t i = 1; i + 2 < length; i++) {
		const unsigned char *at = (const unsigned char *)line + i;

		if (*at != '.')
			continue;
		if (islower(at[-1]) && isupper(at[1]) && isupper(at[2]) &&
		    (i + 3 == length || !isalnum(at[3])))
			return true;
		if (i >= 4 && i + 4 < length && isdigit(at[-1]) && isdigit(at[-2]) &&
		    isdigit(at[-3]) && isdigit(at[-4]) && isdigit(at[1]) && isdigit(at[2]) &&
		    isdigit(at[3]) && isdigit(at[4]))
			return true;
	}
	for (size_t i = 0; i < length; i++) {
		for (size_t k = 0; k < ARRAY_LENGTH(archives); k++) {
			if (!strncmp(line + i, archives[k], strlen(archives[k])))
				return true;
		}
	}
	return false;
}

static const char *
strip(struct arena *arena, const char *text)
{
	struct strbuf kept;
	const char *result;

	strbuf_init(&kept);
	while (*text) {
		size_t length = strcspn(text, "\n");

		if (!gives_away(text, length)) {
			strbuf_add(&kept, text, length);
			strbuf_add_byte(&kept, '\n');
		}
		text += length + (text[length] == '\n');
	}
	result = kept.length > 1 ? arena_strdup(arena, kept.data) : NULL;
	strbuf_release(&kept);
	return result;
}

struct bench_paper *
bench_papers_add(struct bench_papers *papers, const struct corpus_paper *from, unsigned roles)
{
	struct bench_paper *paper = vec_push(&papers->list);

	*paper = (struct bench_paper){.lang = from->lang,
				      .authors = from->authors,
				      .author_count = from->author_count,
				      .twin = papers->list.count - 1,
				      .name = from->name,
				      .topics = topics_of(from->title, from->title_other)};
	for (unsigned i = 0; i < SECTION_ROLES; i++) {
		if (roles & 1u << i)
			paper->sections[i] = strip(&papers->arena, from->sections[i]);
	}
	return paper;
}

static void
add_entry(struct bench_papers *papers, const struct entry *entry)
{
	struct bench_paper *paper;

	for (size_t i = 0; i < papers->list.count; i++) {
		if (!strcmp(papers->list.items[i].name, entry->paper.key))
			return;
	}
	paper = vec_push(&papers->list);
	*paper = (struct bench_paper){.lang = entry->lang ? entry->lang : "en",
				      .authors = entry->paper.authors,
				      .author_count = entry->paper.author_count,
				      .twin = papers->list.count - 1,
				      .name = entry->paper.key,
				      .category = entry->paper.categories[0]};
	for (size_t i = 0; i < entry->section_count; i++)
		paper->sections[entry->sections[i].role] =
		    strip(&papers->arena, entry->sections[i].text);
}

void
bench_papers_add_archive(struct bench_papers *papers, const char *directory)
{
	struct date_range all = {DATE_MIN, DATE_MAX};
	struct load_entries entries;
	struct archive *archive;
	struct error err;

	archive = archive_open(directory, ARCHIVE_READ, &err);
	if (!archive || load_entries(archive, &papers->arena, all, true, &entries, &err))
		BUG("%s: %s", directory, err.text);
	for (size_t i = 0; i < entries.count; i++) {
		if (entries.items[i].entry.paper.category_count)
			add_entry(papers, &entries.items[i].entry);
	}
	archive_close(archive);
}

void
bench_papers_release(struct bench_papers *papers)
{
	arena_release(&papers->arena);
	vec_release(&papers->list);
}

// Its title is a number, which says nothing.
static void
fill(struct arena *arena, const struct bench_paper *paper, size_t number, bool with_authors,
     struct entry *entry)
{
	char title[32];

	snprintf(title, sizeof(title), "%zu", number);
	*entry = (struct entry){
	    .date = FIRST_DAY + (date_day)(number / A_DAY), .source = "bench", .lang = paper->lang};
	entry->paper.title = arena_strdup(arena, title);
	entry->paper.authors = paper->authors;
	entry->paper.author_count = with_authors ? paper->author_count : 0;
	entry->paper.key = key_of_paper(arena, &entry->paper);
	entry->sections = arena_alloc(arena, SECTION_ROLES * sizeof(*entry->sections));
	for (unsigned i = 0; i < SECTION_ROLES; i++) {
		if (paper->sections[i])
			entry->sections[entry->section_count++] = (struct section){
			    (enum section_role)i, "-", paper->sections[i], SECTION_FROM_SOURCE};
	}
}

struct archive *
bench_papers_store(const struct bench_papers *papers, const char *directory, bool with_authors)
{
	struct entry *entries = memory_alloc(A_BATCH * sizeof(*entries));
	struct records_terms_maker *maker = records_terms_maker_new();
	struct records_totals totals = {0};
	struct archive *archive;
	struct error err;

	if (archive_prepare(directory, &err) ||
	    !(archive = archive_open(directory, ARCHIVE_IMPORT, &err)))
		BUG("%s", err.text);
	for (size_t done = 0; done < papers->list.count; done += A_BATCH) {
		struct records_terms *terms = records_terms_new();
		struct records_found found = {.terms = terms};
		size_t count = papers->list.count - done;
		struct arena arena;

		arena_init(&arena);
		count = count < A_BATCH ? count : A_BATCH;
		for (size_t i = 0; i < count; i++)
			fill(&arena, &papers->list.items[done + i], done + i, with_authors,
			     &entries[i]);
		records_terms_make(maker, entries, count, terms);
		if (records_store(archive, entries, count, &found, &totals, &err))
			BUG("%s", err.text);
		records_terms_free(terms);
		arena_release(&arena);
	}
	records_terms_maker_free(maker);
	records_settle(archive);
	archive_close(archive);
	free(entries);
	archive = archive_open(directory, ARCHIVE_READ, &err);
	if (!archive || totals.added != papers->list.count)
		BUG("%s: %zu of %zu papers", directory, totals.added, papers->list.count);
	return archive;
}

int64_t
bench_papers_entry(size_t number)
{
	return entry_id_make(FIRST_DAY + (date_day)(number / A_DAY), (int)(number % A_DAY));
}

size_t
bench_papers_number(int64_t entry)
{
	return (size_t)(entry_id_day(entry) - FIRST_DAY) * A_DAY + (size_t)entry_id_n(entry);
}
