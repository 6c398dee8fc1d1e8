// SPDX-License-Identifier: GPL-3.0-or-later
// Papers in the formats of other programs: what is escaped, whose names are parted, whose words are whose.
#include "shoroku/export/writing.h"

#include <jansson.h>

#include "shoroku/base/compiler.h"
#include "shoroku/export/linear.h"
#include "tap.h"

static const char *many[30];

static struct section sections[] = {
    {SECTION_REASON, "選定理由", "読みやすい。", SECTION_FROM_SOURCE},
    {SECTION_SHORT, "Short", "Made by a model & 100% of it", SECTION_FROM_SOURCE},
    {SECTION_ABSTRACT, "Abstract", "We ask {how}.\nWe answer.", SECTION_FROM_ARXIV},
};

static const char *authors[] = {"Ann B. Author", "山田 太郎", "Gemma Team", "Rosa del Mar"};
static const char *categories[] = {"cs.LG"};
static const char *tags[] = {"to read", "評価"};

static const struct entry first = {
    .date = 20355,
    .source = "test",
    .position = 1,
    .paper =
	{
	    .key = "arxiv:2509.00001",
	    .title = "On LLMs {and} 50% of R&D: a \"Study\" with GPT_4",
	    .authors = authors,
	    .author_count = ARRAY_LENGTH(authors),
	    .arxiv_id = "2509.00001",
	    .categories = categories,
	    .category_count = 1,
	},
    .sections = sections,
    .section_count = ARRAY_LENGTH(sections),
};

static const struct marks marks = {.tags = tags, .tag_count = 2, .note = "* mine\nTwo"};

// The caller frees it.
static char *
written(const char *name, const struct entry *const *entries, size_t count)
{
	struct writing *run = writing_new(format_find(name));
	struct strbuf out;
	struct error err;

	strbuf_init(&out);
	for (size_t i = 0; i < count; i++)
		tap_ok(!writing_append(run, &out, entries[i], &marks, &err), "%s: paper %zu", name,
		       i);
	writing_end(run, &out);
	writing_free(run);
	return strbuf_detach(&out);
}

static char *
written_alone(const char *name, const struct entry *entry)
{
	return written(name, &entry, 1);
}

static void
test_bibtex(void)
{
	char *text = written_alone("bibtex", &first);

	tap_is_str(
	    text,
	    "@misc{author-2509.00001,\n"
	    "  title = {On {LLMs} \\textbraceleft{}and\\textbraceright{} 50\\% of {R\\&D}: a "
	    "\"Study\" with {GPT\\_4}},\n"
	    "  author = {Author, Ann B. and 山田, 太郎 and {Gemma Team} and del Mar, Rosa},\n"
	    "  year = {2025},\n"
	    "  month = sep,\n"
	    "  eprint = {2509.00001},\n"
	    "  archivePrefix = {arXiv},\n"
	    "  primaryClass = {cs.LG},\n"
	    "  url = {https://arxiv.org/abs/2509.00001},\n"
	    "  keywords = {to read, 評価, cs.LG},\n"
	    "  abstract = {We ask \\textbraceleft{}how\\textbraceright{}.\nWe answer.},\n"
	    "  annote = {[選定理由] 読みやすい。\n"
	    "[Short (AI summary)] Made by a model \\& 100\\% of it\n"
	    "[Note] * mine\nTwo}\n"
	    "}\n",
	    "BibTeX");
	free(text);
}

static void
test_titles(void)
{
	static const struct {
		const char *title;
		const char *want;
	} rows[] = {
	    {"Deep Learning for Gaussian Noise", "{Deep Learning for Gaussian Noise}"},
	    {"Deep learning for Gaussian noise", "{Deep learning for {Gaussian} noise}"},
	    {"A study of B2 and X-ray", "{A study of {B2} and {X-ray}}"},
	    {"(LLMs), iPhone", "{({LLMs}), {iPhone}}"},
	    {"a^b~c\\d $5 #1", "{a\\textasciicircum{}b\\textasciitilde{}c\\textbackslash{}d \\$5 "
			       "\\#1}"},
	    {"銀河の進化", "{銀河の進化}"},
	};

	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
		struct entry entry = {.paper = {.title = rows[i].title, .key = "title:x"}};
		char *text = written_alone("bibtex", &entry);

		tap_ok(strstr(text, rows[i].want) != NULL, "%s", rows[i].title);
		free(text);
	}
}

static void
test_names(void)
{
	static const struct {
		const char *name;
		const char *want;
	} rows[] = {
	    {"Ann Author", "{Author, Ann}"},
	    {"J. R. R. Tolkien", "{Tolkien, J. R. R.}"},
	    {"Kristina Nikolić", "{Nikolić, Kristina}"},
	    {"Laurens van der Maaten", "{van der Maaten, Laurens}"},
	    {"Juan Carlos García López", "{{Juan Carlos García López}}"},
	    {"Plato", "{{Plato}}"},
	    {"OpenAI Research", "{{OpenAI Research}}"},
	    {"Qingyao Ai", "{Ai, Qingyao}"},
	    {"The LIGO Collaboration", "{{The LIGO Collaboration}}"},
	    {"Sammy Davis Jr.", "{{Sammy Davis Jr.}}"},
	    {"Author, Ann", "{{Author, Ann}}"},
	    {"山田太郎", "{{山田太郎}}"},
	    {"山田 花子", "{山田, 花子}"},
	    {"佐藤 みどり", "{佐藤, みどり}"},
	    {"アラン チューリング", "{{アラン チューリング}}"},
	    {"김 민준", "{김, 민준}"},
	    {"Иван Петров", "{Петров, Иван}"},
	    {"Agent 47", "{{Agent 47}}"},
	    {"R&D Group", "{{R\\&D Group}}"},
	};

	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
		const char *names[] = {rows[i].name};
		struct entry entry = {
		    .paper = {.title = "t", .key = "title:x", .authors = names, .author_count = 1}};
		char *text = written_alone("bibtex", &entry);
		const char *place = strstr(text, "author = ");

		tap_ok(place && !strncmp(place + 9, rows[i].want, strlen(rows[i].want)), "%s",
		       rows[i].name);
		free(text);
	}
}

static size_t
count_of(const char *text, const char *what)
{
	size_t count = 0;

	for (; (text = strstr(text, what)); text += strlen(what))
		count++;
	return count;
}

static void
test_many_authors(void)
{
	struct entry entry = first;
	char *text;

	for (size_t i = 0; i < ARRAY_LENGTH(many); i++)
		many[i] = i % 2 ? "Bo Baker" : "試験 一郎";
	entry.paper.authors = many;
	entry.paper.author_count = ARRAY_LENGTH(many);
	entry.paper.authors_truncated = true;
	text = written_alone("bibtex", &entry);
	tap_is_int((long long)count_of(text, " and "), 30, "thirty authors and others");
	tap_ok(strstr(text, " and others}") != NULL, "others");
	free(text);
	text = written_alone("ris", &entry);
	tap_is_int((long long)count_of(text, "\nAU  - "), 30, "an author a line");
	free(text);
}

// Balanced braces whatever the text, or the rest of the file is lost.
static void
test_balance(void)
{
	struct entry entry = {.paper = {.title = "}{ \\} {{ %", .key = "title:x"}};
	char *text;
	int depth = 0;
	int least = 0;

	entry.paper.url = "https://example.org/{a}}?b=%7D";
	text = written_alone("bibtex", &entry);
	for (const char *c = text; *c; c++) {
		depth += *c == '{' ? 1 : *c == '}' ? -1 : 0;
		least = depth < least ? depth : least;
	}
	tap_ok(!depth && !least, "braces are balanced");
	free(text);
}

// A paper once, under a key of its own that does not hang on the others.
static void
test_keys(void)
{
	const char *names[] = {"Émile Ångström"};
	struct entry a = {.paper = {.title = "The Stars", .authors = names, .author_count = 1}};
	struct entry b = a;
	const struct entry *const twice[] = {&first, &a, &first, &b};
	const struct entry *const other[] = {&b, &a};
	char *text;
	char *again;
	char *key;

	a.paper.key = "title:one";
	a.paper.published = "2024-05-06";
	b.paper.key = "title:two";
	b.paper.published = "2024";
	text = written("bibtex", twice, ARRAY_LENGTH(twice));
	tap_is_int((long long)count_of(text, "@misc{"), 3, "a paper that came twice is there once");
	tap_is_int((long long)count_of(text, "@misc{angstrom2024stars-"), 2, "ASCII keys");
	tap_ok(strstr(text, "month = may") != NULL, "a month");
	again = written("bibtex", other, ARRAY_LENGTH(other));
	key = strndup(strstr(text, "@misc{angstrom2024stars-"), 31);
	tap_ok(strstr(again, key) != NULL, "%s in another order and company", key);
	free(key);
	free(text);
	free(again);
	text = written("markdown", twice, ARRAY_LENGTH(twice));
	tap_is_int((long long)count_of(text, "\n## ") + 1, 4, "notes have every entry");
	free(text);
}

static void
test_ris(void)
{
	char *text = written_alone("ris", &first);

	tap_is_str(
	    text,
	    "TY  - UNPB\nID  - author-2509.00001\n"
	    "TI  - On LLMs {and} 50% of R&D: a \"Study\" with GPT_4\n"
	    "AU  - Author, Ann B.\nAU  - 山田, 太郎\nAU  - Gemma Team\nAU  - del Mar, Rosa\n"
	    "PY  - 2025\nDA  - 2025/09//\nPB  - arXiv\nAN  - arXiv:2509.00001\n"
	    "UR  - https://arxiv.org/abs/2509.00001\nL1  - https://arxiv.org/pdf/2509.00001\n"
	    "KW  - to read\nKW  - 評価\nKW  - cs.LG\nAB  - We ask {how}. We answer.\n"
	    "N1  - [選定理由] 読みやすい。 [Short (AI summary)] Made by a model & 100% of it "
	    "[Note] * mine Two\nER  - \n",
	    "RIS");
	free(text);
}

static const char *
member(const json_t *object, const char *name)
{
	return json_string_value(json_object_get(object, name));
}

static void
test_csl(void)
{
	struct entry second = {.paper = {.title = "t", .key = "title:x"}};
	const struct entry *const both[] = {&first, &second};
	char *text = written("csl", both, 2);
	json_t *list = json_loads(text, 0, NULL);
	const json_t *item = json_array_get(list, 0);
	const json_t *names = json_object_get(item, "author");
	json_int_t year = 0;
	json_int_t month = 0;

	tap_is_int((long long)json_array_size(list), 2, "CSL-JSON is an array");
	tap_is_str(member(item, "id"), "author-2509.00001", "id");
	tap_is_str(member(item, "type"), "article", "type");
	tap_is_str(member(json_array_get(names, 0), "family"), "Author", "family");
	tap_is_str(member(json_array_get(names, 0), "given"), "Ann B.", "given");
	tap_is_str(member(json_array_get(names, 2), "literal"), "Gemma Team", "a body");
	tap_is_str(member(item, "abstract"), "We ask {how}.\nWe answer.", "the authors' abstract");
	tap_ok(strstr(member(item, "note"), "(AI summary)") != NULL, "a model's words in the note");
	tap_ok(!json_unpack(json_object_get(item, "issued"), "{s:[[I,I]]}", "date-parts", &year,
			    &month) &&
		   year == 2025 && month == 9,
	       "issued");
	json_decref(list);
	free(text);
	text = written("csl", both, 0);
	tap_is_str(text, "[]\n", "no paper");
	free(text);
}

static void
test_notes(void)
{
	static struct section hostile[] = {
	    {SECTION_DETAIL, "# 詳細", "* star\n1. one\n<b> [x](y)", 0}};
	struct entry entry = {.date = 20355,
			      .source = "test",
			      .position = 2,
			      .paper = {.title = "TODO *Bold* :tag:", .key = "title:x"},
			      .sections = hostile,
			      .section_count = 1};
	char *text = written_alone("markdown", &entry);

	tap_ok(strstr(text, "## TODO \\*Bold\\* :tag:\n") == text, "a title in Markdown");
	tap_ok(strstr(text, "\n### \\# 詳細 (AI summary)\n\n\\* star\n\n1\\. one\n\n\\<b\\> "
			    "\\[x\\](y)\n") != NULL,
	       "its text is no markup");
	tap_ok(strstr(text, "\n### Note\n\n* mine\nTwo\n") != NULL, "a note is Markdown itself");
	free(text);
	text = written_alone("org", &entry);
	tap_ok(strstr(text, "* \u200CTODO *Bold* :tag:\u200C :to_read:評価:\n") == text,
	       "a headline in Org");
	tap_ok(strstr(text, "\n** \u200C# 詳細 (AI summary)\n\u200C* star\n\n\u200C1. one\n") !=
		   NULL,
	       "its text is no markup");
	tap_ok(strstr(text, "\n** Note\n\u200C* mine\n") != NULL, "nor is a note");
	free(text);
}

static void
test_linear(void)
{
	struct strbuf out;

	strbuf_init(&out);
	linear_append(&out, &first, &marks, "from a file", 1, 2);
	tap_ok(strstr(out.data, "Paper 1 of 2\nTitle: On LLMs") == out.data, "headings in words");
	tap_ok(strstr(out.data, "\nLink 2, PDF: https://arxiv.org/pdf/2509.00001\n") != NULL,
	       "links by number");
	tap_ok(strstr(out.data, "\n\nSection 2 of 4, Short (AI summary):\nMade by") != NULL,
	       "sections by number, a model's said");
	tap_ok(strstr(out.data, "Section 3 of 4, Abstract (authors, arXiv):\n") != NULL,
	       "the authors' too");
	tap_ok(strstr(out.data, "Section 4 of 4, Note:\n* mine\n") != NULL, "and one's own");
	strbuf_release(&out);
}

static void
test_table(void)
{
	static const struct {
		const char *path;
		const char *format;
	} rows[] = {
	    {"refs.bib", "bibtex"}, {"a/b.csl.json", "csl"},  {"b.json", "json"},
	    {"a.JSONL", "jsonl"},   {"notes.md", "markdown"}, {"x.y.org", "org"},
	    {"list.ris", "ris"},    {"a.tsv", "tsv"},	      {"a.txt", "text"},
	};
	struct strbuf names;

	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
		const struct format *format = format_of_file(rows[i].path);

		tap_is_str(format ? format_name(format) : NULL, rows[i].format, rows[i].path);
	}
	tap_ok(!format_of_file("bib") && !format_of_file(".bib.gz"), "a name that ends in none");
	strbuf_init(&names);
	for (size_t i = 0; i < format_count(); i++)
		strbuf_addf(&names, "%s%s", i ? "|" : "", format_name(format_at(i)));
	tap_is_str(names.data, FORMAT_NAMES, "what the options take is what there is");
	strbuf_release(&names);
}

int
main(void)
{
	test_bibtex();
	test_titles();
	test_names();
	test_many_authors();
	test_balance();
	test_keys();
	test_ris();
	test_csl();
	test_notes();
	test_linear();
	test_table();
	return tap_done();
}
