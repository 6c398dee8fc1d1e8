// SPDX-License-Identifier: GPL-3.0-or-later
// arXiv's daily announcements as a feed: RSS 2.0 and Atom of rss.arxiv.org ("arXiv:ID Announce Type:
// new", "Abstract:"), and the RSS 1.0 it was until 2024 ("Title. (arXiv:ID [cs.LG] UPDATED)").
#ifndef FEED_ARXIV_RSS_H
#define FEED_ARXIV_RSS_H

#include "feed/reader.h"

// One digest at the channel's date. A feed without items, as at weekends, is a day without papers.
extern const struct reader arxiv_rss_reader;

#endif
