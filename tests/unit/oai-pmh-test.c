// SPDX-License-Identifier: GPL-3.0-or-later
// Harvests by OAI-PMH.
#include "reading.h"

#define HEAD                                                                                       \
	"<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'>"                                   \
	"<responseDate>2025-09-30T00:00:00Z</responseDate>"
#define RECORD(metadata)                                                                           \
	HEAD "<ListRecords><record><header status='deleted'><identifier>oai:x:1</identifier>"      \
	     "<datestamp>2025-09-24</datestamp></header></record><record><header>"                 \
	     "<identifier>oai:arXiv.org:2509.00001</identifier><datestamp>2025-09-25</datestamp>"  \
	     "</header><metadata>" metadata "</metadata></record></ListRecords></OAI-PMH>"

static const char arxiv[] = RECORD(
    "<arXiv xmlns='http://arxiv.org/OAI/arXiv/'><id>2509.00001</id><created>2025-09-24</created>"
    "<updated>2025-09-25</updated><authors><author><keyname>Some Collaboration</keyname></author>"
    "<author><keyname>:</keyname></author><author><keyname>de la Cruz</keyname>"
    "<forenames>Ann B.</forenames><affiliation>Here</affiliation></author>"
    "<author><keyname>Li</keyname><forenames>Bo</forenames><suffix>Jr.</suffix></author></authors>"
    "<title>A title\n  wrapped</title><categories>cs.LG math.ST</categories>"
    "<doi>10.1/x 10.2/y</doi><abstract>  Word\nof it.\n</abstract></arXiv>");
static const char raw[] = RECORD(
    "<arXivRaw xmlns='http://arxiv.org/OAI/arXivRaw/'><id>2509.00001</id>"
    "<version version='v1'><date>Wed, 24 Sep 2025 10:00:00 GMT</date></version>"
    "<version version='v2'><date>Fri, 26 Sep 2025 10:00:00 GMT</date></version>"
    "<title>T</title><authors>Ann B. de la Cruz, Bo Li</authors><categories>cs.LG</categories>"
    "<abstract>Word.</abstract></arXivRaw>");
static const char dublin[] = RECORD(
    "<oai_dc:dc xmlns:oai_dc='http://www.openarchives.org/OAI/2.0/oai_dc/' "
    "xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>T</dc:title>"
    "<dc:creator>Cruz, Ann</dc:creator><dc:creator>Bo Li</dc:creator><dc:subject>Logic</dc:subject>"
    "<dc:description>  Word\n      of it.</dc:description><dc:description>Comment: 9 pages"
    "</dc:description><dc:date>2025</dc:date><dc:identifier>http://arxiv.org/abs/2509.00001"
    "</dc:identifier><dc:identifier>doi:10.1/x</dc:identifier></oai_dc:dc>");

int
main(void)
{
	reading_is(
	    arxiv,
	    "oai-pmh 2025-09-24 by papers, -, 1\nA title wrapped\n by=Some Collaboration; Ann "
	    "B. de la Cruz; Bo Li Jr. id=2509.00001 doi=10.1/x on=2025-09-24"
	    " in=cs.LG; math.ST\n abstract [Abstract] Word of it.\n",
	    "arXiv: names in the order they are said, deleted records passed over");
	reading_is(raw,
		   "oai-pmh 2025-09-24 by papers, -, 1\nT\n by=Ann B. de la Cruz; Bo Li"
		   " id=2509.00001 on=2025-09-24 in=cs.LG\n abstract [Abstract] Word.\n",
		   "arXivRaw: the first version's date");
	reading_is(dublin,
		   "oai-pmh 2025-09-25 by papers, -, 1\nT\n by=Ann Cruz; Bo Li id=2509.00001"
		   " doi=10.1/x url=http://arxiv.org/abs/2509.00001 in=Logic\n"
		   " abstract [description] Word of it.\n",
		   "oai_dc: a year is no date, the record's is");
	reading_is(HEAD "<error code='badArgument'>no such set</error></OAI-PMH>",
		   "input is an error of an OAI-PMH repository and no list of papers: "
		   "badArgument no such set",
		   "an error");
	reading_is(HEAD "<error code='noRecordsMatch'>none</error></OAI-PMH>",
		   "oai-pmh 2025-09-30 by metadata, -, 0\n",
		   "nothing that matches: a day without papers");
	reading_is("<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'>"
		   "<error code='noRecordsMatch'/></OAI-PMH>",
		   "input has no date", "nothing, and no day");
	reading_is(
	    HEAD "<Identify/></OAI-PMH>",
	    "input is an OAI-PMH answer without records; looked for ListRecords or GetRecord",
	    "another verb");
	return tap_done();
}
