// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/model/link.h"

#include <string.h>

#include "shoroku/base/process.h"
#include "shoroku/base/strbuf.h"

static void
add(struct links *links, enum link_kind kind, const char *url)
{
	bool known = !url || !process_url_is_safe(url);

	for (size_t i = 0; !known && i < links->count; i++)
		known = !strcmp(links->items[i].url, url);
	if (!known)
		links->items[links->count++] = (struct link){kind, url};
}

// What a URL cannot hold as it is stands there as %XX (RFC 3986, 2.1); the letters of a DOI are free.
static const char *
join(struct arena *arena, const char *before, const char *id)
{
	struct strbuf url;
	const char *kept;

	strbuf_init(&url);
	strbuf_add_string(&url, before);
	for (const char *c = id; *c; c++) {
		if (*c <= ' ' || *c > '~' || strchr("\"%<>#?[]\\^`{|}", *c))
			strbuf_addf(&url, "%%%02X", (unsigned)(unsigned char)*c);
		else
			strbuf_add_byte(&url, *c);
	}
	kept = arena_strdup(arena, url.data);
	strbuf_release(&url);
	return kept;
}

// Whether the URL leads to the same record at arXiv, whichever version and scheme it says.
static bool
is_arxiv_page(const char *url, const char *id)
{
	const char *place = strstr(url, "arxiv.org/abs/");
	const char *rest;

	if (!place || strncmp(place + 14, id, strlen(id)))
		return false;
	rest = place + 14 + strlen(id);
	if (*rest == 'v')
		rest += 1 + strspn(rest + 1, "0123456789");
	return !*rest;
}

void
link_find(struct arena *arena, const struct paper *paper, struct links *links)
{
	*links = (struct links){0};
	if (paper->arxiv_id)
		add(links, LINK_ARXIV, join(arena, "https://arxiv.org/abs/", paper->arxiv_id));
	if (paper->doi)
		add(links, LINK_DOI, join(arena, "https://doi.org/", paper->doi));
	if (paper->url && !(paper->arxiv_id && is_arxiv_page(paper->url, paper->arxiv_id)))
		add(links, LINK_PAGE, arena_strdup(arena, paper->url));
	if (paper->pdf_url)
		add(links, LINK_PDF, arena_strdup(arena, paper->pdf_url));
	else if (paper->arxiv_id)
		add(links, LINK_PDF, join(arena, "https://arxiv.org/pdf/", paper->arxiv_id));
}
