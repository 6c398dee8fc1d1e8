// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/model/difference.h"

#include <stdint.h>
#include <string.h>

#include "shoroku/base/error.h"
#include "shoroku/base/vec.h"

typedef VEC(struct difference) difference_list;

static bool
same_text(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

static bool
same_texts(const char *const *a, size_t a_count, const char *const *b, size_t b_count)
{
	if (a_count != b_count)
		return false;
	for (size_t i = 0; i < a_count; i++) {
		if (strcmp(a[i], b[i]) != 0)
			return false;
	}
	return true;
}

static void
add(difference_list *list, enum difference_kind kind, const struct entry *entry, const char *detail)
{
	*vec_push(list) = (struct difference){kind, entry ? entry->paper.title : NULL, detail};
}

static bool
same_key(const struct entry *a, const struct entry *b)
{
	return same_text(a->paper.key, b->paper.key);
}

static bool
same_title(const struct entry *a, const struct entry *b)
{
	return !strcmp(a->paper.title, b->paper.title);
}

// Pairs what has no partner yet with the first free entry that is the same.
static void
pair_by(bool (*same)(const struct entry *, const struct entry *), const struct digest *before,
	const struct digest *after, size_t *partner, bool *taken)
{
	size_t from = 0; // nearly always both have one order

	for (size_t i = 0; i < after->entry_count; i++) {
		for (size_t n = 0; partner[i] == SIZE_MAX && n < before->entry_count; n++) {
			size_t j = (from + n) % before->entry_count;

			if (taken[j] || !same(&before->entries[j], &after->entries[i]))
				continue;
			partner[i] = j;
			taken[j] = true;
			from = j + 1;
		}
	}
}

static size_t *
pair(struct arena *arena, const struct digest *before, const struct digest *after, bool **taken)
{
	size_t *partner = arena_alloc(arena, (after->entry_count + 1) * sizeof(*partner));

	*taken = arena_alloc(arena, before->entry_count + 1);
	for (size_t i = 0; i < after->entry_count; i++)
		partner[i] = SIZE_MAX;
	pair_by(same_key, before, after, partner, *taken);
	pair_by(same_title, before, after, partner, *taken);
	return partner;
}

const size_t *
difference_pair(struct arena *arena, const struct digest *before, const struct digest *after)
{
	bool *taken;

	return pair(arena, before, after, &taken);
}

static void
compare_papers(difference_list *list, const struct entry *before, const struct entry *after)
{
	const struct paper *a = &before->paper;
	const struct paper *b = &after->paper;

	if (!same_text(a->title, b->title) || !same_text(a->title_original, b->title_original))
		add(list, DIFFERENCE_TITLE, after, a->title);
	if (!same_texts(a->authors, a->author_count, b->authors, b->author_count) ||
	    a->authors_truncated != b->authors_truncated)
		add(list, DIFFERENCE_AUTHORS, after, NULL);
	if (!same_text(a->arxiv_id, b->arxiv_id) || !same_text(a->doi, b->doi) ||
	    !same_text(a->url, b->url) || !same_text(a->pdf_url, b->pdf_url) ||
	    !same_text(a->published, b->published) ||
	    !same_texts(a->categories, a->category_count, b->categories, b->category_count) ||
	    before->announcement != after->announcement)
		add(list, DIFFERENCE_DETAILS, after, NULL);
}

static bool
same_kind(const struct section *a, const struct section *b)
{
	return a->role == b->role && same_text(a->label, b->label);
}

// The section of `other` that goes with one of `entry`: of its role and label, the nth with the nth.
static const struct section *
find_section(const struct entry *entry, size_t index, const struct entry *other)
{
	const struct section *section = &entry->sections[index];
	size_t nth = 0;

	for (size_t i = 0; i < index; i++)
		nth += same_kind(&entry->sections[i], section);
	for (size_t i = 0; i < other->section_count; i++) {
		if (same_kind(&other->sections[i], section) && !nth--)
			return &other->sections[i];
	}
	return NULL;
}

// How many of the first `count` sections are of a role and go with none of `other`.
static size_t
count_single(const struct entry *entry, size_t count, enum section_role role,
	     const struct entry *other)
{
	size_t single = 0;

	for (size_t i = 0; i < count; i++)
		single += entry->sections[i].role == role && !find_section(entry, i, other);
	return single;
}

// Whether a section that goes with none by its label goes with one of its role all the same: it bears
// another label then.
static bool
has_other_label(const struct entry *entry, size_t index, const struct entry *other)
{
	enum section_role role = entry->sections[index].role;

	return count_single(entry, index, role, other) <
	       count_single(other, other->section_count, role, entry);
}

static void
compare_sections(difference_list *list, const struct entry *before, const struct entry *after)
{
	for (size_t i = 0; i < after->section_count; i++) {
		const struct section *former = find_section(after, i, before);
		const char *label = after->sections[i].label;

		if (!former && !has_other_label(after, i, before))
			add(list, DIFFERENCE_SECTION_GAINED, after, label);
		else if (!former || strcmp(former->text, after->sections[i].text) != 0)
			add(list, DIFFERENCE_SECTION_CHANGED, after, label);
	}
	for (size_t i = 0; i < before->section_count; i++) {
		if (!find_section(before, i, after) && !has_other_label(before, i, after))
			add(list, DIFFERENCE_SECTION_LOST, after, before->sections[i].label);
	}
}

static bool
in_order(const size_t *partner, size_t count)
{
	size_t last = 0;

	for (size_t i = 0; i < count; i++) {
		if (partner[i] == SIZE_MAX)
			continue;
		if (partner[i] < last)
			return false;
		last = partner[i];
	}
	return true;
}

void
difference_find(struct arena *arena, const struct digest *before, const struct digest *after,
		struct differences *differences)
{
	difference_list list = {0};
	bool *taken;
	const size_t *partner = pair(arena, before, after, &taken);

	for (size_t i = 0; i < after->entry_count; i++) {
		const struct entry *entry = &after->entries[i];

		if (partner[i] == SIZE_MAX) {
			add(&list, DIFFERENCE_ADDED, entry, NULL);
			continue;
		}
		compare_papers(&list, &before->entries[partner[i]], entry);
		compare_sections(&list, &before->entries[partner[i]], entry);
	}
	for (size_t i = 0; i < before->entry_count; i++) {
		if (!taken[i])
			add(&list, DIFFERENCE_GONE, &before->entries[i], NULL);
	}
	if (!in_order(partner, after->entry_count))
		add(&list, DIFFERENCE_ORDER, NULL, NULL);
	differences->count = list.count;
	differences->items = arena_alloc(arena, (list.count + 1) * sizeof(*differences->items));
	if (list.count)
		memcpy(differences->items, list.items, list.count * sizeof(*list.items));
	vec_release(&list);
}

const char *
difference_kind_name(enum difference_kind kind)
{
	switch (kind) {
	case DIFFERENCE_ADDED:
		return "added";
	case DIFFERENCE_GONE:
		return "gone";
	case DIFFERENCE_TITLE:
		return "title";
	case DIFFERENCE_AUTHORS:
		return "authors";
	case DIFFERENCE_DETAILS:
		return "details";
	case DIFFERENCE_SECTION_GAINED:
		return "section-gained";
	case DIFFERENCE_SECTION_LOST:
		return "section-lost";
	case DIFFERENCE_SECTION_CHANGED:
		return "section-changed";
	case DIFFERENCE_ORDER:
		return "order";
	}
	BUG("difference %d", (int)kind);
}
