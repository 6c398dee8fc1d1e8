// SPDX-License-Identifier: GPL-3.0-or-later
// arXiv's mails, listings and .abs files.
#include "reading.h"

#define RULE "------------------------------------------------------------------------------\n"
#define PERIOD                                                                                     \
	" Submissions to:\nLogic\n received from  Mon 22 Sep 25 18:00:00 GMT  to  Tue 23 Sep 25 "  \
	"18:00:00 GMT\n"
#define PAPER(head, number)                                                                        \
	RULE "\\\\\n" head "\nDate: Tue, 23 Sep 2025 10:00:00 GMT   (10kb)\n\nTitle: A title "     \
	     "that is\n  wrapped\nAuthors: Ann Bell, Bo\n  Li and Cy Oz\nCategories: cs.LO "       \
	     "math.LO\n"                                                                           \
	     "Comments: 9 pages\n  Title: none\nDOI: 10.1/x\n\\\\\n  Word\nof it.\n  More.\n"      \
	     "\\\\ ( https://arxiv.org/abs/" number " ,  10kb)\n"
#define FOUND(number, as)                                                                          \
	"A title that is wrapped\n by=Ann Bell; Bo Li; Cy Oz id=" number " doi=10.1/x"             \
	" url=https://arxiv.org/abs/" number " on=2025-09-23 in=cs.LO; math.LO" as                 \
	"\n abstract [Abstract] Word of it.\nMore.\n"
// "\\", arXiv:2509.00001, a title, an author, an abstract; lines end within groups of four.
#define CODED                                                                                      \
	"XFwKYXJYaXY6MjUwOS4wMDAwMQpUaXRsZTogQ2Fmw6k\n"                                            \
	"KQXV0aG9yczogQW5uIEJlbGwKXFwKICBXb3JkCm9mIG\n"                                            \
	"l0LgpcXAo=\n"
#define CODED_FOUND                                                                                \
	"arxiv-mail 2025-09-24 by metadata, en, 1\nCafé\n by=Ann Bell id=2509.00001\n"            \
	" abstract [Abstract] Word of it.\n"
#define HEADER(day) "Date: " day " 2025 00:51:30 GMT\nSubject: cs daily mailing\n\n"

static const char replaced[] =
    RULE "\\\\\narXiv:2401.00001\nreplaced with revised version Tue, 23 "
	 "Sep 2025 08:03:26 GMT   (25kb)\n\nTitle: T\nAuthors: Ann Bell\n"
	 "\\\\ ( https://arxiv.org/abs/2401.00001 ,  25kb)\n";
static const char listing[] = RULE
    "\nPapers received as of Tue Dec  1 01:06:05 MET 1992.\n" RULE
    "\\\\\nPaper: astro-ph/9212001\nFrom: A\nDate: Mon, 7 Dec 1992 14:59:33 GMT\n\nTitle: T\n"
    "Authors: Ann Bell\n\\\\\n" RULE "\\\\\nPaper (*cross-listing*): gr-qc/9212008\nDate: Thu, "
    "10 Dec 1992 1:00:00 GMT\nDate (revised): Wed, 4 Aug 1993 03:18:11 GMT\nTitle: U\n\\\\\n";
static const char abs_file[] = RULE
    "\\\\\narXiv:0704.0001\nFrom: A <a@example.org>\nDate: Mon, 2 Apr 2007 19:18:42 GMT   (1kb)\n"
    "Date (revised v2): Tue, 24 Jul 2007 20:10:27 GMT   (2kb)\n\nTitle: T\nAuthors: Ann Bell\n"
    "Subj-class: Some Subject;\n  Another\n\\\\\n  Word\nof it.\n\\\\\n";

static void
test_mails(void)
{
	struct strbuf mail;

	reading_is(HEADER("Wed, 24 Sep") PERIOD PAPER("arXiv:2509.00001", "2509.00001")
		       PAPER("arXiv:2509.00002 (*cross-listing*)", "2509.00002") "%%--%%\n",
		   "arxiv-mail 2025-09-24 by metadata, en, 2\n" FOUND("2509.00001", "")
		       FOUND("2509.00002", " as=cross"),
		   "a mail, with lines that go on");
	reading_source_is(HEADER("Wed, 24 Sep") PERIOD, "arxiv-cs", "called after its subject");
	reading_source_is(PERIOD, "arxiv", "or after nobody");
	strbuf_init(&mail);
	strbuf_addf(&mail, "%s%s", HEADER("Wed, 24 Sep"), replaced);
	reading_is(mail.data,
		   "arxiv-mail 2025-09-24 by metadata, en, 1\nT\n by=Ann Bell id=2401.00001"
		   " url=https://arxiv.org/abs/2401.00001 as=replaced\n",
		   "a replacement has no abstract");
	strbuf_release(&mail);
	reading_is("From a Wed Sep 24\n" HEADER("Wed, 24 Sep")
		       PAPER("arXiv:2509.00001",
			     "2509.00001") "\nFrom a Thu Sep 25\n" HEADER("Thu, 25 Sep")
			   PAPER("arXiv:2509.00002", "2509.00002") "\nFrom b\n"
								   "Subject: lunch\n\n?\n",
		   "arxiv-mail 2025-09-24 by metadata, en, 1\n" FOUND(
		       "2509.00001",
		       "") "arxiv-mail 2025-09-25 by metadata, en, 1\n" FOUND("2509.00002", ""),
		   "a mailbox, with another mail in it");
	reading_is(PERIOD PAPER("arXiv:2509.00001", "2509.00001"),
		   "arxiv-mail 2025-09-23 by metadata, en, 1\n" FOUND("2509.00001", ""),
		   "without a header at the end of what it covers");
	reading_at_is("2025-09-24.txt", PERIOD PAPER("arXiv:2509.00001", "2509.00001"),
		      "arxiv-mail 2025-09-24 by file-name, en, 1\n" FOUND("2509.00001", ""),
		      "or at the date of its file");
	reading_is("Content-Transfer-Encoding: quoted-printable\n" HEADER(
		       "Wed, 24 Sep") "\\\\\narXiv:2509.00001\nTitle: Caf=C3=A9=\n au lait =3D "
				      "1=\n\n\\\\\n W\n\\\\\n",
		   "arxiv-mail 2025-09-24 by metadata, en, 1\nCafé au lait = 1\n id=2509.00001\n"
		   " abstract [Abstract] W\n",
		   "as a mail program saves it");
	reading_is(HEADER("Wed, 24 Sep") PERIOD "%%%---\n",
		   "arxiv-mail 2025-09-24 by metadata, en, 0\n", "a mail without papers");
}

static void
test_encoded(void)
{
	reading_is("From a Wed Sep 24\nContent-Transfer-Encoding: base64\n" HEADER("Wed, 24 Sep")
		       CODED
		   "\nFrom a Thu Sep 25\n" HEADER("Thu, 25 Sep") "\\\\\narXiv:2509.00002\nTitle: "
								 "Plain\n\\\\\n W\n\\\\\n",
		   CODED_FOUND "arxiv-mail 2025-09-25 by metadata, en, 1\nPlain\n id=2509.00002\n"
			       " abstract [Abstract] W\n",
		   "in base64, before a mail that is not");
	reading_is("Content-Type: multipart/alternative;\n boundary=\"b--1\"\n" HEADER(
		       "Wed, 24 Sep") "For old programs.\n--b--1\nContent-Type: text/plain; "
				      "charset=UTF-8\nContent-transfer-encoding: BASE64\n\n" CODED
				      "--b--1\nContent-Type: image/png\nContent-Transfer-Encoding: "
				      "base64\n\n/////w==\n--b--1--\n",
		   CODED_FOUND, "as a part of a mail, beside a picture");
	reading_is("Content-Transfer-Encoding: base64\n" HEADER("Wed, 24 Sep") "AAECAwQFgYKD\n",
		   "input is no digest: after its heading no title with a label such as 選定理由, "
		   "かんたん要約 or 詳細要約 was found",
		   "what is no text is no mail");
	reading_is(HEADER("Wed, 24 Sep") PERIOD PAPER("arXiv:2509.00001",
						      "2509.00001") "From b\n" HEADER("Wed, 24 Sep")
		       PERIOD PAPER("arXiv:2509.00002", "2509.00002"),
		   "arxiv-mail 2025-09-24 by metadata, en, 2\n" FOUND("2509.00001", "")
		       FOUND("2509.00002", ""),
		   "two mails of a day are one day");
}

static void
test_others(void)
{
	reading_is(listing,
		   "arxiv-mail 1992-12-01 by heading, en, 2\nT\n by=Ann Bell id=astro-ph/9212001"
		   " on=1992-12-07\nU\n id=gr-qc/9212008 on=1992-12-10 as=cross\n",
		   "a listing without abstracts");
	reading_is(abs_file,
		   "arxiv-abs 2007-04-02 by papers, en, 1\nT\n by=Ann Bell id=0704.0001"
		   " on=2007-04-02 in=Some Subject; Another\n abstract [Abstract] Word of it.\n",
		   "an .abs file goes by its first version");
	reading_is(RULE
		   "\\\\\narXiv:2509.00001\nDate: Tue, 23 Sep 2025 10:00:00 GMT\nTitle: T\n\\\\\n"
		   "  Cut off without\n" RULE PAPER("arXiv:2509.00002", "2509.00002"),
		   "arxiv-mail 2025-09-23 by papers, en, 2\nT\n id=2509.00001 on=2025-09-23\n"
		   " abstract [Abstract] Cut off without\n" FOUND("2509.00002", ""),
		   "a rule ends what has no end");
}

int
main(void)
{
	test_mails();
	test_encoded();
	test_others();
	return tap_done();
}
