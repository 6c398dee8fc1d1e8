// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/date-text.h"

#include "shoroku/base/i18n.h"

const char *
date_text_weekday(int weekday)
{
	static const char *const names[] = {N_("Mo"), N_("Tu"), N_("We"), N_("Th"),
					    N_("Fr"), N_("Sa"), N_("Su")};

	return _(names[weekday]);
}

void
date_text_month(struct strbuf *out, int year, int month)
{
	static const char *const names[] = {
	    N_("January"),   N_("February"), N_("March"),    N_("April"),
	    N_("May"),	     N_("June"),     N_("July"),     N_("August"),
	    N_("September"), N_("October"),  N_("November"), N_("December"),
	};

	// Translators: the order of the month's name M and the year Y, as in "Y年M".
	for (const char *order = _("M Y"); *order; order++) {
		if (*order == 'M')
			strbuf_add_string(out, _(names[month - 1]));
		else if (*order == 'Y')
			strbuf_addf(out, "%d", year);
		else
			strbuf_add_byte(out, *order);
	}
}
