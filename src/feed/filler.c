// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/filler.h"

#include <string.h>

#include "feed/title.h"

void
filler_close(struct filler *filler)
{
	struct section *section;
	char *end;

	while (filler->text.length && strchr(" \n", filler->text.data[filler->text.length - 1]))
		strbuf_truncate(&filler->text, filler->text.length - 1);
	end = filler->text.data + strspn(filler->text.data, " \n");
	if (filler->open.label && *end) {
		filler->labelled = filler->labelled || !filler->unlabelled;
		section = filler->resumed ? &filler->sections.items[filler->outer]
					  : vec_push(&filler->sections);
		*section = filler->open;
		section->text = arena_strdup(filler->arena, end);
	}
	filler->open.label = NULL;
	filler->label = NULL;
	filler->resumed = false;
	filler->unlabelled = false;
	filler->field = NULL;
	filler->level = FILLER_NO_LEVEL;
	strbuf_clear(&filler->text);
}

void
filler_open(struct filler *filler, enum section_role role, const char *label, size_t length,
	    int level)
{
	filler_close(filler);
	filler->open.role = role;
	filler->open.label = title_label(filler->arena, label, length);
	filler->level = level;
	filler->began = true;
}

void
filler_add_line(struct filler *filler, const char *mark, const char *line, size_t length)
{
	if (!filler->open.label) {
		filler_open(filler, SECTION_DETAIL, paper_role_name(SECTION_DETAIL),
			    strlen(paper_role_name(SECTION_DETAIL)), FILLER_NO_LEVEL);
		filler->unlabelled = true;
	}
	if (filler->text.length)
		strbuf_add_byte(&filler->text, '\n');
	strbuf_add_string(&filler->text, mark);
	strbuf_add(&filler->text, line, length);
}

void
filler_note_outer(struct filler *filler, int level)
{
	bool labelled = filler->open.label && !filler->unlabelled && filler->text.length;

	if (labelled && filler->level < level) {
		filler->outer_level = filler->level;
		filler->outer = filler->sections.count;
	} else if (filler->outer_level >= level) {
		filler->outer_level = FILLER_NO_LEVEL;
	}
}

void
filler_resume_outer(struct filler *filler)
{
	struct section section;

	filler_close(filler);
	section = filler->sections.items[filler->outer];
	strbuf_add_string(&filler->text, section.text);
	filler->open = section;
	filler->resumed = true;
	filler->level = filler->outer_level;
	filler->outer_level = FILLER_NO_LEVEL;
}
