// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources-list.h"

#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/export/source-record.h"
#include "shoroku/text/width.h"

const char *
command_sources_list_kind(enum source_kind kind)
{
	static const char *const names[] = {
	    [SOURCE_TEMPLATE] = N_("a page a day"), [SOURCE_PAGE] = N_("a page or feed"),
	    [SOURCE_INDEX] = N_("a list of days"),  [SOURCE_ARXIV] = N_("arXiv"),
	    [SOURCE_PATH] = N_("files here"),
	};

	return _(names[kind]);
}

static size_t
cells_of(const char *text)
{
	return width_text(text, strlen(text), WIDTH_NARROW);
}

static void
print_padded(const char *text, size_t cells, bool bold)
{
	size_t used = cells_of(text);

	if (bold)
		command_common_bold(stdout, text, strlen(text));
	else
		command_common_print(stdout, text, strlen(text));
	command_common_printf(stdout, "%*s", used < cells ? (int)(cells - used) + 2 : 2, "");
}

// What was said beside the address.
static void
add_options(struct strbuf *line, const struct source *source)
{
	char since[DATE_TEXT_SIZE];

	if (source->lang)
		strbuf_addf(line, " lang=%s", source->lang);
	if (source->format)
		strbuf_addf(line, " format=%s", source->format);
	if (source->spacing_ms >= 0) {
		strbuf_add_string(line, " spacing=");
		source_record_seconds(line, source->spacing_ms);
	}
	if (source->since != DATE_NONE) {
		date_format(source->since, since);
		strbuf_addf(line, " since=%s", since);
	}
	if (source->enrich)
		strbuf_add_string(line, " enrich=on");
	if (source->api_url)
		strbuf_addf(line, " api=%s", source->api_url);
	if (source->feed_url)
		strbuf_addf(line, " feed=%s", source->feed_url);
}

static void
print_text(const struct app *app, const struct source *items, const char *const *helps,
	   size_t count)
{
	bool bold = command_common_color(app);
	size_t name_cells = 0;
	size_t kind_cells = 0;

	for (size_t i = 0; i < count; i++) {
		size_t name = cells_of(items[i].name);
		size_t kind = cells_of(command_sources_list_kind(items[i].kind));

		name_cells = name > name_cells ? name : name_cells;
		kind_cells = kind > kind_cells ? kind : kind_cells;
	}
	for (size_t i = 0; i < count; i++) {
		struct strbuf line;

		strbuf_init(&line);
		strbuf_add_string(&line, items[i].url);
		add_options(&line, &items[i]);
		print_padded(items[i].name, name_cells, bold);
		print_padded(command_sources_list_kind(items[i].kind), kind_cells, false);
		command_common_printf(stdout, "%s\n", line.data);
		if (helps)
			command_common_printf(stdout, "%*s%s\n", (int)name_cells + 2, "", helps[i]);
		strbuf_release(&line);
	}
}

static void
print_records(const struct source *items, const char *const *helps, size_t count, bool json)
{
	struct strbuf text;

	strbuf_init(&text);
	if (!json)
		source_record_tsv_header(&text);
	for (size_t i = 0; i < count; i++) {
		if (json) {
			strbuf_add_string(&text, i ? ",\n" : "[\n");
			source_record_json(&text, &items[i], helps ? helps[i] : NULL);
		} else {
			source_record_tsv(&text, &items[i], helps ? helps[i] : NULL);
		}
	}
	if (json)
		strbuf_add_string(&text, count ? "\n]\n" : "[]\n");
	command_common_print(stdout, text.data, text.length);
	strbuf_release(&text);
}

void
command_sources_list(const struct app *app, const struct source *items, const char *const *helps,
		     size_t count, enum command_format format)
{
	if (format == FORMAT_TEXT)
		print_text(app, items, helps, count);
	else
		print_records(items, helps, count, format == FORMAT_JSON);
}
