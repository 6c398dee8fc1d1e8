// SPDX-License-Identifier: GPL-3.0-or-later
// RSS 2.0 and its ancestors 0.9x (RSS Advisory Board), and RSS 1.0, which is RDF (RSS-DEV working group).
#ifndef FEED_RSS_H
#define FEED_RSS_H

#include "feed/listing.h"
#include "feed/reader.h"
#include "feed/xml.h"

// One digest at the channel's own date (pubDate, lastBuildDate, dc:date), else at that of its newest
// item. Descriptions are HTML: labelled sections are found in them.
extern const struct reader rss_reader;
extern const struct reader rss_rdf_reader;

// The channel of either, whose items are its own or, in RDF, its siblings; NULL: there is none.
const struct xml_node *rss_channel(const struct xml_node *root);
const struct xml_node *rss_first_item(const struct xml_node *root);

// The channel's or an item's own date.
date_day rss_date(struct arena *arena, const struct xml_node *node);

#endif
