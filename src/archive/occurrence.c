// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/occurrence.h"

#include <stdlib.h>
#include <string.h>

#include "archive/place-list.h"
#include "archive/segment-cursor.h"
#include "archive/terms.h"
#include "shoroku/base/memory.h"

struct sought {
	struct strbuf term; // kind and text
	uint32_t distance;
};

// All terms in one field of one segment.
struct track {
	const struct segment *segment;
	struct segment_cursor *cursors; // one a term; NULL while the segment is not opened
	size_t *order;			// of the cursors that are asked, the rarest term first
	size_t asked;
	int field;
	bool begun;
	int64_t id; // of the latest hit; before it has begun, none is above
};

struct occurrence {
	unsigned fields;
	VEC(struct sought) terms;
	VEC(struct track) tracks;
	const struct index_view *view;
	struct place_list places; // where the first term stands and the others follow
	struct place_list others;
};

struct occurrence *
occurrence_new(unsigned fields)
{
	struct occurrence *occurrence = memory_alloc(sizeof(*occurrence));

	occurrence->fields = fields;
	return occurrence;
}

static void
close_track(struct track *track, size_t terms)
{
	for (size_t i = 0; track->cursors && i < terms; i++)
		segment_cursor_release(&track->cursors[i]);
	free(track->cursors);
	free(track->order);
	track->order = NULL;
	track->cursors = NULL;
	track->id = OCCURRENCE_END;
}

void
occurrence_free(struct occurrence *occurrence)
{
	if (!occurrence)
		return;
	for (size_t i = 0; i < occurrence->tracks.count; i++)
		close_track(&occurrence->tracks.items[i], occurrence->terms.count);
	for (size_t i = 0; i < occurrence->terms.count; i++)
		strbuf_release(&occurrence->terms.items[i].term);
	vec_release(&occurrence->tracks);
	vec_release(&occurrence->terms);
	place_list_release(&occurrence->places);
	place_list_release(&occurrence->others);
	free(occurrence);
}

void
occurrence_add(struct occurrence *occurrence, char kind, const char *text, size_t length,
	       uint32_t distance)
{
	struct sought *sought = vec_push(&occurrence->terms);

	strbuf_init(&sought->term);
	strbuf_add_byte(&sought->term, kind);
	strbuf_add(&sought->term, text, terms_word_length(text, length));
	sought->distance = distance;
}

static int
newest_first(const void *a, const void *b)
{
	const struct track *x = a;
	const struct track *y = b;

	return x->id > y->id ? -1 : x->id < y->id;
}

static int
begin(struct archive *archive, struct occurrence *occurrence, struct error *err)
{
	if (occurrence->view)
		return 0;
	if (index_look(archive, &occurrence->view, err))
		return -1;
	for (size_t i = 0; i < occurrence->view->segments.count; i++) {
		const struct segment *segment = &occurrence->view->segments.items[i];

		*vec_push(&occurrence->tracks) =
		    (struct track){.segment = segment, .id = segment->greatest};
	}
	if (occurrence->tracks.count)
		qsort(occurrence->tracks.items, occurrence->tracks.count,
		      sizeof(*occurrence->tracks.items), newest_first);
	return 0;
}

static bool
is_wanted(const struct occurrence *occurrence, int field)
{
	return !field || (occurrence->fields & 1u << (field - 'a'));
}

static bool
is_asked(const struct occurrence *occurrence, const struct track *track, size_t term)
{
	return occurrence->terms.items[term].term.data[0] != TERM_TRIPLE ||
	       index_has_triples(track->field - 'a');
}

// Opens the other terms in the field the first one was found in.
static int
open_others(struct archive *archive, const struct occurrence *occurrence, struct track *track,
	    struct error *err)
{
	for (size_t i = 1; i < occurrence->terms.count; i++) {
		int field;

		if (!is_asked(occurrence, track, i))
			continue;
		if (segment_cursor_open(archive, track->segment, &occurrence->terms.items[i].term,
					(char)track->field, &track->cursors[i], &field, err))
			return -1;
		if (field != track->field)
			track->cursors[i].id = SEGMENT_CURSOR_END;
		if (track->cursors[i].id == SEGMENT_CURSOR_END)
			track->id = OCCURRENCE_END;
	}
	return 0;
}

// Few terms: sorted by insertion.
static void
sort_by_rarity(const struct occurrence *occurrence, struct track *track)
{
	for (size_t i = 0; i < occurrence->terms.count; i++) {
		int64_t rarity = segment_cursor_rarity(&track->cursors[i]);
		size_t at = track->asked;

		if (!is_asked(occurrence, track, i))
			continue;
		track->asked++;
		for (; at && segment_cursor_rarity(&track->cursors[track->order[at - 1]]) < rarity;
		     at--)
			track->order[at] = track->order[at - 1];
		track->order[at] = i;
	}
}

// The track in the next field from `from` on that has the first term; track->field −1 where none does.
static int
open_track(struct archive *archive, const struct occurrence *occurrence,
	   const struct segment *segment, char from, struct track *track, struct error *err)
{
	size_t size = occurrence->terms.count * sizeof(*track->cursors);

	*track = (struct track){.segment = segment,
				.cursors = memory_alloc(size),
				.order = memory_alloc(occurrence->terms.count * sizeof(size_t)),
				.id = segment->greatest};
	if (segment_cursor_open(archive, segment, &occurrence->terms.items[0].term, from,
				track->cursors, &track->field, err))
		return -1;
	if (track->field < 0 || !is_wanted(occurrence, track->field)) {
		track->id = OCCURRENCE_END;
		return 0;
	}
	if (open_others(archive, occurrence, track, err))
		return -1;
	sort_by_rarity(occurrence, track);
	return 0;
}

// The newest come first, so that a hit among them spares the opening of the others.
static void
insert_track(struct occurrence *occurrence, size_t at, const struct track *track)
{
	(void)vec_push(&occurrence->tracks);
	memmove(&occurrence->tracks.items[at + 1], &occurrence->tracks.items[at],
		(occurrence->tracks.count - 1 - at) * sizeof(*track));
	occurrence->tracks.items[at] = *track;
}

// Puts the tracks of a segment's fields behind the one that stands for it, which ends.
static int
open_segment(struct archive *archive, struct occurrence *occurrence, size_t index,
	     struct error *err)
{
	const struct segment *segment = occurrence->tracks.items[index].segment;
	char from = terms_have_fields(occurrence->terms.items[0].term.data[0]) ? 'a' : '\0';

	occurrence->tracks.items[index].id = OCCURRENCE_END;
	for (;;) {
		struct track track;
		int result = open_track(archive, occurrence, segment, from, &track, err);

		if (result || track.id == OCCURRENCE_END)
			close_track(&track, occurrence->terms.count);
		else
			insert_track(occurrence, index + 1, &track);
		if (result || track.field <= 0)
			return result;
		from = (char)(track.field + 1);
		if (from >= 'a' + INDEX_FIELDS || !(occurrence->fields >> (from - 'a')))
			return 0;
	}
}

// Whether the terms stand where they should in the entry all cursors are on.
static bool
follow_each_other(struct occurrence *occurrence, const struct track *track)
{
	if (!terms_have_places(occurrence->terms.items[0].term.data[0]))
		return true; // what is left to say is said by looking at the text
	if (!place_list_set(&occurrence->places, track->cursors[0].list.places))
		return false;
	for (size_t i = 1; i < occurrence->terms.count; i++) {
		const struct sought *sought = &occurrence->terms.items[i];

		if (!terms_have_places(sought->term.data[0]))
			continue;
		if (!place_list_set(&occurrence->others, track->cursors[i].list.places) ||
		    !place_list_keep_followed(&occurrence->places, &occurrence->others,
					      sought->distance))
			return false;
	}
	return true;
}

// Moves all cursors to the greatest entry they share not above *id, or *id to OCCURRENCE_END.
static int
meet(struct archive *archive, struct track *track, int64_t *id, struct error *err)
{
	size_t i = 0;

	while (i < track->asked) {
		struct segment_cursor *cursor = &track->cursors[track->order[i]];

		if (segment_cursor_seek(archive, cursor, *id, err))
			return -1;
		// The rarest term leaps farthest, so it is asked first and again after each leap.
		i = cursor->id == *id || i == 0 ? i + 1 : 0;
		*id = cursor->id;
		if (*id == SEGMENT_CURSOR_END)
			return 0;
	}
	return 0;
}

static int
seek_track(struct archive *archive, struct occurrence *occurrence, struct track *track,
	   int64_t at_most, struct error *err)
{
	size_t terms = occurrence->terms.count;
	unsigned looked = 0;

	for (int64_t id = at_most;; id--) {
		if (++looked % 1024 == 0 && handle_is_stopped(archive))
			return handle_error(archive, SQLITE_INTERRUPT, err);
		if (meet(archive, track, &id, err))
			return -1;
		if (id == SEGMENT_CURSOR_END ||
		    ((terms == 1 || follow_each_other(occurrence, track)) &&
		     !dropped_from(&occurrence->view->dropped, id, track->segment->age))) {
			track->begun = true;
			track->id = id;
			return 0;
		}
	}
}

int
occurrence_seek(struct archive *archive, struct occurrence *occurrence, int64_t at_most,
		int64_t *id, struct error *err)
{
	*id = OCCURRENCE_END;
	if (begin(archive, occurrence, err))
		return -1;
	// The list grows while segments are opened.
	for (size_t i = 0; i < occurrence->tracks.count; i++) {
		struct track *track = &occurrence->tracks.items[i];

		if (track->id <= *id)
			continue;
		if (!track->cursors) {
			if (track->segment->least <= at_most &&
			    open_segment(archive, occurrence, i, err))
				return -1;
			continue;
		}
		if ((track->id > at_most || !track->begun) &&
		    seek_track(archive, occurrence, track, at_most, err))
			return -1;
		if (track->id > *id)
			*id = track->id;
	}
	return 0;
}

void
occurrence_count(struct occurrence *occurrence, int64_t id, unsigned *counts)
{
	memset(counts, 0, INDEX_FIELDS * sizeof(*counts));
	for (size_t i = 0; i < occurrence->tracks.count; i++) {
		const struct track *track = &occurrence->tracks.items[i];
		bool places = terms_have_places(occurrence->terms.items[0].term.data[0]);

		if (!track->begun || track->id != id || track->field < 'a')
			continue;
		if (places && follow_each_other(occurrence, track))
			counts[track->field - 'a'] += (unsigned)occurrence->places.places.count;
		else if (!places)
			counts[track->field - 'a']++;
	}
}
