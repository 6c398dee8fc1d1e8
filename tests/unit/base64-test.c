// SPDX-License-Identifier: GPL-3.0-or-later
// The examples of RFC 4648, 10, and bytes above ASCII.
#include "shoroku/base/base64.h"

#include "tap.h"

int
main(void)
{
	static const struct {
		const char *text;
		const char *want;
	} rows[] = {
	    {"", ""},
	    {"f", "Zg=="},
	    {"fo", "Zm8="},
	    {"foo", "Zm9v"},
	    {"foob", "Zm9vYg=="},
	    {"fooba", "Zm9vYmE="},
	    {"foobar", "Zm9vYmFy"},
	    {"抄録", "5oqE6Yyy"},
	    {"\xff\xfe\xfd", "//79"},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct strbuf out;

		strbuf_init(&out);
		base64_append(&out, rows[i].text, strlen(rows[i].text));
		tap_is_str(out.data, rows[i].want, rows[i].want);
		strbuf_release(&out);
	}
	return tap_done();
}
