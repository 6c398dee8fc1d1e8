// SPDX-License-Identifier: GPL-3.0-or-later
#include "import-plan.h"

#include "shoroku/base/i18n.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/commands/common.h"

#include "provenance.h"

static void
add_paper(struct strbuf *line, const struct entry *entry)
{
	const struct paper *paper = &entry->paper;
	unsigned long authors = paper->author_count;

	strbuf_addf(line, "%4d. %s\n      ", entry->position, paper->title);
	strbuf_addf(line, ngettext("%lu author", "%lu authors", authors), authors);
	if (paper->authors_truncated)
		strbuf_add_string(line, _(", et al."));
	if (paper->arxiv_id)
		strbuf_addf(line, "; arXiv:%s", paper->arxiv_id);
	if (paper->doi)
		strbuf_addf(line, "; doi:%s", paper->doi);
	for (size_t i = 0; i < entry->section_count; i++)
		strbuf_addf(line, "%s %s", i ? "," : ";", paper_role_name(entry->sections[i].role));
	strbuf_add_byte(line, '\n');
}

void
command_import_plan_print(const char *name, const struct digest *digest, const char *reader)
{
	char date[DATE_TEXT_SIZE];
	unsigned long papers = digest->entry_count;
	struct strbuf line;

	strbuf_init(&line);
	date_format(digest->date, date);
	strbuf_addf(&line, "%s (%s)\n%s %s: ", name, reader, date, digest->source);
	strbuf_addf(&line, ngettext("%lu paper", "%lu papers", papers), papers);
	strbuf_addf(&line, " (%s)\n", command_provenance_date(digest->date_origin));
	for (size_t i = 0; i < digest->entry_count; i++)
		add_paper(&line, &digest->entries[i]);
	command_common_print(stdout, line.data, line.length);
	strbuf_release(&line);
}
