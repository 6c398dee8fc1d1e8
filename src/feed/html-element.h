// SPDX-License-Identifier: GPL-3.0-or-later
// What the elements of HTML mean for blocks.
#ifndef FEED_HTML_ELEMENT_H
#define FEED_HTML_ELEMENT_H

enum html_meaning {
	HTML_INLINE, // and whatever is not known
	HTML_BLOCK,  // begins a paragraph
	HTML_PART,   // <div>, <article>, <section>: a part of the page
	HTML_HEADING,
	HTML_SUMMARY,
	HTML_LIST,
	HTML_ITEM,
	HTML_ROW,
	HTML_CELL,
	HTML_HEAD_CELL,
	HTML_QUOTE,
	HTML_PREFORMATTED,
	HTML_RULE,
	HTML_BREAK,
	HTML_BOLD,
	HTML_ANCHOR,
	HTML_META,
	HTML_TITLE,
	HTML_TIME,
	HTML_DROPPED, // with all that is in it
	HTML_MEANINGS
};

// `name` in small letters, as the parser gives it.
enum html_meaning html_element_meaning(const char *name);

#endif
