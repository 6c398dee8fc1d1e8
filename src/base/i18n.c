// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "shoroku/base/i18n.h"

#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/compiler.h"

static bool
is_utf8(void)
{
	return !strcmp(nl_langinfo(CODESET), "UTF-8");
}

int
i18n_init(void)
{
	static const char *const fallbacks[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8"};
	const char *directory = getenv("TEXTDOMAINDIR");

	setlocale(LC_ALL, "");
	setlocale(LC_NUMERIC, "C");
	for (size_t i = 0; i < ARRAY_LENGTH(fallbacks) && !is_utf8(); i++)
		setlocale(LC_CTYPE, fallbacks[i]);
	bindtextdomain(PACKAGE, directory && *directory ? directory : LOCALEDIR);
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	textdomain(PACKAGE);
	return is_utf8() ? 0 : -1;
}

const char *
i18n_in(const char *context, const char *text)
{
	char id[256];
	int length =
	    snprintf(id, sizeof(id), "%s\004%s", context, text); // as msgfmt writes a msgctxt
	const char *found = id;

	if (length > 0 && (size_t)length < sizeof(id))
		found = dgettext(PACKAGE, id);
	if (found == id)
		found = dgettext(PACKAGE, text);
	return found;
}
