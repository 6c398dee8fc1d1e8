// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/listing.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "feed/authors.h"
#include "feed/digest-split.h"
#include "feed/entry-fields.h"
#include "feed/feed-date.h"
#include "feed/identifiers.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/text/clean.h"

#define EXCERPT_BYTES 160
#define LONGEST_LIST ((size_t)1 << 19) // bytes of a list of names
#define MOST_CATEGORIES 64	       // of a paper

void
listing_init(struct listing *listing, const struct reader_input *input,
	     const struct reader_output *output)
{
	*listing = (struct listing){
	    .arena = output->arena, .name = input->from->name, .labels = input->from->labels};
}

int
listing_close(struct listing *listing, int result, struct error *err)
{
	if (!result && listing->count > LISTING_MOST)
		result = error_set(err, ERROR_DATA, _("%s holds more than %d papers"),
				   listing->name, LISTING_MOST);
	vec_release(&listing->entries);
	vec_release(&listing->authors);
	vec_release(&listing->categories);
	vec_release(&listing->sections);
	labels_free(listing->built_in);
	return result;
}

const char *
listing_line(struct arena *arena, const char *text)
{
	char *cleaned;
	const char *result;

	if (!text)
		return NULL;
	cleaned = clean_string(text, strlen(text), CLEAN_LINE);
	result = *cleaned ? arena_strdup(arena, cleaned) : NULL;
	free(cleaned);
	return result;
}

const char *
listing_language(struct arena *arena, const char *tag)
{
	const char *line = listing_line(arena, tag);
	size_t length = line ? strcspn(line, "-_") : 0;
	char *language;

	if (length < 2 || length > 3)
		return NULL;
	language = arena_strndup(arena, line, length);
	for (size_t i = 0; i < length; i++) {
		language[i] = (char)(language[i] | 0x20);
		if (language[i] < 'a' || language[i] > 'z')
			return NULL;
	}
	return language;
}

const char *
listing_excerpt(struct arena *arena, const char *text)
{
	const char *line = listing_line(arena, text);
	size_t length = line ? strlen(line) : 0;

	if (length <= EXCERPT_BYTES)
		return line ? line : "";
	length = EXCERPT_BYTES;
	while (((unsigned char)line[length] & 0xC0) == 0x80)
		length--;
	return arena_strndup(arena, line, length);
}

void
listing_begin(struct listing *listing)
{
	listing->entry = (struct entry){.date = DATE_NONE};
	vec_clear(&listing->authors);
	vec_clear(&listing->categories);
	vec_clear(&listing->sections);
}

static const char **
copy_strings(struct arena *arena, const char *const *items, size_t count)
{
	const char **copy = arena_alloc(arena, (count + 1) * sizeof(*copy));

	if (count)
		memcpy(copy, items, count * sizeof(*copy));
	return copy;
}

bool
listing_end(struct listing *listing)
{
	struct entry *entry = &listing->entry;

	if (!entry->paper.title || ++listing->count > LISTING_MOST)
		return false;
	entry->paper.authors =
	    copy_strings(listing->arena, listing->authors.items, listing->authors.count);
	entry->paper.author_count = listing->authors.count;
	entry->paper.categories =
	    copy_strings(listing->arena, listing->categories.items, listing->categories.count);
	entry->paper.category_count = listing->categories.count;
	entry->sections =
	    arena_alloc(listing->arena, (listing->sections.count + 1) * sizeof(*entry->sections));
	if (listing->sections.count)
		memcpy(entry->sections, listing->sections.items,
		       listing->sections.count * sizeof(*entry->sections));
	entry->section_count = listing->sections.count;
	*vec_push(&listing->entries) = *entry;
	return true;
}

// What has no letter is no name: arXiv's lists part collaborations from people by an author called ":".
static bool
has_letter(const char *name)
{
	for (; *name; name++) {
		if ((unsigned char)*name >= 0x80 || isalpha((unsigned char)*name))
			return true;
	}
	return false;
}

void
listing_author(struct listing *listing, const char *name)
{
	const char *line = listing_line(listing->arena, name);

	if (!line || !has_letter(line))
		return;
	if (listing->authors.count == LISTING_AUTHORS)
		listing->entry.paper.authors_truncated = true;
	else
		*vec_push(&listing->authors) = line;
}

void
listing_inverted_author(struct listing *listing, const char *name)
{
	const char *comma = strchr(name, ',');
	struct strbuf turned;

	if (!comma || strchr(comma + 1, ',')) {
		listing_author(listing, name);
		return;
	}
	strbuf_init(&turned);
	strbuf_addf(&turned, "%s %.*s", comma + 1, (int)(comma - name), name);
	listing_author(listing, turned.data);
	strbuf_release(&turned);
}

void
listing_authors(struct listing *listing, const char *list)
{
	struct authors authors;
	const char *line = listing_line(listing->arena, list);

	if (!line)
		return;
	if (strlen(line) > LONGEST_LIST) {
		line = arena_strndup(listing->arena, line, LONGEST_LIST);
		listing->entry.paper.authors_truncated = true;
	}
	authors_split(listing->arena, line, &authors);
	for (size_t i = 0; i < authors.count; i++)
		listing_author(listing, authors.names[i]);
	if (authors.truncated)
		listing->entry.paper.authors_truncated = true;
}

void
listing_category(struct listing *listing, const char *name)
{
	const char *line = listing_line(listing->arena, name);

	for (size_t i = 0; line && i < listing->categories.count; i++) {
		if (!strcmp(listing->categories.items[i], line))
			return;
	}
	if (line && listing->categories.count < MOST_CATEGORIES)
		*vec_push(&listing->categories) = line;
}

void
listing_categories(struct listing *listing, const char *list)
{
	const char *line = listing_line(listing->arena, list);

	while (line && *line && listing->categories.count < MOST_CATEGORIES) {
		size_t length = strcspn(line, " ");

		listing_category(listing, arena_strndup(listing->arena, line, length));
		line += length + strspn(line + length, " ");
	}
}

void
listing_identifier(struct listing *listing, const char *text)
{
	const char *line = listing_line(listing->arena, text);

	if (line)
		identifiers_take(listing->arena, line, &listing->entry.paper);
}

void
listing_arxiv(struct listing *listing, const char *id)
{
	static const char prefix[] = "oai:arXiv.org:";
	const char *line = listing_line(listing->arena, id);
	struct paper found = {0};
	struct strbuf text;

	if (!line)
		return;
	strbuf_init(&text);
	if (!strncmp(line, prefix, strlen(prefix)))
		line += strlen(prefix);
	strbuf_addf(&text, strstr(line, "arxiv.org/") || strchr(line, ':') ? "%s" : "arXiv:%s",
		    line);
	identifiers_take(listing->arena, text.data, &found);
	if (!listing->entry.paper.arxiv_id)
		listing->entry.paper.arxiv_id = found.arxiv_id;
	strbuf_release(&text);
}

void
listing_doi(struct listing *listing, const char *doi)
{
	const char *line = listing_line(listing->arena, doi);
	const char *start = line ? strstr(line, "10.") : NULL;
	size_t length = start ? strcspn(start, " ") : 0;

	if (length && memchr(start, '/', length) && !listing->entry.paper.doi)
		listing->entry.paper.doi = arena_strndup(listing->arena, start, length);
}

static bool
is_address(const char *line)
{
	return line && !strchr(line, ' ') &&
	       (!strncmp(line, "http://", 7) || !strncmp(line, "https://", 8));
}

void
listing_pdf(struct listing *listing, const char *url)
{
	const char *line = listing_line(listing->arena, url);

	if (is_address(line) && !listing->entry.paper.pdf_url)
		listing->entry.paper.pdf_url = line;
}

void
listing_url(struct listing *listing, const char *url)
{
	const char *line = listing_line(listing->arena, url);
	size_t length = line ? strlen(line) : 0;

	if (!is_address(line))
		return;
	if (strstr(line, "arxiv.org/pdf/") || !strcmp(line + length - 4, ".pdf"))
		listing_pdf(listing, line);
	else if (!listing->entry.paper.url)
		listing->entry.paper.url = line;
}

static void
add_section(struct listing *listing, enum section_role role, const char *label,
	    const struct strbuf *text)
{
	struct section *section;

	if (!text->length)
		return;
	section = vec_push(&listing->sections);
	section->role = role;
	section->label = listing_line(listing->arena, label);
	if (!section->label)
		section->label = paper_role_name(role);
	section->text = arena_strndup(listing->arena, text->data, text->length);
}

static void
add_line(struct strbuf *out, const char *line, size_t length, bool joined)
{
	while (length && line[length - 1] == ' ')
		length--;
	if (out->length && length)
		strbuf_add_byte(out, joined ? ' ' : '\n');
	strbuf_add(out, line, length);
}

static void
section_of_lines(struct listing *listing, enum section_role role, const char *label,
		 const char *text, bool wrapped)
{
	char *cleaned = clean_string(text ? text : "", text ? strlen(text) : 0, CLEAN_TEXT);
	struct strbuf joined;
	bool parted = true;

	strbuf_init(&joined);
	for (const char *line = cleaned; *line;) {
		size_t blanks = strspn(line, " ");
		size_t length = strcspn(line, "\n");

		if (blanks == length)
			parted = true;
		else
			add_line(&joined, line + blanks, length - blanks,
				 wrapped && !parted && blanks != 2);
		if (blanks != length)
			parted = false;
		line += length + (line[length] == '\n');
	}
	add_section(listing, role, label, &joined);
	strbuf_release(&joined);
	free(cleaned);
}

void
listing_section(struct listing *listing, enum section_role role, const char *label,
		const char *text)
{
	section_of_lines(listing, role, label, text, false);
}

void
listing_wrapped(struct listing *listing, enum section_role role, const char *label,
		const char *text)
{
	section_of_lines(listing, role, label, text, true);
}

// Where nobody says in which language they are, the texts do.
static void
find_languages(struct listing *listing, const struct digest *model)
{
	for (size_t i = 0; !model->lang && i < listing->entries.count; i++) {
		if (!listing->entries.items[i].lang)
			entry_fields_finish(&listing->entries.items[i]);
	}
}

void
listing_finish(struct listing *listing, const struct digest *model, struct reader_output *output)
{
	struct digest *digest = vec_push(&output->digests);
	size_t count = listing->entries.count;

	find_languages(listing, model);
	*digest = *model;
	digest->entries = arena_alloc(listing->arena, (count + 1) * sizeof(*digest->entries));
	if (count)
		memcpy(digest->entries, listing->entries.items, count * sizeof(*digest->entries));
	digest->entry_count = count;
	vec_clear(&listing->entries);
}

// Papers without a day of the list, as in older answers, can only go by when they were published.
static bool
use_published(struct listing *listing)
{
	for (size_t i = 0; i < listing->entries.count; i++) {
		if (listing->entries.items[i].date != DATE_NONE)
			return false;
	}
	for (size_t i = 0; i < listing->entries.count; i++) {
		const char *published = listing->entries.items[i].paper.published;

		listing->entries.items[i].date = feed_date(published ? published : "");
	}
	return true;
}

void
listing_finish_by_days(struct listing *listing, const struct digest *model,
		       struct reader_output *output)
{
	struct digest whole = *model;

	if (use_published(listing)) {
		whole.date_origin = DATE_FROM_PAPERS;
		listing_finish(listing, &whole, output);
		return;
	}
	find_languages(listing, model);
	whole.entries = listing->entries.items;
	whole.entry_count = listing->entries.count;
	digest_split(listing->arena, &whole, output);
	vec_clear(&listing->entries);
}
