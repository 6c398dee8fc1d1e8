// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/export/tally.h"

#include <jansson.h>

#include "shoroku/base/error.h"

static void
set(json_t *object, const char *name, json_t *value)
{
	if (json_object_set_new_nocheck(object, name, value))
		error_out_of_memory();
}

static int
append_bytes(const char *bytes, size_t length, void *out)
{
	strbuf_add(out, bytes, length);
	return 0;
}

void
tally_append_json(struct strbuf *out, const struct tally *tally)
{
	json_t *object = json_object();

	set(object, tally->group, json_string_nocheck(tally->name));
	set(object, "papers", json_integer((json_int_t)tally->papers));
	if (tally->has_read)
		set(object, "read", json_integer((json_int_t)tally->read));
	if (json_dump_callback(object, append_bytes, out, 0))
		error_out_of_memory();
	json_decref(object);
}

void
tally_append_tsv(struct strbuf *out, const struct tally *tally)
{
	strbuf_addf(out, "%s\t%zu", tally->name, tally->papers);
	if (tally->has_read)
		strbuf_addf(out, "\t%zu", tally->read);
}

void
tally_append_tsv_header(struct strbuf *out, bool has_read)
{
	strbuf_add_string(out, has_read ? "name\tpapers\tread\n" : "name\tpapers\n");
}
