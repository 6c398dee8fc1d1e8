// SPDX-License-Identifier: GPL-3.0-or-later
// Which links a paper has, and in which order.
#include "shoroku/model/link.h"

#include "shoroku/base/strbuf.h"
#include "tap.h"

static void
links_are(const struct paper *paper, const char *want, const char *name)
{
	struct arena arena;
	struct links links;
	struct strbuf got;

	arena_init(&arena);
	strbuf_init(&got);
	link_find(&arena, paper, &links);
	for (size_t i = 0; i < links.count; i++)
		strbuf_addf(&got, "%c %s\n", "adpf"[links.items[i].kind], links.items[i].url);
	tap_is_str(got.data, want, name);
	strbuf_release(&got);
	arena_release(&arena);
}

int
main(void)
{
	struct paper paper = {.title = "t"};

	links_are(&paper, "", "none");
	paper.url = "https://arxiv.org/abs/2509.00001v2";
	paper.arxiv_id = "2509.00001";
	links_are(&paper,
		  "a https://arxiv.org/abs/2509.00001\nf https://arxiv.org/pdf/2509.00001\n",
		  "a page at arXiv is arXiv's record");
	paper.url = "https://arxiv.org/abs/2509.00002";
	paper.doi = "10.1000/a<b>#%1";
	paper.pdf_url = "http://example.org/x.pdf";
	links_are(&paper,
		  "a https://arxiv.org/abs/2509.00001\nd https://doi.org/10.1000/a%3Cb%3E%23%251\n"
		  "p https://arxiv.org/abs/2509.00002\nf http://example.org/x.pdf\n",
		  "all four, signs that no URL holds as they are encoded");
	paper =
	    (struct paper){.title = "t", .url = "javascript:alert(1)", .pdf_url = "file:///etc/x"};
	links_are(&paper, "", "what is not of the web is no link");
	paper = (struct paper){.title = "t",
			       .url = "https://example.org/x.pdf",
			       .pdf_url = "https://example.org/x.pdf"};
	links_are(&paper, "p https://example.org/x.pdf\n", "the same place once");
	return tap_done();
}
