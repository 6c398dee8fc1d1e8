// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/feed/labels.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/arena.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/vec.h"
#include "shoroku/text/fold.h"

// No label is longer, so that long paragraphs need not be folded to see that they are none.
#define LONGEST_LABEL 96
#define SLOTS 1024 // a power of two, some times the number of rows

struct row {
	const char *skeleton;
	const struct label *label;
	struct row *next; // in the same slot, the later added first
};

struct labels {
	struct arena arena;
	struct row *slots[SLOTS];
};

const char *const labels_role_names[] = {"reason",  "short", "detail", "abstract", "title", "date",
					 "authors", "tags",  "links",  "none",	   NULL};

// FNV-1a.
static size_t
slot_of(const char *text)
{
	uint32_t hash = 2166136261u;

	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 16777619u;
	return hash % SLOTS;
}

static void
add_row(struct labels *labels, const struct label *label)
{
	char *skeleton = fold_skeleton(label->text, strlen(label->text));
	struct row *row = arena_alloc(&labels->arena, sizeof(*row));
	size_t slot = slot_of(skeleton);

	row->skeleton = arena_strdup(&labels->arena, skeleton);
	row->label = label;
	row->next = labels->slots[slot];
	labels->slots[slot] = row;
	free(skeleton);
}

struct labels *
labels_new(void)
{
	struct labels *labels = memory_alloc(sizeof(*labels));

	arena_init(&labels->arena);
	for (size_t i = 0; i < label_table_size; i++)
		add_row(labels, &label_table[i]);
	return labels;
}

void
labels_free(struct labels *labels)
{
	if (!labels)
		return;
	arena_release(&labels->arena);
	free(labels);
}

static bool
parse_role(const char *name, struct label *label)
{
	static const struct {
		const char *name;
		enum label_kind kind;
	} kinds[] = {{"title", LABEL_TITLE}, {"date", LABEL_PUBLISHED}, {"authors", LABEL_AUTHORS},
		     {"tags", LABEL_TAGS},   {"links", LABEL_LINKS},	{"none", LABEL_MATTER}};

	if (paper_role_parse(name, &label->role))
		return true;
	for (size_t i = 0; i < ARRAY_LENGTH(kinds); i++) {
		if (!strcmp(kinds[i].name, name)) {
			label->kind = kinds[i].kind;
			return true;
		}
	}
	return false;
}

int
labels_add(struct labels *labels, const char *lang, const char *text, const char *role,
	   struct error *err)
{
	struct label *label = arena_alloc(&labels->arena, sizeof(*label));
	char *skeleton = fold_skeleton(text, strlen(text));
	bool empty = !*skeleton;

	free(skeleton);
	if (empty || strlen(text) > LONGEST_LABEL)
		return error_set(err, ERROR_USAGE,
				 _("'%s' is no label: it has 1 to %d bytes and a letter"), text,
				 LONGEST_LABEL);
	if (!parse_role(role, label))
		return error_set(err, ERROR_USAGE,
				 _("'%s' is no role: reason, short, detail, abstract, title, date, "
				   "authors, tags, links or none"),
				 role);
	label->lang = arena_strdup(&labels->arena, lang);
	label->text = arena_strdup(&labels->arena, text);
	add_row(labels, label);
	return 0;
}

static const struct label *
look_up(const struct labels *labels, const char *folded)
{
	char *skeleton = fold_letters(folded, strlen(folded));
	const struct row *row = *skeleton ? labels->slots[slot_of(skeleton)] : NULL;

	while (row && strcmp(row->skeleton, skeleton) != 0)
		row = row->next;
	free(skeleton);
	return row ? row->label : NULL;
}

// Cuts a gloss in parentheses off the end: "かんたん要約 (SNS向け)". Works on folded text, where
// full-width brackets and colons have become ASCII.
static bool
drop_gloss(char *folded)
{
	char *open = strchr(folded, '(');
	size_t length = strlen(folded);

	while (length && strchr(": *", folded[length - 1]))
		folded[--length] = '\0';
	if (!open || open == folded || !length || folded[length - 1] != ')')
		return false;
	*open = '\0';
	return true;
}

const struct label *
labels_find(const struct labels *labels, const char *text, size_t length)
{
	const struct label *found;
	struct strbuf folded;
	char *start;

	if (length == 0 || length > LONGEST_LABEL || memchr(text, '\n', length))
		return NULL;
	strbuf_init(&folded);
	fold_append(&folded, text, length);
	found = look_up(labels, folded.data);
	// Numbering: "1. ", "(2) ", "[3] ", "#".
	start = folded.data + strspn(folded.data, "0123456789.()[]# ");
	if (!found && start > folded.data)
		found = look_up(labels, start);
	if (!found && drop_gloss(start))
		found = look_up(labels, start);
	strbuf_release(&folded);
	return found;
}
