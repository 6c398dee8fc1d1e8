// SPDX-License-Identifier: GPL-3.0-or-later
// How fast a day is read, without storing it: the same papers as plain text, Markdown and HTML.
// usage: parse [PAPERS]
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "shoroku/base/strbuf.h"
#include "shoroku/feed/parse.h"

#define ROUNDS 9

static const char *const sentences[] = {
    "この研究は、観測の誤差を丁寧に分けて扱い、これまでより一桁細かい比較を可能にした。",
    "The authors measure how a small model behaves when its memory is shorter than the text. ",
    "手法は単純で、z=4-7 の標本に同じ尺度を当てるだけで、追試もすでに二つの組が終えている。",
    "結果は速さと正しさの両方で前の方法を上回り、失敗した例も表にして残してある。"};

static void
add_prose(struct strbuf *out, int paper, int count)
{
	for (int i = 0; i < count; i++)
		strbuf_add_string(out, sentences[(size_t)(paper + i * 3) % 4]);
}

static void
make_text(struct strbuf *out, int papers)
{
	strbuf_add_string(out, "2025-09-24 の注目論文\n");
	for (int i = 1; i <= papers; i++) {
		strbuf_addf(out, "\nA Study of Subject Number %d\n\nAda Bell, Bo Nikolić\n", i);
		strbuf_add_string(out, "\n選定理由\n\n");
		add_prose(out, i, 3);
		strbuf_add_string(out, "\n\n詳細要約\n\n");
		add_prose(out, i + 1, 15);
		strbuf_add_byte(out, '\n');
	}
}

static void
make_markdown(struct strbuf *out, int papers)
{
	strbuf_add_string(out, "# Daily papers 2025-09-24\n");
	for (int i = 1; i <= papers; i++) {
		strbuf_addf(out, "\n### [%d] A Study of Subject Number %d\n\n", i, i);
		strbuf_add_string(out, "- **著者**: Ada Bell, Bo Nikolić\n");
		strbuf_addf(out, "- **リンク**: https://arxiv.org/abs/2509.%05d\n- **要約**: ", i);
		add_prose(out, i, 9);
		strbuf_add_string(out, "\n\n#### 選定理由\n\n");
		add_prose(out, i + 1, 9);
		strbuf_add_byte(out, '\n');
	}
}

static void
make_html(struct strbuf *out, int papers)
{
	strbuf_add_string(out, "<!DOCTYPE html>\n<html><body><h1>Papers 2025-09-24</h1>\n");
	for (int i = 1; i <= papers; i++) {
		strbuf_addf(
		    out,
		    "<div class=\"paper\">\n<h3><a href=\"https://arxiv.org/abs/2509.%05d\">"
		    "A Study of Subject Number %d</a></h3>\n"
		    "<p class=\"authors\">Ada Bell, Bo Nikoli&#263;</p>\n<h4>要約</h4>\n<p>",
		    i, i);
		add_prose(out, i, 9);
		strbuf_add_string(out, "</p>\n<h4>選定理由</h4>\n<p>");
		add_prose(out, i + 1, 9);
		strbuf_add_string(out, "</p>\n</div>\n");
	}
	strbuf_add_string(out, "</body></html>\n");
}

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void
measure(const char *name, void (*make)(struct strbuf *out, int papers), int papers)
{
	double best = 1e9;
	struct strbuf text;
	struct parse_result result = {0};

	strbuf_init(&text);
	make(&text, papers);
	for (int i = 0; i < ROUNDS; i++) {
		struct parse_input input = {
		    .name = name, .bytes = text.data, .length = text.length, .date = DATE_NONE};
		struct arena arena;
		struct error err;
		double start = now();

		arena_init(&arena);
		if (parse_digests(&arena, &input, &result, &err) || result.digest_count != 1 ||
		    result.digests[0].entry_count != (size_t)papers) {
			fprintf(stderr, "%s: not read as it was written\n", name);
			exit(1);
		}
		best = now() - start < best ? now() - start : best;
		arena_release(&arena);
	}
	printf("%-10s %6.1f MB/s  (%.2f MB, %d papers, best of %d)\n", name,
	       (double)text.length / 1e6 / best, (double)text.length / 1e6, papers, ROUNDS);
	strbuf_release(&text);
}

int
main(int argc, char **argv)
{
	int papers = argc > 1 ? atoi(argv[1]) : 1000;

	measure("text", make_text, papers);
	measure("markdown", make_markdown, papers);
	measure("html", make_html, papers);
	return 0;
}
