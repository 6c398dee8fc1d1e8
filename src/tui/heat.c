// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/heat.h"

#include "shoroku/base/compiler.h"
#include "shoroku/base/i18n.h"

static int
amount(enum heat_measure measure, const struct browser_day *day)
{
	switch (measure) {
	case HEAT_PAPERS:
		return day->papers;
	case HEAT_UNREAD:
		return day->unread;
	case HEAT_FAVOURITES:
		return day->favourites;
	}
	BUG("measure %d", (int)measure);
}

static const char *
name_of(enum heat_measure measure)
{
	switch (measure) {
	case HEAT_PAPERS:
		return _("papers");
	case HEAT_UNREAD:
		return _("unread");
	case HEAT_FAVOURITES:
		return _("favourites");
	}
	BUG("measure %d", (int)measure);
}

struct heat
heat_of_year(const struct browser *browser, int year, enum heat_measure measure)
{
	struct heat heat = {measure, 0};
	date_day first = date_from_civil(year, 1, 1);
	size_t i = day_list_index(&browser->list, date_from_civil(year, 12, 31));

	for (; i < browser->day_count && browser->days[i].date >= first; i++) {
		int of_day = amount(measure, &browser->days[i]);

		heat.most = of_day > heat.most ? of_day : heat.most;
	}
	return heat;
}

// The most that has a shade, 1 to HEAT_SHADES.
static int
limit(const struct heat *heat, int shade)
{
	return (int)((long)heat->most * shade / HEAT_SHADES);
}

const char *
heat_glyph(const struct heat *heat, const struct glyphs *glyphs, const struct browser_day *day)
{
	int of_day = day ? amount(heat->measure, day) : 0;
	int shade = 1;

	if (of_day <= 0)
		return " ";
	while (shade < HEAT_SHADES && of_day > limit(heat, shade))
		shade++;
	return glyphs->shades[shade - 1];
}

void
heat_legend(const struct heat *heat, const struct glyphs *glyphs, struct strbuf *out)
{
	int before = 0;

	strbuf_add_string(out, name_of(heat->measure));
	if (!heat->most)
		strbuf_add_string(out, " 0");
	for (int shade = 1; shade <= HEAT_SHADES; shade++) {
		int last = limit(heat, shade);

		if (last == before)
			continue;
		strbuf_addf(out, " %s ", glyphs->shades[shade - 1]);
		if (last > before + 1)
			strbuf_addf(out, "%d-", before + 1);
		strbuf_addf(out, "%d", last);
		before = last;
	}
}
