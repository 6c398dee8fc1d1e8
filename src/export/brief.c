// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/export/brief.h"

#include <stdio.h>

#include "shoroku/base/i18n.h"
#include "shoroku/model/name.h"

// " +6", " +" or "": what stands after `shown` names.
static size_t
format_rest(char *text, size_t size, const struct paper *paper, size_t shown)
{
	const char *blank = shown ? " " : "";
	int length = 0;

	*text = '\0';
	if (shown < paper->author_count)
		length = snprintf(text, size, "%s+%zu", blank, paper->author_count - shown);
	else if (paper->authors_truncated)
		length = snprintf(text, size, "%s+", blank);
	return length > 0 ? (size_t)length : 0;
}

static size_t
names_cells(const struct paper *paper, size_t count, enum width_ambiguous ambiguous)
{
	size_t cells = 0;

	for (size_t i = 0; i < count; i++) {
		size_t length;
		const char *name = name_family(paper->authors[i], &length);

		cells += width_text(name, length, ambiguous) + (i ? 2 : 0);
	}
	return cells;
}

size_t
brief_append_authors(struct strbuf *out, const struct paper *paper, size_t most, size_t cells,
		     enum width_ambiguous ambiguous)
{
	size_t shown = paper->author_count < most ? paper->author_count : most;
	char rest[32];
	size_t used =
	    names_cells(paper, shown, ambiguous) + format_rest(rest, sizeof(rest), paper, shown);

	while (shown && used > cells) {
		shown--;
		used = names_cells(paper, shown, ambiguous) +
		       format_rest(rest, sizeof(rest), paper, shown);
	}
	if (used > cells)
		return 0;
	for (size_t i = 0; i < shown; i++) {
		size_t length;
		const char *name = name_family(paper->authors[i], &length);

		strbuf_add_string(out, i ? ", " : "");
		strbuf_add(out, name, length);
	}
	strbuf_add_string(out, rest);
	return used;
}

const char *
brief_state(enum day_state state)
{
	static const char *const texts[DAY_STATES] = {
	    [DAY_UNKNOWN] = N_("unknown"),   [DAY_NOT_PUBLISHED] = N_("not yet published"),
	    [DAY_ABSENT] = N_("absent"),     [DAY_PARTIAL] = N_("partial"),
	    [DAY_COMPLETE] = N_("complete"), [DAY_CHANGED] = N_("changed"),
	    [DAY_FAILED] = N_("failed"),
	};

	return _(texts[state]);
}

const char *
brief_writer(const struct section *section)
{
	if (section->origin == SECTION_FROM_ARXIV)
		return _("authors, arXiv");
	return paper_section_is_machine(section) ? _("AI summary") : NULL;
}

void
brief_append_label(struct strbuf *out, const struct section *section)
{
	const char *writer = brief_writer(section);

	strbuf_add_string(out, section->label ? section->label : paper_role_name(section->role));
	if (writer)
		strbuf_addf(out, " (%s)", writer);
}

static void
append_list(struct strbuf *out, const char *const *texts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		strbuf_addf(out, "%s%s", i ? ", " : "", texts[i]);
}

void
brief_append_all_authors(struct strbuf *out, const struct paper *paper)
{
	append_list(out, paper->authors, paper->author_count);
	if (paper->authors_truncated)
		strbuf_add_string(out, _(", et al."));
}

void
brief_append_marks(struct strbuf *out, const struct marks *marks)
{
	strbuf_add_string(out, marks->read ? _("read") : _("unread"));
	if (marks->favourite)
		strbuf_addf(out, ", %s", _("favourite"));
	if (marks->rating)
		strbuf_addf(out, _(", rating %d"), marks->rating);
	if (marks->tag_count) {
		strbuf_add_string(out, _(", tags: "));
		append_list(out, marks->tags, marks->tag_count);
	}
}

const char *
brief_link(enum link_kind kind)
{
	static const char *const names[] = {
	    [LINK_ARXIV] = N_("arXiv"),
	    [LINK_DOI] = N_("DOI"),
	    [LINK_PAGE] = N_("page"),
	    [LINK_PDF] = N_("PDF"),
	};

	return _(names[kind]);
}
