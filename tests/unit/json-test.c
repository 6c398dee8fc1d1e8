// SPDX-License-Identifier: GPL-3.0-or-later
// JSON Feed, Hugging Face's daily papers, and digests of other makers.
#include "feed/record-sniff.h"
#include "reading.h"

static const char feed[] =
    "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Days\", \"language\": \"en\","
    " \"items\": [{\"id\": \"1\", \"url\": \"https://arxiv.org/abs/2509.00001\", \"title\": "
    "\"One\","
    " \"authors\": [{\"name\": \"Ann Bell\"}, {\"name\": \"Bo Li\"}], \"tags\": [\"x\"],"
    " \"date_published\": \"2025-09-23T00:00:00Z\","
    " \"content_html\": \"<h3>Summary</h3><p>Long.</p>\"},"
    " {\"id\": \"2\", \"title\": \"Two\", \"date_published\": \"2025-09-24T00:00:00Z\","
    " \"content_text\": \"Words.\"}]}";
static const char daily[] =
    "[{\"paper\": {\"id\": \"2509.00001\", \"authors\": [{\"_id\": \"a\", \"name\": \"Ann Bell\"}],"
    " \"publishedAt\": \"2025-09-20T00:00:00.000Z\", \"title\": \"One\","
    " \"submittedOnDailyAt\": \"2025-09-24T00:00:00.000Z\", \"summary\": \"Word\\nof it.\","
    " \"ai_summary\": \"Short.\", \"ai_keywords\": [\"x\"]}, \"title\": \"One\"},"
    " {\"paper\": {\"id\": \"2509.00002\", \"title\": \"Two\","
    " \"submittedOnDailyAt\": \"2025-09-25T00:00:00.000Z\"}}]";
static const char report[] =
    "{\"reportDate\": \"2025-09-24\", \"papers\": [{\"arxivId\": \"2509.00001\", \"title\": "
    "\"One\","
    " \"titleJa\": \"壱\", \"authors\": [\"Ann Bell\", \"Bo Li\", \"et al.\"],"
    " \"submissionType\": \"cross\", \"primaryCategory\": \"cs.XX\","
    " \"scores\": {\"a\": 1}, \"scoreReasons\": {\"first\": \"Good.\", \"second\": \"Better.\"},"
    " \"abstractLines\": [\"A.\", \"B.\"], \"assessment\": \"Fine.\"}]}";
static const char lines[] =
    "{\"id\": \"2509.00001\", \"title\": \"One\", \"date\": \"2025-09-25\", \"authors\": \"Ann "
    "Bell, Bo Li\", \"abs\": \"https://arxiv.org/abs/2509.00001\", \"comment\": null,"
    " \"summary\": \"Word\\nof it.\", \"AI\": {\"tldr\": \"Short.\", \"motivation\": \"Why.\"}}\n\n"
    "{\"id\": \"2509.00002\", \"title\": \"Two\", \"date\": \"2025-09-24\","
    " \"summary\": \"Written.\", \"why_read_ja\": \"理由。\"}\n";
static const char by_date[] =
    "{\"2025-09-24\": [{\"title\": \"One\", \"authors\": [{\"name\": \"Ann Bell\"}]}],"
    " \"2025-09-25\": [{\"title\": \"Two\", \"abstract_zh\": \"文。\", \"abstract\": \"Word.\"}]}";

static void
test_digests(void)
{
	reading_is(report,
		   "json-digest 2025-09-24 by metadata, -, 1\n壱\n original=One by=Ann Bell; Bo Li+"
		   " id=2509.00001 in=cs.XX lang=ja as=cross\n"
		   " reason [scoreReasons] first: Good.\nsecond: Better.\n"
		   " short [abstractLines] A.\nB.\n detail [assessment] Fine.\n",
		   "a report of one day");
	reading_is(
	    lines,
	    "json-digest 2025-09-24 by metadata, -, 1\nTwo\n id=2509.00002 lang=ja\n"
	    " detail [summary] Written.\n reason [why_read_ja] 理由。\n"
	    "json-digest 2025-09-25 by metadata, -, 1\nOne\n by=Ann Bell; Bo Li id=2509.00001"
	    " url=https://arxiv.org/abs/2509.00001\n abstract [summary] Word of it.\n"
	    " short [tldr] Short.\n reason [motivation] Why.\n",
	    "lines: arXiv's summary is the abstract, another's is not");
	reading_is(
	    by_date,
	    "json-digest 2025-09-24 by metadata, -, 1\nOne\n by=Ann Bell\n"
	    "json-digest 2025-09-25 by metadata, -, 1\nTwo\n lang=zh\n detail [abstract_zh] 文。\n"
	    " abstract [abstract] Word.\n",
	    "lists by date");
	reading_is(
	    "{\"cs.XX\": {\"2509.00001v2\": {\"title\": \"One\", \"date\": \"2025/09/24\"}}}",
	    "json-digest 2025-09-24 by metadata, -, 1\nOne\n id=2509.00001\n",
	    "papers under their ids");
	reading_is("{\"date\": \"2025-09-24\", \"papers\": []}",
		   "json-digest 2025-09-24 by metadata, -, 0\n", "a day without papers");
}

static void
test_bare_lists(void)
{
	static const char list[] =
	    "[{\"title\": \"One\", \"published_at\": \"2025-09-24T10:00:00Z\"},"
	    " {\"title\": \"Two\", \"published_at\": \"2025-09-23T10:00:00Z\"}]";
	static const char records[] =
	    "[{\"date\": \"2025-09-24\", \"title\": \"壱\", \"title_original\": \"One\", \"lang\": "
	    "\"ja\","
	    " \"sections\": [{\"role\": \"reason\", \"label\": \"選定理由\", \"text\": \"理由。\"},"
	    " {\"role\": \"other\", \"text\": \"x\"}]}]";

	reading_source_is("{\"slug\": \"gr/qc\", \"date\": \"2025-09-24\", \"papers\": []}",
			  "gr-qc", "called as it calls itself");
	reading_is(list,
		   "json-digest 2025-09-23 by papers, -, 1\nTwo\n on=2025-09-23\n"
		   "json-digest 2025-09-24 by papers, -, 1\nOne\n on=2025-09-24\n",
		   "a bare list goes by its papers");
	reading_at_is("days/2025-09-25/papers.json", list,
		      "json-digest 2025-09-25 by directory, -, 2\nOne\n on=2025-09-24\n"
		      "Two\n on=2025-09-23\n",
		      "unless its path has a date");
	reading_is(records,
		   "json-digest 2025-09-24 by metadata, -, 1\n壱\n original=One lang=ja\n"
		   " reason [選定理由] 理由。\n",
		   "our own records in an array");
}

static void
test_given_date(void)
{
	struct parse_input input = {
	    .name = "input", .bytes = by_date, .length = strlen(by_date), .date = 20000};
	struct parse_result result;
	struct arena arena;
	struct error err = {0};

	arena_init(&arena);
	tap_is_int(parse_digests(&arena, &input, &result, &err), 0, err.text);
	tap_ok(result.digest_count == 1 && result.digests[0].date == 20000 &&
		   result.digests[0].date_origin == DATE_FROM_USER &&
		   result.digests[0].entry_count == 2 && result.digests[0].entries[1].position == 2,
	       "a date the user gives is that of one digest");
	arena_release(&arena);
}

static void
test_record_lines(void)
{
	static const struct {
		const char *text;
		bool ours;
	} firsts[] = {
	    {" {\"id\": 1, \"key\": \"arxiv:1\", \"date\": \"2025-09-24\", \"title\": \"a\\\"}\"",
	     true},
	    {"{\"title\": \"a\", \"date\": \"d\", \"sections\": [{\"role\": \"shor", true},
	    {"{\"title\": \"a\", \"date\": \"2025-09-24\", \"authors\": [\"sections\"]}", false},
	    {"{\"title\": \"a\", \"AI\": {\"date\": \"d\", \"key\": 1}}", false},
	    {"{\"title\": \"a\"}\n{\"date\": \"d\", \"key\": 1}", false},
	    {"[{\"title\": \"a\", \"date\": \"d\", \"key\": 1}]", false},
	    {"{\"broken", false},
	    {"{", false},
	    {"", false},
	};

	for (size_t i = 0; i < sizeof(firsts) / sizeof(*firsts); i++)
		tap_ok(record_sniff_likes(firsts[i].text, strlen(firsts[i].text)) == firsts[i].ours,
		       "%s: %s", firsts[i].ours ? "ours" : "not ours", firsts[i].text);
}

static void
test_refusals(void)
{
	struct strbuf deep;

	reading_is("{\"papers\": 3}",
		   "input is no digest: looked for objects with a “title”, in an array or under a "
		   "name such as “papers”",
		   "no papers");
	reading_is("{\"title\": \"One\", }", "input, line 1, column 18: no well-formed JSON",
		   "broken");
	reading_is("{\"title\": \"One\", \"date\": \"2025-09-24\"}\n{\"title\": \"Two}",
		   "input, line 2, column 15: no well-formed JSON", "a broken second line");
	strbuf_init(&deep);
	strbuf_add_string(&deep, "{\"title\": ");
	for (int i = 0; i < 1000000; i++)
		strbuf_add_byte(&deep, '[');
	reading_is(deep.data,
		   "input is refused: JSON more than 64 deep or of more than 262144 values",
		   "a million deep");
	strbuf_truncate(&deep, 10);
	strbuf_add_byte(&deep, '[');
	for (int i = 0; i < 1000000; i++)
		strbuf_add_string(&deep, "0,");
	reading_is(deep.data,
		   "input is refused: JSON more than 64 deep or of more than 262144 values",
		   "a million values");
	strbuf_truncate(&deep, 0);
	strbuf_add_string(&deep, "{\"date\": \"2025-09-24\", \"papers\": [");
	for (int i = 0; i < 20001; i++)
		strbuf_add_string(&deep, "{\"title\": \"T\"},");
	strbuf_add_string(&deep, "{}]}");
	reading_is(deep.data, "input holds more than 20000 papers", "more than a day can hold");
	strbuf_release(&deep);
}

int
main(void)
{
	reading_is(feed,
		   "json-feed 2025-09-24 by metadata, en, 2\nOne\n by=Ann Bell; Bo Li id=2509.00001"
		   " url=https://arxiv.org/abs/2509.00001 on=2025-09-23 in=x\n"
		   " detail [Summary] Long.\nTwo\n on=2025-09-24\n detail [content_text] Words.\n",
		   "a JSON Feed");
	reading_is("{\"version\": \"https://jsonfeed.org/version/1\"}",
		   "input is no JSON Feed; looked for “items”", "one without items");
	reading_is(
	    daily,
	    "hf-daily 2025-09-24 by metadata, en, 1\nOne\n by=Ann Bell id=2509.00001"
	    " on=2025-09-20 in=x\n abstract [Abstract] Word of it.\n short [AI summary] Short.\n"
	    "hf-daily 2025-09-25 by metadata, en, 1\nTwo\n id=2509.00002\n",
	    "daily papers, a digest a day");
	test_digests();
	test_bare_lists();
	test_given_date();
	test_record_lines();
	test_refusals();
	return tap_done();
}
