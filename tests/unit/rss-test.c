// SPDX-License-Identifier: GPL-3.0-or-later
// RSS 2.0 and 1.0 of anybody.
#include "reading.h"

#define LABELLED                                                                                   \
	"<![CDATA[<h3>Why notable</h3><p>It is <b>new</b> &amp; good.</p>"                         \
	"<h3>TL;DR</h3><p>Short.</p>]]>"

static const char rss[] =
    "<!-- first -->\n<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
    "xmlns:content='http://purl.org/rss/1.0/modules/content/' "
    "xmlns:media='http://example.org/media'><channel><title>Days</title>"
    "<language>en-us</language><pubDate>Wed, 24 Sep 25 08:00:00 GMT</pubDate>"
    "<item><media:title>no</media:title><title>One &amp;amp; two</title>"
    "<link>https://arxiv.org/abs/2509.00001v1</link><dc:creator>Ann Bell</dc:creator>"
    "<dc:creator>Bo Li</dc:creator><category>vision</category>"
    "<description>cut</description><content:encoded>" LABELLED "</content:encoded></item>"
    "<item><title>Two</title><author>a@example.org (Cy Oz)</author>"
    "<description>Just &lt;i&gt;words&lt;/i&gt;.</description></item></channel></rss>";
static const char undated[] =
    "<rss version='2.0'><channel><item><title>Old</title><pubDate>1 Sep 2025 GMT</pubDate></item>"
    "<item><title>New</title><pubDate>3 Sep 2025 GMT</pubDate></item></channel></rss>";
static const char rdf[] =
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
    "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
    "<channel><dc:date>2025-09-24T08:00:00+09:00</dc:date><dc:language>ja</dc:language>"
    "</channel><item><title>題</title><link>https://example.org/1</link>"
    "<dc:creator>山田太郎</dc:creator><description>文。</description></item></rdf:RDF>";

int
main(void)
{
	reading_is(rss,
		   "rss 2025-09-24 by metadata, en, 2\nOne & two\n by=Ann Bell; Bo Li id=2509.00001"
		   " url=https://arxiv.org/abs/2509.00001v1 in=vision\n"
		   " reason [Why notable] It is new & good.\n short [TL;DR] Short.\n"
		   "Two\n by=Cy Oz\n detail [description] Just words.\n",
		   "labels in the HTML of items, and none");
	reading_is(undated,
		   "rss 2025-09-03 by metadata, -, 2\nOld\n on=2025-09-01\nNew\n on=2025-09-03\n",
		   "without a date of its own at that of the newest");
	reading_is(rdf,
		   "rdf 2025-09-24 by metadata, ja, 1\n題\n by=山田太郎 url=https://example.org/1\n"
		   " detail [description] 文。\n",
		   "RSS 1.0");
	reading_is("<rss><channel><pubDate>1 Sep 2025</pubDate><item><description>&lt;p&gt;Just a "
		   "post.&lt;/p&gt;</description></item><item/></channel></rss>",
		   "rss 2025-09-01 by metadata, -, 1\nJust a post.\n\n"
		   " detail [description] Just a post.\n",
		   "an item without a title");
	reading_source_is("<rss><channel><link>https://www.example.org/x y</link>"
			  "<pubDate>1 Sep 2025</pubDate></channel></rss>",
			  "example.org", "called after its host");
	reading_source_is("<rss><channel><pubDate>1 Sep 2025</pubDate></channel></rss>", "feed",
			  "or after nobody");
	reading_is("<!-- --><!DOCTYPE rss [<!ENTITY a '>'> <!ENTITY b '&a;&a;'>]><rss>&b;</rss>",
		   "input is refused: its DOCTYPE holds declarations of its own",
		   "one that brings its own entities");
	reading_is("<rss/>", "input is no feed; looked for a channel", "an empty element");
	reading_is(
	    "<rss><channel><item><title>x</title></channel></rss>",
	    "input, line 1: no well-formed XML: Opening and ending tag mismatch: item line 1 "
	    "and channel",
	    "a broken one");
	reading_is("<rss><channel><item><title>x</title></item></channel></rss>",
		   "input has no date", "without any date");
	return tap_done();
}
