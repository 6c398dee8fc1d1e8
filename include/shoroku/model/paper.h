// SPDX-License-Identifier: GPL-3.0-or-later
// A digest and what is in it, as plain structs. Everything pointed to lives in one arena, named by
// whoever fills the struct; all text is clean (text/clean.h). NULL is "not known".
#ifndef SHOROKU_MODEL_PAPER_H
#define SHOROKU_MODEL_PAPER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/base/arena.h"
#include "shoroku/base/date.h"

enum section_role { SECTION_REASON, SECTION_SHORT, SECTION_DETAIL, SECTION_ABSTRACT };
#define SECTION_ROLES 4

struct section {
	enum section_role role;
	const char *label; // as printed
	const char *text;  // paragraphs separated by LF
};

// The work itself. One paper may stand in many digests.
struct paper {
	const char *key; // its stable name, see model/key.h
	const char *title;
	const char *title_original;
	const char **authors; // in printed order
	size_t author_count;
	bool authors_truncated; // the source printed "et al."
	const char *arxiv_id;	// without version
	const char *doi;
	const char *url;
};

// One paper in one digest.
struct entry {
	int64_t id;    // see model/entry-id.h; 0 before it is stored
	date_day date; // of its digest
	const char *source;
	const char *lang; // "ja", "en", …
	int position;	  // 1-based within its digest
	struct paper paper;
	struct section *sections; // in printed order
	size_t section_count;
};

enum digest_state {
	DIGEST_COMPLETE,
	DIGEST_CHANGED, // a poorer text came later; the richer one is shown, the other kept
};

// What one source published for one civil date.
struct digest {
	date_day date;
	const char *source;
	const char *lang;
	struct entry *entries;
	size_t entry_count;
};

// What the user did to a paper.
struct marks {
	bool read;
	bool favourite;
	int rating;	   // 0–5
	const char **tags; // sorted by code point
	size_t tag_count;
};

const char *paper_role_name(enum section_role role); // "reason", "short", "detail", "abstract"
bool paper_role_parse(const char *name, enum section_role *role);
const char *paper_state_name(enum digest_state state); // "complete", "changed"

#endif
