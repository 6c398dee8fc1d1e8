// SPDX-License-Identifier: GPL-3.0-or-later
// From a page to its papers: where they begin, what belongs to which field, which day it is.
#include "shoroku/feed/parse.h"

#include "reading.h"

// Digests and papers, a line each: date, its origin; title, original, authors, id, sections.
static void
dump_entry(struct strbuf *out, const struct entry *entry)
{
	const struct paper *paper = &entry->paper;

	strbuf_addf(out, " %s", paper->title);
	if (paper->title_original)
		strbuf_addf(out, " = %s", paper->title_original);
	strbuf_add_string(out, " |");
	for (size_t i = 0; i < paper->author_count; i++)
		strbuf_addf(out, "%s%s", i ? ", " : " ", paper->authors[i]);
	if (paper->authors_truncated)
		strbuf_add_string(out, " +");
	strbuf_addf(out, " | %s |", paper->arxiv_id ? paper->arxiv_id : "-");
	for (size_t i = 0; i < entry->section_count; i++)
		strbuf_addf(out, " %s(%s)", paper_role_name(entry->sections[i].role),
			    entry->sections[i].label);
	for (size_t i = 0; i < paper->category_count; i++)
		strbuf_addf(out, " #%s", paper->categories[i]);
	if (entry->announcement != ANNOUNCED_NEW)
		strbuf_addf(out, " %s", paper_announcement_name(entry->announcement));
	strbuf_add_byte(out, '\n');
}

static void
dump_digest(struct strbuf *out, const char *reader, const struct digest *digest)
{
	char date[DATE_TEXT_SIZE];

	(void)reader;
	date_format(digest->date, date);
	strbuf_addf(out, "%s %s\n", date, paper_date_origin_name(digest->date_origin));
	for (size_t i = 0; i < digest->entry_count; i++)
		dump_entry(out, &digest->entries[i]);
}

static void
check(const char *path, const char *text, const char *want, const char *name)
{
	reading_told_is(path, text, want, name, "refused: ", dump_digest);
}

static void
test_boundaries(void)
{
	check(NULL,
	      "2025-09-24 の注目論文\n\nDeep Roots\n\nAnn Bell, Bo Li\n\n選定理由\n\n良い。\n\n"
	      "Wide Leaves\n\nCy Oz\n\n選定理由\n\n広い。\n",
	      "2025-09-24 heading\n Deep Roots | Ann Bell, Bo Li | - | reason(選定理由)\n"
	      " Wide Leaves | Cy Oz | - | reason(選定理由)\n",
	      "blank lines alone");
	check(NULL,
	      "# Daily 2025-09-24\n\nwords\n\n## 新規\n\n### [1] Deep Roots\n- **著者**: Ann Bell "
	      "et al.\n"
	      "- **リンク**: https://arxiv.org/abs/2509.00001v2\n- **要約**: 深い。\n\n"
	      "## cross-list\n\n### [2] [Wide Leaves](https://arxiv.org/abs/2509.00002)\n*Bo Li,Cy "
	      "Oz*\n\n"
	      "TL;DR: 広い。\n\n---\n\n総評\n",
	      "2025-09-24 heading\n Deep Roots | Ann Bell + | 2509.00001 | detail(要約)\n"
	      " Wide Leaves | Bo Li, Cy Oz | 2509.00002 | short(TL;DR) cross\n",
	      "headings with numbers and links");
	check(NULL,
	      "---\ntitle: Papers 2025-09-24\ndate: 2025-09-25\n---\n# 1. Deep Roots\n\nAnn Bell, "
	      "Bo Li\n\n"
	      "- links: [abs](https://arxiv.org/abs/2509.00001)\n\nProse of it.\n\n# 2. Wide "
	      "Leaves\n\n"
	      "Cy Oz, Dee Fox\n\n- links: [abs](https://arxiv.org/abs/2509.00002)\n\nProse.\n",
	      "2025-09-24 heading\n Deep Roots | Ann Bell, Bo Li | 2509.00001 | detail(detail)\n"
	      " Wide Leaves | Cy Oz, Dee Fox | 2509.00002 | detail(detail)\n",
	      "numbered headings of the first level");
}

static void
test_pages(void)
{
	check(NULL,
	      "# 2025-09-24\n\n| No | 論文 | 一言 | 分野 |\n|--|--|--|--|\n"
	      "| 1 | [Deep Roots](papers/2509.00001) | 深い。 | cs.LG |\n| 2 | "
	      "[Wide](x/2509.00002) | 広い。 | |\n",
	      "2025-09-24 heading\n Deep Roots | | 2509.00001 | short(一言) #cs.LG\n"
	      " Wide | | 2509.00002 | short(一言)\n",
	      "rows of a table");
	check(
	    NULL,
	    "<html><body><h1>2025-09-24</h1><div class=p><h3>Deep</h3><p>Ann Bell, Bo "
	    "Li</p><p>深い。</p>"
	    "<a href='https://arxiv.org/abs/2509.00001'>arXiv</a></div><div class=p><h3>Wide</h3>"
	    "<p>広い。</p><a href='https://arxiv.org/abs/2509.00002'>arXiv</a></div></body></html>",
	    "2025-09-24 heading\n Deep | Ann Bell, Bo Li | 2509.00001 | detail(detail)\n"
	    " Wide | | 2509.00002 | detail(detail)\n",
	    "parts of a page");
	check(NULL,
	      "<html><body><div class=d>2025-09-24 の注目論文</div><div class=t>Deep Roots</div>"
	      "<div class=a>Ann Bell, Bo Li</div><div>選定理由</div><div>深い。</div><div "
	      "class=t>Wide "
	      "Leaves</div><div class=a>Cy "
	      "Oz</div><div>選定理由</div><div>広い。</div></body></html>",
	      "2025-09-24 heading\n Deep Roots | Ann Bell, Bo Li | - | reason(選定理由)\n"
	      " Wide Leaves | Cy Oz | - | reason(選定理由)\n",
	      "parts of a page that only their order tells apart");
	check(
	    NULL,
	    "<html><body><h1>2025-09-24 の注目論文</h1><article><h2>Deep Roots</h2><p>Ann Bell, Bo "
	    "Li</p>"
	    "<h3>選定理由</h3><p>深い。</p><h3>詳細要約</h3><p>根。</p></article><article><h2>Wide "
	    "Leaves</h2><p>Cy Oz</p><h3>選定理由</h3><p>広い。</p></article></body></html>",
	    "2025-09-24 heading\n Deep Roots | Ann Bell, Bo Li | - | reason(選定理由) "
	    "detail(詳細要約)\n Wide Leaves | Cy Oz | - | reason(選定理由)\n",
	    "titles and labels are headings");
	check(NULL,
	      "# Papers\n\n## 2025-09-24\n\n- **Deep** - 深い。\n- **Wide** - 広い。\n\n## "
	      "2025-09-23\n\n"
	      "- **[3] Old** — 古い。https://arxiv.org/abs/2509.00003\n",
	      "2025-09-24 heading\n Deep | | - | detail(detail)\n Wide | | - | detail(detail)\n"
	      "2025-09-23 heading\n Old | | 2509.00003 | detail(detail)\n",
	      "items of lists, several days");
}

static void
test_one_paper(void)
{
	check("posts/2025-09-24-deep.md",
	      "---\ntitle: Deep Roots\ntitle_ja: 深い根\nauthors: \"Ann Bell, Bo Li\"\narxiv_id: "
	      "2509.00001\n"
	      "published: 2025-09-20\n---\n## 書誌情報\n\n- **会議**: なし\n\n## 要約\n\n深い。\n\n"
	      "### 背景\n\n昔から。\n\n## 展望\n\nまだ深い。\n\n## まとめ\n\n深かった。\n",
	      "2025-09-24 file-name\n 深い根 = Deep Roots | Ann Bell, Bo Li | 2509.00001 | "
	      "detail(要約) "
	      "detail(展望)\n",
	      "front matter, headings that are no labels");
	check("2025年9月24日/deep.md",
	      "# 深い根\n\n> Deep Roots of Things\n\n## 选定\n\n**作者**: Ann Bell (Uni A, B), Bo "
	      "Li and Cy Oz\n\n"
	      "**关键词**: `a` `b`\n\n**一句话要点**\n\n深。\n\n## 摘要（原文）\n\nIt is deep.\n",
	      "2025-09-24 directory\n 深い根 = Deep Roots of Things | Ann Bell, Bo Li, Cy Oz | - | "
	      "short(一句话要点) abstract(摘要（原文）) #a #b\n",
	      "bold labels, a title in the other script, affiliations");
	check(NULL,
	      "---\ntitle: Deep Roots\ndate: 2025-09-24\n---\n# Deep Roots\n\n| 項目 | 内容 "
	      "|\n|--|--|\n"
	      "| どんなもの？ | 深い。 |\n| 先行研究と比べてどこがすごい？ | 根が。 |\n"
	      "| PDFリンク | https://arxiv.org/pdf/2509.00001v1 |\n",
	      "2025-09-24 front-matter\n Deep Roots | | 2509.00001 | short(どんなもの？) "
	      "reason(先行研究と比べてどこがすごい？)\n",
	      "a table of labels");
	check("170629 Deep.md",
	      "https://arxiv.org/abs/2509.00001\n\nDeep Roots (Ann Bell, Bo Li)\n\n뿌리가 "
	      "깊다.\n\n#tag\n",
	      "2017-06-29 file-name\n Deep Roots | Ann Bell, Bo Li | 2509.00001 | detail(detail)\n",
	      "title and names on one line");
	check(NULL,
	      "# Deep\n\n- **arXiv ID**: 2509.00001\n- **投稿日**: 2025年9月20日\n\n## "
	      "概要\n\n$\\alpha$ は深い。\n",
	      "2025-09-20 papers\n Deep | | 2509.00001 | detail(概要)\n",
	      "only the paper has a date");
	check("27-May-2025/r.md",
	      "# 2\n\n**Authors**: Ann Bell\n\n## キーポイント\n\n- **意義**: 深い\n- 広い\n",
	      "2025-05-27 directory\n 2 | Ann Bell | - | short(キーポイント)\n",
	      "items of a section open none; a title may be a digit");
	check(
	    "2025-09-24.md",
	    "# # 摘要\n深い根の研究\n\n`木\n\n理由：広い。\n\n> Deep Roots of Trees\n\n# 摘要\n\n> "
	    "深い。\n\n"
	    "[Arxiv](https://arxiv.org/abs/2509.00001)\n",
	    "2025-09-24 file-name\n 深い根の研究 = Deep Roots of Trees | | 2509.00001 | "
	    "reason(理由) "
	    "abstract(摘要)\n",
	    "a label above the title opens nothing below it");
	check("2025-09-24.md", "深い根を調べた。広い葉はまだ。\n",
	      "2025-09-24 file-name\n 深い根を調べた | | - | detail(detail)\n",
	      "without a title, the first sentence");
}

static void
test_no_papers(void)
{
	check(NULL, "# Papers 2025-09-24\n\n本日は 0 件の論文です。\n\n- **注意**: なし\n",
	      "2025-09-24 heading\n", "a day that says it has none");
	check(NULL, "2025-09-24 の注目論文\n", "2025-09-24 heading\n",
	      "a heading and nothing else");
	check("x/README.md", "# How to use it\n\nRun it.\n",
	      "refused: input is no digest: looked for titles with authors, an arXiv id or a label "
	      "such as "
	      "選定理由, かんたん要約 or Abstract under them",
	      "a file of other things");
	check(NULL, "# Deep\n\n**著者**: Ann Bell\n\n## 要約\n\n深い。\n",
	      "refused: input: no date in its headings, front matter, metadata, name and "
	      "directories; "
	      "--date says it",
	      "a paper without any date");
	check(NULL, "{\"a\": 1}\n", "refused: input is in no form that can be read",
	      "JSON of no kind");
}

int
main(void)
{
	test_boundaries();
	test_pages();
	test_one_paper();
	test_no_papers();
	return tap_done();
}
