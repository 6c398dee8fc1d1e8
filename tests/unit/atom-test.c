// SPDX-License-Identifier: GPL-3.0-or-later
// Atom of anybody.
#include "reading.h"

static const char feed[] =
    "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title>Days</title>"
    "<updated>2025-09-24T08:00:00+09:00</updated><entry><title type='html'>One &lt;b&gt;two"
    "&lt;/b&gt;</title><link href='https://example.org/1'/><id>urn:1</id>"
    "<author><name>Ann Bell</name></author><author><name>Bo Li</name></author>"
    "<category term='c' label='Vision'/><published>2025-09-23T00:00:00Z</published>"
    "<summary>cut</summary><content type='html'>&lt;h4&gt;In brief&lt;/h4&gt;&lt;p&gt;Short."
    "&lt;/p&gt;</content></entry><entry><title>Two</title><content type='xhtml'>"
    "<div xmlns='http://www.w3.org/1999/xhtml'><p>First <b>1 &lt; 2</b>.</p><p>Then.</p></div>"
    "</content></entry></feed>";
static const char undated[] = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title>"
			      "<updated>2025-09-02T00:00:00Z</updated></entry><entry><title>B"
			      "</title><updated>2025-09-01T00:00:00Z</updated></entry></feed>";

int
main(void)
{
	reading_is(feed,
		   "atom 2025-09-24 by metadata, en, 2\nOne two\n by=Ann Bell; Bo Li"
		   " url=https://example.org/1 on=2025-09-23 in=Vision\n short [In brief] Short.\n"
		   "Two\n\n detail [content] First 1 < 2.\nThen.\n",
		   "HTML and XHTML");
	reading_source_is("<feed><link rel='self' href='http://a.example'/>"
			  "<link href='http://b.example/x'/><updated>2025-09-24</updated></feed>",
			  "b.example", "called after its page's host");
	reading_is(undated, "atom 2025-09-02 by metadata, -, 2\nA\n\nB\n\n",
		   "without a date of its own at that of the newest");
	return tap_done();
}
