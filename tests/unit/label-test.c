// SPDX-License-Identifier: GPL-3.0-or-later
// The labels of sections, as they are printed in the wild.
#include "shoroku/feed/label.h"

#include "shoroku/base/strbuf.h"
#include "tap.h"

static const char *const frames[] = {"%s",    "%s:",	      "%s：",	    "**%s**", "## %s",
				     "1. %s", "%s (SNS向け)", "%s（長い）", "（2）%s"};
static const char *const none[] = {"",
				   "選定理由を述べる",
				   "要約すると、こうなる。",
				   "Summary of the method",
				   "In brief, it works",
				   "理由と意義",
				   "123",
				   "()"};

static bool
found(const struct label *want, const char *frame)
{
	const struct label *label;
	struct strbuf text;
	const char *slot = strstr(frame, "%s");

	strbuf_init(&text);
	strbuf_add(&text, frame, (size_t)(slot - frame));
	strbuf_add_string(&text, want->text);
	strbuf_add_string(&text, slot + 2);
	label = label_find(text.data, text.length);
	if (label != want)
		tap_note("not found: %s", text.data);
	strbuf_release(&text);
	return label == want;
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(frames) / sizeof(*frames); i++) {
		bool all = true;

		for (size_t j = 0; j < label_table_size; j++)
			all = found(&label_table[j], frames[i]) && all;
		tap_ok(all, "every label written %s", frames[i]);
	}
	tap_ok(label_find("WHY NOTABLE", 11) && label_find("ｔｌ；ｄｒ", 15),
	       "case and width fold");
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		tap_ok(!label_find(none[i], strlen(none[i])), "no label: %s", none[i]);
	return tap_done();
}
