// SPDX-License-Identifier: GPL-3.0-or-later
// Markdown, its front matter and HTML, each to blocks.
#include "shoroku/feed/blocks.h"

#include "feed/front-matter.h"
#include "feed/html-blocks.h"
#include "feed/markdown-blocks.h"
#include "tap.h"

static const char kinds[] = {
    [BLOCK_HEADING] = 'h', [BLOCK_PARAGRAPH] = 'p', [BLOCK_LIST_ITEM] = 'i',
    [BLOCK_CELL] = 'c',	   [BLOCK_CODE] = '#',	    [BLOCK_RULE] = '-',
    [BLOCK_META] = 'm',	   [BLOCK_OPEN] = '<',	    [BLOCK_CLOSE] = '>'};

// The blocks, a line each: kind, level, what is special, text, links.
static void
dump(struct strbuf *out, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->list.count; i++) {
		const struct block *block = &blocks->list.items[i];

		strbuf_addf(out, "%c%d", kinds[block->kind], block->level);
		if (block->name)
			strbuf_addf(out, " %s", block->name);
		if (block->number)
			strbuf_addf(out, " %d.", block->number);
		strbuf_addf(out, "%s%s%s", block->quoted ? " quoted" : "",
			    block->head ? " head" : "", block->code ? " code" : "");
		if (block->lead)
			strbuf_addf(out, " {%s}", block->lead);
		for (const char *c = block->text; *c; c++)
			strbuf_addf(out, "%s%c", c == block->text ? " " : "",
				    *c == '\n' ? '/' : *c);
		for (size_t j = 0; j < block->link_count; j++)
			strbuf_addf(out, " [%s](%s)", block->links[j].text, block->links[j].href);
		strbuf_add_byte(out, '\n');
	}
}

static bool
read_markdown(struct blocks *blocks, const char *text, struct error *err)
{
	struct block_builder builder;
	size_t front = front_matter_read(blocks, text, strlen(text));
	bool done;

	builder_init(&builder, blocks);
	builder.line = 1;
	done = !markdown_blocks_read(&builder, "input", text + front, strlen(text + front), err);
	builder_release(&builder);
	return done;
}

static bool
read_html(struct blocks *blocks, const char *text, struct error *err)
{
	struct block_builder builder;
	bool done;

	builder_init(&builder, blocks);
	builder.line = 1;
	done = !html_blocks_read(&builder, "input", text, strlen(text), err);
	builder_release(&builder);
	return done;
}

static void
check(bool (*read)(struct blocks *blocks, const char *text, struct error *err), const char *text,
      const char *want, const char *name)
{
	struct blocks blocks;
	struct strbuf got;
	struct error err;

	blocks_init(&blocks);
	strbuf_init(&got);
	if (!read(&blocks, text, &err))
		tap_ok(false, "%s: %s", name, err.text);
	else {
		dump(&got, &blocks);
		tap_is_str(got.data, want, name);
	}
	strbuf_release(&got);
	blocks_release(&blocks);
}

static void
test_markdown(void)
{
	check(read_markdown, "# A *title*\n\ntext\nover lines\n\n---\n",
	      "h1 A title\np0 text/over lines\n-0\n", "headings, paragraphs, rules");
	check(read_markdown, "- **label**: text\n- [a](http://b.c) rest\n  1. one\n  2. two\n",
	      "i1 {label} label: text\ni1 {a} a rest [a](http://b.c)\ni2 1. one\ni2 2. two\n",
	      "lists in lists, what stands out, links");
	check(read_markdown, "| 項目 | 内容 |\n|---|---|\n| 要約 | 短い &amp; 良い |\n| 空 | |\n",
	      "c0 head 項目\nc1 head 内容\nc0 要約\nc1 短い & 良い\nc0 空\nc1\n", "tables");
	check(read_markdown, "> quoted `a` `b`\n\n`a` `b`\n\n```\ncode # no heading\n```\n",
	      "p0 quoted quoted a, b\np0 code a, b\n#0 code # no heading\n",
	      "quotations, words set as code, code");
	check(read_markdown, "**[1] $D_s^{**}$ and $a_b c_d$** — text\n",
	      "p0 {[1] $D_s^{**}$ and $a_b c_d$} [1] $D_s^{**}$ and $a_b c_d$ — text\n",
	      "formulas are no emphasis");
	check(read_markdown,
	      "<details>\n<summary>More</summary>\n\nMethod: *words*\n\n</details>\n\na<br>b\n",
	      "h6 More\np0 Method: words\np0 a/b\n", "HTML in it");
	check(read_markdown,
	      "---\ntitle: \"A: b\"\nauthors:\n  - Ann Bell\n  - 'Bo Li'\ntags: [x, \"y, z\"]\n"
	      "abstract: >-\n  one\n  two\nempty: null\nmap:\n  inner: 3\n---\ntext\n",
	      "m0 title A: b\nm0 authors Ann Bell/Bo Li\nm0 tags x/y, z\nm0 abstract one two\n"
	      "m0 inner 3\np0 text\n",
	      "front matter");
	check(read_markdown, "---\n\ntext\n\n---\n", "-0\np0 text\n-0\n", "rules are none");
}

static void
test_html(void)
{
	check(read_html,
	      "<html><head><title>T &eacute;</title><meta name=date content=2025-09-24>"
	      "<style>h1{}</style></head><body><nav>menu</nav><h1>A\n  b</h1><p>one<br>two"
	      "<script>alert('<p>')</script> three</p><hr></body></html>",
	      "m0 title T é\nm0 date 2025-09-24\nh1 A b\np0 one/two three\n-0\n",
	      "a page without its scripts");
	check(read_html, "<ul><li><b>a</b> b<li><p>c</p><ol><li>d</ol></ul>",
	      "i1 {a} a b\ni1 c\ni2 1. d\n", "lists");
	check(read_html, "<table><tr><th>h<th>i<tr><td>a<div>b</div><td><a href='/x'>c</a></table>",
	      "c0 head h\nc1 head i\nc0 a/b\nc1 {c} c [c](/x)\n", "tables");
	check(read_html,
	      "<div class='paper x'><span class='tag'>ML</span><span class='tag'>CV</span>"
	      "<button data-arxiv-id='2509.12345v1'>*</button>text</div>",
	      "<0 div.paper x\nm0 tags ML\nm0 tags CV\np0 text [](2509.12345v1)\n>0\n",
	      "parts, tags, ids no text shows");
	check(read_html, "<pre>a\n  b</pre><blockquote><p>q</p></blockquote>&#x3042;&unknown;",
	      "#0 a/  b\np0 quoted q\np0 あ&unknown;\n", "code, quotations, references");
	check(read_html, "<p>never ended <b>bold", "p0 never ended bold\n", "what is not ended");
}

static void
refused(bool (*read)(struct blocks *blocks, const char *text, struct error *err),
	const char *before, const char *repeated, size_t times, const char *name)
{
	struct blocks blocks;
	struct strbuf text;
	struct error err = {0};

	blocks_init(&blocks);
	strbuf_init(&text);
	strbuf_add_string(&text, before);
	for (size_t i = 0; i < times; i++)
		strbuf_add_string(&text, repeated);
	tap_ok(!read(&blocks, text.data, &err) && err.kind == ERROR_DATA, "%s: %s", name, err.text);
	strbuf_release(&text);
	blocks_release(&blocks);
}

// Items that each stand further in than the one before.
static void
refused_stairs(void)
{
	struct strbuf text;

	strbuf_init(&text);
	for (int i = 0; i < 600; i++)
		strbuf_addf(&text, "%*s- a\n", i * 2, "");
	refused(read_markdown, text.data, "", 0, "lists in lists");
	strbuf_release(&text);
}

// A page far too deep is refused while its first piece is read, and most of it is never parsed.
static void
test_depth(void)
{
	struct block_builder builder;
	struct blocks blocks;
	struct strbuf page;
	struct error err;

	strbuf_init(&page);
	strbuf_add_string(&page, "<!doctype html><html><body>");
	for (int i = 0; i < 1000000; i++)
		strbuf_add_string(&page, "<b>");
	blocks_init(&blocks);
	builder_init(&builder, &blocks);
	tap_ok(html_blocks_read(&builder, "input", page.data, page.length, &err) < 0,
	       "a million <b> in each other are refused");
	tap_is_str(err.text, "input: elements more than 256 deep are not read", "for their depth");
	tap_ok(builder.parsed <= (size_t)4 << 10, "after %zu bytes", builder.parsed);
	tap_is_int((long long)builder.elements, 257, "and as many elements as may be, and one");
	builder_release(&builder);
	blocks_release(&blocks);
	strbuf_release(&page);
}

int
main(void)
{
	test_markdown();
	test_html();
	test_depth();
	refused(read_html, "<!DOCTYPE html [<!ENTITY a \"aa\">", "]>", 1, "entities of its own");
	refused(read_html, "", "<div>", 1000000, "elements in elements");
	refused(read_html, "<p ", "a=b ", 1000, "attributes");
	refused(read_html, "<p a='", "0123456789", 10000, "a long tag");
	refused(read_html, "", "&amp;", 300000, "references");
	refused(read_html, "", "<p>a", 100000, "paragraphs");
	refused(read_markdown, "", ">", 10000, "quotations in quotations");
	refused_stairs();
	refused(read_markdown, "a\n", "*a", 1000000, "a long paragraph");
	refused(read_markdown, "|a|\n", "|-", 1000, "a wide table");
	refused(read_markdown, "", "a\n\n", 100000, "paragraphs");
	return tap_done();
}
