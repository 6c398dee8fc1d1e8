// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to arXiv's API (arXiv API user's manual, "Query interface") as URLs.
#ifndef WORK_ENRICH_QUERY_H
#define WORK_ENRICH_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/arena.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/model/paper.h"

// How a paper is looked for: its title as one phrase, then by its longest words alone, since a version may
// have changed it.
enum enrich_query_form { ENRICH_PHRASE, ENRICH_WORDS };
#define ENRICH_QUERY_FORMS 2

// The URL in the arena; NULL where neither title has two words in Latin letters.
const char *enrich_query_title(struct arena *arena, const char *api_url, const struct paper *paper,
			       enum enrich_query_form form);

// Of several papers by their ids.
const char *enrich_query_ids(struct arena *arena, const char *api_url, const char *const *ids,
			     size_t count);

// Whether the API would take it for an id; one that is none spoils a batch.
bool enrich_query_is_id(const char *id);

#endif
