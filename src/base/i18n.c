// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "shoroku/base/i18n.h"

#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/strbuf.h"

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
	struct strbuf id;
	const char *found;

	// How msgfmt writes a msgctxt: before the text, with EOT between.
	strbuf_init(&id);
	strbuf_addf(&id, "%s\004%s", context, text);
	found = dgettext(PACKAGE, id.data);
	if (found == id.data)
		found = dgettext(PACKAGE, text);
	strbuf_release(&id);
	return found;
}
