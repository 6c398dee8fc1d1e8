// SPDX-License-Identifier: GPL-3.0-or-later
// What each writer's file hands to the table of formats.
#ifndef EXPORT_WRITERS_H
#define EXPORT_WRITERS_H

#include "shoroku/base/error.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/model/paper.h"

struct export_item {
	const struct entry *entry;
	const struct marks *marks;
	const char *key; // what citations call it, of formats that list works
};

// Each appends one paper, whole lines of it but for JSON. Only lack of a library's help is a failure.
typedef int export_writer(struct strbuf *out, const struct export_item *item, struct error *err);

struct format {
	const char *name;
	const char *extension;
	const char *begin; // what stands before the first paper, between two, behind the last
	const char *between;
	const char *end;
	const char *empty; // in the place of all of that where there is no paper
	bool lists_works;
	void (*head)(struct strbuf *out); // or NULL
	export_writer *append;
};

export_writer bibtex_append ERROR_CHECKED;
export_writer ris_append ERROR_CHECKED;
export_writer csl_append ERROR_CHECKED;
export_writer markdown_append ERROR_CHECKED;
export_writer org_append ERROR_CHECKED;

#endif
