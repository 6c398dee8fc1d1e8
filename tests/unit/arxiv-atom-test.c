// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of arXiv's API.
#include "reading.h"

#define HEAD                                                                                       \
	"<?xml version='1.0' encoding='UTF-8'?>\n<feed xmlns='http://www.w3.org/2005/Atom' "       \
	"xmlns:arxiv='http://arxiv.org/schemas/atom'>"                                             \
	"<id>http://arxiv.org/api/x</id><updated>2025-09-30T00:00:00-04:00</updated>"

static const char papers[] =
    HEAD "<entry><id>http://arxiv.org/abs/2509.00001v2</id>"
	 "<published>2025-09-24T10:00:00Z</published><updated>2025-09-26T10:00:00Z</updated>"
	 "<title>A title that is\n  wrapped</title>"
	 "<summary>  First lines\nof it.\n  A second\nparagraph &lt; here.</summary>"
	 "<author><name>Ann Bell</name><arxiv:affiliation>Here</arxiv:affiliation></author>"
	 "<author><name>Bo Li</name></author>"
	 "<arxiv:doi>10.1234/a.b</arxiv:doi>"
	 "<link href='http://arxiv.org/abs/2509.00001v2' rel='alternate'/>"
	 "<link title='pdf' href='http://arxiv.org/pdf/2509.00001v2' rel='related'/>"
	 "<category term='cs.LG'/><category term='math.ST'/></entry>"
	 "<entry><id>http://arxiv.org/abs/astro-ph/0601001v1</id>"
	 "<published>2006-01-02T10:00:00Z</published><title>0</title>"
	 "<author><name>Ann Bell, Bo Li and others et al.</name></author></entry></feed>";
static const char prefixed[] =
    "<ns0:feed xmlns:ns0='http://www.w3.org/2005/Atom'><ns0:id>http://arxiv.org/api/y</ns0:id>"
    "<ns0:entry><ns0:id>http://arxiv.org/abs/2509.00003v1</ns0:id><ns0:title>Odd</ns0:title>"
    "<ns0:published>2025-09-24T00:00:00Z</ns0:published></ns0:entry></ns0:feed>";
static const char mistake[] =
    HEAD "<entry><id>http://arxiv.org/api/errors#bad</id><title>Error</title>"
	 "<summary>bad id</summary><updated>2025-09-30T00:00:00Z</updated></entry></feed>";
// Somebody may write about errors.
static const char about_errors[] =
    HEAD "<entry><id>http://arxiv.org/abs/2509.00004v1</id><title>Error</title>"
	 "<published>2025-09-24T00:00:00Z</published></entry></feed>";

int
main(void)
{
	reading_is(papers,
		   "arxiv-atom 2006-01-02 by papers, en, 1\n"
		   "0\n by=Ann Bell; Bo Li; others+ id=astro-ph/0601001"
		   " url=http://arxiv.org/abs/astro-ph/0601001v1 on=2006-01-02\n"
		   "arxiv-atom 2025-09-24 by papers, en, 1\n"
		   "A title that is wrapped\n by=Ann Bell; Bo Li id=2509.00001 doi=10.1234/a.b"
		   " url=http://arxiv.org/abs/2509.00001v2"
		   " pdf=http://arxiv.org/pdf/2509.00001v2 on=2025-09-24 in=cs.LG; math.ST\n"
		   " abstract [Abstract] First lines of it.\nA second paragraph < here.\n",
		   "each paper under its own date");
	reading_is(prefixed,
		   "arxiv-atom 2025-09-24 by papers, en, 1\n"
		   "Odd\n id=2509.00003 url=http://arxiv.org/abs/2509.00003v1 on=2025-09-24\n",
		   "an odd prefix");
	reading_is(mistake, "input is an error of arXiv's API and no list of papers: bad id",
		   "an error is no paper");
	reading_is(about_errors,
		   "arxiv-atom 2025-09-24 by papers, en, 1\n"
		   "Error\n id=2509.00004 url=http://arxiv.org/abs/2509.00004v1 on=2025-09-24\n",
		   "a paper called Error is one");
	reading_is(HEAD "</feed>", "arxiv-atom 2025-09-30 by metadata, en, 0\n",
		   "nothing found is a day without papers");
	return tap_done();
}
