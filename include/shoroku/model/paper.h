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

// Whose words a section is: the digest's, or what arXiv says of the paper (archive/enrichment.h).
enum section_origin { SECTION_FROM_SOURCE, SECTION_FROM_ARXIV };

struct section {
	enum section_role role;
	const char *label; // as printed
	const char *text;  // paragraphs separated by LF
	enum section_origin origin;
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
	const char *url; // of its page
	const char *pdf_url;
	const char **categories; // subjects and keywords as printed, in printed order
	size_t category_count;
	const char *published;	 // "2025-09-22"
	const char *updated;	 // likewise: its latest version
	const char *journal_ref; // where it was printed, as arXiv says it
	const char *comment;	 // the authors' to arXiv: pages, figures, a conference
};

// How the source brought the paper up: arXiv announces what is new, listed elsewhere before, or replaced.
enum announcement { ANNOUNCED_NEW, ANNOUNCED_CROSS, ANNOUNCED_REPLACED };

// A digest of an earlier day that had the paper already.
struct sighting {
	int64_t id; // of its entry there; 0: there is none
	date_day date;
	const char *source;
};

// Where a digest's date was found, best first.
enum date_origin {
	DATE_FROM_USER,
	DATE_FROM_HEADING,
	DATE_FROM_FRONT_MATTER,
	DATE_FROM_METADATA, // of a feed, a page or a mail
	DATE_FROM_FILE_NAME,
	DATE_FROM_DIRECTORY,
	DATE_FROM_PAPERS, // a bare list: each paper under the date it was published
};

// What may be wrong with a section, see trust/rules.h.
struct warning {
	const char *name; // "reason-mismatch"
	double score;	  // the lower the surer
	int64_t other;	  // the entry the section may belong to; 0: not known
	// What it is told by: the words that its paper has nowhere else, what arXiv has instead. NULL: not known.
	const char *evidence;
};

// One paper in one digest.
struct entry {
	int64_t id;    // see model/entry-id.h; 0 before it is stored
	date_day date; // of its digest
	const char *source;
	const char *lang; // "ja", "en", …
	int position;	  // 1-based within its digest
	struct paper paper;
	struct section *sections; // in printed order; what is not the source's comes last
	size_t section_count;
	enum announcement announcement;
	struct sighting seen_before;  // the newest; known of what was loaded from an archive
	enum date_origin date_origin; // of its date; known of what was loaded and of records
	struct warning
	    *warnings; // but for those dismissed; known of what was loaded from an archive
	size_t warning_count;
};

// As archives keep it; what is shown of a day is an enum day_state (model/day-state.h).
enum digest_state {
	DIGEST_COMPLETE,
	DIGEST_CHANGED, // a poorer text came later; the richer one is shown, the other kept
};

// What one source published for one civil date.
struct digest {
	date_day date;
	enum date_origin date_origin;
	const char *source;
	const char *lang;
	struct entry *entries;
	size_t entry_count;
	bool joins; // other files may hold papers of the same day: these join it and replace none
};

// What the user did to a paper.
struct marks {
	bool read;
	bool favourite;
	int rating;	   // 0–5
	const char **tags; // sorted by code point
	size_t tag_count;
	const char *note;
};

// Leaves only what the source itself says.
void paper_keep_own_sections(struct entry *entry);

// Whether a model wrote it: digests' summaries, while an abstract is the authors' own.
bool paper_section_is_machine(const struct section *section);

const char *paper_role_name(enum section_role role); // "reason", "short", "detail", "abstract"
bool paper_role_parse(const char *name, enum section_role *role);
const char *paper_origin_name(enum section_origin origin);	     // "source", "arxiv"
const char *paper_announcement_name(enum announcement announcement); // "new", "cross", "replaced"
bool paper_announcement_parse(const char *name, enum announcement *announcement);
const char *paper_date_origin_name(enum date_origin origin); // "heading", "file-name", …
bool paper_date_origin_parse(const char *name, enum date_origin *origin);

#endif
