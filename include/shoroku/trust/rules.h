// SPDX-License-Identifier: GPL-3.0-or-later
// What can be told to be wrong with a section by its text alone.
#ifndef SHOROKU_TRUST_RULES_H
#define SHOROKU_TRUST_RULES_H

#include <stdbool.h>

#include "shoroku/model/paper.h"

// What a warning is about; its name is the section's role, a hyphen and the flaw: "reason-mismatch".
enum trust_flaw {
	TRUST_MISMATCH, // speaks of something else than its paper
	TRUST_REPEATED, // the same text stands under another paper
	TRUST_EMPTY,	// no word in it
	TRUST_REFUSAL,	// a model's apology in place of a text
	TRUST_CUT,	// ends in mid-sentence
	TRUST_LANGUAGE, // not in the language of its digest
	// Of the paper and not of a section: arXiv's record says otherwise. Named as they are here.
	TRUST_TITLE_DIFFERS,
	TRUST_AUTHORS_DIFFER,
};
#define TRUST_FLAWS 8
#define TRUST_PAPER ((enum section_role)SECTION_ROLES) // in the place of a role

const char *rules_flaw_name(enum trust_flaw flaw);     // "mismatch"
const char *rules_flaw_sentence(enum trust_flaw flaw); // translated, for above a section

// "reason-mismatch" into its two parts, "title-differs" into TRUST_PAPER and the flaw; false for other names.
bool rules_flaw_parse(const char *name, enum section_role *role, enum trust_flaw *flaw);

// The flaw of the text of a section of a digest in a language (NULL: not known): TRUST_EMPTY to
// TRUST_LANGUAGE. False where none is found.
bool rules_find(const char *text, const char *lang, enum trust_flaw *flaw);

// Whether a text is not in the language of its digest.
bool rules_other_language(const char *text, const char *lang);

#endif
