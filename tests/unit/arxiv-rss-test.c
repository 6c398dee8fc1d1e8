// SPDX-License-Identifier: GPL-3.0-or-later
// arXiv's announcements as feeds.
#include "reading.h"

#define HEAD                                                                                       \
	"<rss xmlns:arxiv='http://arxiv.org/schemas/atom' "                                        \
	"xmlns:dc='http://purl.org/dc/elements/1.1/' version='2.0'><channel>"                      \
	"<title>cs.XX updates on arXiv.org</title>"                                                \
	"<lastBuildDate>Thu, 25 Sep 2025 04:00:00 +0000</lastBuildDate>"                           \
	"<pubDate>Wed, 24 Sep 2025 00:00:00 -0400</pubDate>"
#define ITEM(id, type)                                                                             \
	"<item><title>T" id "</title><link>https://arxiv.org/abs/2509.0000" id "</link>"           \
	"<description>arXiv:2509.0000" id "v1 Announce Type: " type " \nAbstract: Word\nof " id    \
	" &lt;p.</description><dc:creator>Ann Bell,  Bo Li</dc:creator>"                           \
	"<category>cs.XX</category></item>"
#define PAPER(id, as)                                                                              \
	"T" id "\n by=Ann Bell; Bo Li id=2509.0000" id " url=https://arxiv.org/abs/2509.0000" id   \
	" in=cs.XX" as "\n abstract [Abstract] Word of " id " <p.\n"

static const char atom[] =
    "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:arxiv='http://arxiv.org/schemas/atom' "
    "xmlns:dc='http://purl.org/dc/elements/1.1/'><id>http://rss.arxiv.org/atom/cs.XX</id>"
    "<updated>2025-09-24T04:00:00Z</updated><entry><id>oai:arXiv.org:2509.00001v1</id>"
    "<title>T1</title><link href='https://arxiv.org/abs/2509.00001' rel='alternate'/>"
    "<summary>arXiv:2509.00001v1 Announce Type: cross \nAbstract: Word.</summary>"
    "<published>2025-09-24T00:00:00-04:00</published>"
    "<dc:creator>Ann Bell, Bo Li</dc:creator></entry></feed>";
static const char old[] =
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
    "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
    "<channel><title>cs updates on arXiv.org</title><dc:date>2023-05-04T20:30:00-05:00</dc:date>"
    "</channel><item><title>T1 $x$. (arXiv:2305.00001v2 [cs.XX] UPDATED)</title>"
    "<link>http://arxiv.org/abs/2305.00001</link><description>&lt;p&gt;Word of\n1.&lt;/p&gt;"
    "</description><dc:creator>&lt;a href=\"x\"&gt;Ann Bell&lt;/a&gt;, &lt;a&gt;Bo "
    "Li&lt;/a&gt;</dc:creator></item></rdf:RDF>";

int
main(void)
{
	reading_is(HEAD ITEM("1", "new") ITEM("2", "cross") ITEM("3", "replace")
		       ITEM("4", "replace-cross") "</channel></rss>",
		   "arxiv-rss 2025-09-24 by metadata, en, 4\n" PAPER("1", "")
		       PAPER("2", " as=cross") PAPER("3", " as=replaced")
			   PAPER("4", " as=replaced"),
		   "new, listed elsewhere, replaced");
	reading_is(HEAD "</channel></rss>", "arxiv-rss 2025-09-24 by metadata, en, 0\n",
		   "a weekend is a day without papers");
	reading_source_is(HEAD "<link>http://rss.arxiv.org/rss/cs.XX+cs.YY</link></channel></rss>",
			  "arxiv-cs.XX+cs.YY", "called after what it announces");
	reading_source_is(atom, "arxiv-cs.XX", "as Atom too");
	reading_is(atom,
		   "arxiv-rss 2025-09-24 by metadata, en, 1\nT1\n by=Ann Bell; Bo Li id=2509.00001"
		   " url=https://arxiv.org/abs/2509.00001 as=cross\n abstract [Abstract] Word.\n",
		   "the same as Atom");
	reading_is(old,
		   "arxiv-rss 2023-05-04 by metadata, en, 1\nT1 x\n by=Ann Bell; Bo Li"
		   " id=2305.00001 url=http://arxiv.org/abs/2305.00001 in=cs.XX as=replaced\n"
		   " abstract [Abstract] Word of 1.\n",
		   "as it was until 2024");
	return tap_done();
}
