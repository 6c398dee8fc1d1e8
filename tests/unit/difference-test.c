// SPDX-License-Identifier: GPL-3.0-or-later
// What changed from one text of a digest to another.
#include "shoroku/model/difference.h"

#include "tap.h"

static struct section few[] = {{SECTION_REASON, "Why", "Because.", SECTION_FROM_SOURCE},
			       {SECTION_SHORT, "Short", "A.", SECTION_FROM_SOURCE}};
static struct section more[] = {{SECTION_REASON, "Why", "Because.", SECTION_FROM_SOURCE},
				{SECTION_SHORT, "Short", "B.", SECTION_FROM_SOURCE},
				{SECTION_DETAIL, "Detail", "Much.", SECTION_FROM_SOURCE}};
static struct section relabelled[] = {{SECTION_REASON, "Reason", "Because.", SECTION_FROM_SOURCE},
				      {SECTION_SHORT, "Short", "A.", SECTION_FROM_SOURCE}};
static struct section twice[] = {{SECTION_SHORT, "Short", "A.", SECTION_FROM_SOURCE},
				 {SECTION_SHORT, "Short", "B.", SECTION_FROM_SOURCE}};

#define ENTRY(name, heading, list)                                                                 \
	{                                                                                          \
		.paper = {.key = (name), .title = (heading)}, .sections = (list),                  \
		.section_count = sizeof(list) / sizeof(*(list)),                                   \
	}

// The differences as one line: "added Title; section-lost Title/Detail".
static const char *
describe(struct entry *before, size_t before_count, struct entry *after, size_t after_count)
{
	static char text[512];
	const struct digest a = {.entries = before, .entry_count = before_count};
	const struct digest b = {.entries = after, .entry_count = after_count};
	struct differences differences;
	struct arena arena;

	text[0] = '\0';
	arena_init(&arena);
	difference_find(&arena, &a, &b, &differences);
	for (size_t i = 0; i < differences.count; i++) {
		const struct difference *item = &differences.items[i];
		size_t used = strlen(text);

		snprintf(text + used, sizeof(text) - used, "%s%s %s%s%s", i ? "; " : "",
			 difference_kind_name(item->kind), item->title ? item->title : "",
			 item->detail ? "/" : "", item->detail ? item->detail : "");
	}
	arena_release(&arena);
	return text;
}

int
main(void)
{
	struct entry plain[] = {ENTRY("k1", "One", few), ENTRY("k2", "Two", few)};
	struct entry turned[] = {ENTRY("k2", "Two", few), ENTRY("k1", "One", few)};
	struct entry grown[] = {ENTRY("k1", "One", more), ENTRY("k3", "Three", few)};
	struct entry renamed[] = {ENTRY("k1", "Uno", few), ENTRY("k9", "Two", few)};
	struct entry labelled[] = {ENTRY("k1", "One", relabelled), ENTRY("k2", "Two", few)};
	struct entry doubled[] = {ENTRY("k1", "One", twice)};
	struct entry repeated[] = {ENTRY("k1", "One", few), ENTRY("k1", "One", few)};

	tap_is_str(describe(plain, 2, plain, 2), "", "the same");
	tap_is_str(describe(plain, 0, plain, 0), "", "nothing and nothing");
	tap_is_str(describe(plain, 0, plain, 1), "added One", "out of nothing");
	tap_is_str(describe(plain, 2, plain, 0), "gone One; gone Two", "to nothing");
	tap_is_str(describe(plain, 2, turned, 2), "order ", "another order");
	tap_is_str(describe(plain, 2, grown, 2),
		   "section-changed One/Short; section-gained One/Detail; added Three; gone Two",
		   "papers and sections come and go");
	tap_is_str(describe(grown, 1, plain, 1),
		   "section-changed One/Short; section-lost One/Detail", "a section lost");
	tap_is_str(describe(plain, 2, renamed, 2), "title Uno/One",
		   "a title changed; another key with the same title is the same paper");
	tap_is_str(describe(plain, 2, labelled, 2), "section-changed One/Reason",
		   "a label changed is neither gained nor lost");
	tap_is_str(describe(plain, 1, doubled, 1), "section-gained One/Short; section-lost One/Why",
		   "of two sections with one label the first is the one that was there");
	tap_is_str(describe(doubled, 1, plain, 1), "section-gained One/Why; section-lost One/Short",
		   "and the other way");
	tap_is_str(describe(plain, 1, repeated, 2), "added One", "a paper that stands there twice");
	return tap_done();
}
