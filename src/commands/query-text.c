// SPDX-License-Identifier: GPL-3.0-or-later
#include "query-text.h"

#include "shoroku/base/i18n.h"
#include "shoroku/base/strbuf.h"

int
command_query_text_parse(const struct app *app, const char *text, struct arena *arena,
			 struct query *query, struct error *err)
{
	struct error mistake;
	size_t offset;

	if (!query_parse(arena, text, app->today, false, query, &offset, &mistake))
		return 0;
	return error_set(err, ERROR_USAGE, _("%s, at byte %zu of: %s"), mistake.text, offset + 1,
			 text);
}

int
command_query_text(const struct app *app, const struct command_arguments *arguments,
		   const char *sort, struct arena *arena, struct query *query, struct error *err)
{
	struct strbuf text;
	int result;

	strbuf_init(&text);
	for (size_t i = 0; i < arguments->count; i++)
		strbuf_addf(&text, "%s%s", i ? " " : "", arguments->words[i]);
	if (sort)
		strbuf_addf(&text, " sort:%s", sort);
	result = command_query_text_parse(app, text.data, arena, query, err);
	strbuf_release(&text);
	return result;
}
