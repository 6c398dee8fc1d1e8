// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/reader-table.h"

#include <string.h>

#include "feed/arxiv-abs.h"
#include "feed/arxiv-atom.h"
#include "feed/arxiv-mail.h"
#include "feed/arxiv-rss.h"
#include "feed/atom.h"
#include "feed/hf-daily.h"
#include "feed/json-digest.h"
#include "feed/json-feed.h"
#include "feed/oai-pmh.h"
#include "feed/rss.h"
#include "feed/html-reader.h"
#include "feed/markdown-reader.h"
#include "feed/text-reader.h"

// clang-format off
const struct reader *const reader_table[] = {
	&oai_pmh_reader,
	&arxiv_rss_reader,
	&arxiv_atom_reader,
	&rss_reader,
	&rss_rdf_reader,
	&atom_reader,
	&json_feed_reader,
	&hf_daily_reader,
	&json_digest_reader,
	&arxiv_abs_reader,
	&arxiv_mail_reader,
	&html_reader,
	&markdown_reader,
	&text_reader,
	NULL,
};
// clang-format on

const struct reader *
reader_table_find(const char *name)
{
	for (const struct reader *const *row = reader_table; *row; row++) {
		if (!strcmp((*row)->name, name))
			return *row;
	}
	return NULL;
}
