// SPDX-License-Identifier: GPL-3.0-or-later
// The labels of sections, as they are printed in the wild.
#include "shoroku/feed/labels.h"

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

// A label with a gloss of its own is not found below another.
static bool
may_be_framed(const struct label *label, const char *frame)
{
	bool gloss = strchr(label->text, '(') || strstr(label->text, "（");

	return !gloss || (!strchr(frame, '(') && !strstr(frame, "%s（"));
}

static bool
found(const struct labels *labels, const struct label *want, const char *frame)
{
	const struct label *label;
	struct strbuf text;
	const char *slot = strstr(frame, "%s");
	bool same;

	strbuf_init(&text);
	strbuf_add(&text, frame, (size_t)(slot - frame));
	strbuf_add_string(&text, want->text);
	strbuf_add_string(&text, slot + 2);
	label = labels_find(labels, text.data, text.length);
	same = label && label->kind == want->kind && label->role == want->role;
	if (!same)
		tap_note("not found: %s", text.data);
	strbuf_release(&text);
	return same;
}

static const struct label *
find(const struct labels *labels, const char *text)
{
	return labels_find(labels, text, strlen(text));
}

// Rows of the user's own come before the built-in ones.
static void
test_own_rows(struct labels *labels)
{
	struct error err;

	tap_ok(!find(labels, "見どころ"), "a label nobody knows");
	tap_ok(!labels_add(labels, "ja", "見どころ", "reason", &err), "is added");
	tap_ok(find(labels, "■ 見どころ：") && find(labels, "■ 見どころ：")->role == SECTION_REASON,
	       "and found");
	tap_ok(!labels_add(labels, "ja", "概要", "short", &err) &&
		   find(labels, "概要")->role == SECTION_SHORT,
	       "a row of one's own comes first");
	tap_ok(!labels_add(labels, "ja", "感想", "none", &err) &&
		   find(labels, "感想")->kind == LABEL_MATTER,
	       "what is no section can be said");
	tap_ok(labels_add(labels, "ja", "感想", "opinion", &err) && err.kind == ERROR_USAGE,
	       "no such role");
	tap_ok(labels_add(labels, "ja", "★", "reason", &err), "no letters");
}

int
main(void)
{
	struct labels *labels = labels_new();

	for (size_t i = 0; i < sizeof(frames) / sizeof(*frames); i++) {
		bool all = true;

		for (size_t j = 0; j < label_table_size; j++) {
			if (may_be_framed(&label_table[j], frames[i]))
				all = found(labels, &label_table[j], frames[i]) && all;
		}
		tap_ok(all, "every label written %s", frames[i]);
	}
	tap_ok(find(labels, "WHY NOTABLE") && find(labels, "ｔｌ；ｄｒ"), "case and width fold");
	tap_ok(find(labels, "摘要（中文）")->role == SECTION_DETAIL &&
		   find(labels, "📄 摘要（原文）")->role == SECTION_ABSTRACT,
	       "a gloss may be a part of the label");
	tap_ok(find(labels, "Authors")->kind == LABEL_AUTHORS &&
		   find(labels, "投稿日")->kind == LABEL_PUBLISHED,
	       "labels that are no sections");
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		tap_ok(!find(labels, none[i]), "no label: %s", none[i]);
	test_own_rows(labels);
	labels_free(labels);
	return tap_done();
}
