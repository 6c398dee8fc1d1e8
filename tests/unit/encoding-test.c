// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes in every encoding that is met, with declarations that are true, missing and wrong.
#include "shoroku/text/encoding.h"

#include <iconv.h>

#include "shoroku/base/memory.h"
#include "tap.h"

static const char japanese[] =
    "今日の論文から、分かりやすいものを三つ選んで紹介します。カタカナも書く。\n"
    "二つ目の段落は、読みやすさのためにここで終わります。\n";
static const char western[] = "Une étude sur la mémoire très longue, à l'été, où l'élève a préféré "
			      "l'œuvre naïve du théâtre.\n";

// The text in another encoding.
static char *
encode(const char *text, const char *encoding, size_t *length)
{
	iconv_t converter = iconv_open(encoding, "UTF-8");
	size_t left = strlen(text);
	size_t room = left * 4 + 16;
	char *bytes = memory_alloc(room);
	char *from = memory_strdup(text);
	char *in = from;
	char *out = bytes;

	if (converter == (iconv_t)-1 || iconv(converter, &in, &left, &out, &room) == (size_t)-1 ||
	    iconv(converter, NULL, NULL, &out, &room) == (size_t)-1)
		tap_note("cannot make %s", encoding);
	iconv_close(converter);
	*length = (size_t)(out - bytes);
	free(from);
	return bytes;
}

static void
check(const char *text, const char *encoding, const char *declared, const char *name)
{
	size_t length;
	char *bytes = encode(text, encoding, &length);
	struct strbuf out;
	struct error err = {0};

	strbuf_init(&out);
	if (encoding_decode(&out, "input", bytes, length, declared, &err))
		tap_ok(false, "%s: %s", name, err.text);
	else
		tap_is_str(out.data, text, name);
	strbuf_release(&out);
	free(bytes);
}

static void
test_detected(void)
{
	check(japanese, "UTF-8", NULL, "UTF-8");
	check(japanese, "EUC-JP", NULL, "EUC-JP");
	check(japanese, "SHIFT_JIS", NULL, "Shift_JIS");
	check(japanese, "ISO-2022-JP", NULL, "ISO-2022-JP");
	check(japanese, "UTF-16", NULL, "UTF-16 with a byte order mark");
	check("Plain words, no marks.\n", "UTF-16LE", NULL, "UTF-16LE without one");
	check("Plain words, no marks.\n", "UTF-16BE", NULL, "UTF-16BE without one");
	check(western, "WINDOWS-1252", NULL, "windows-1252");
}

static void
test_declared(void)
{
	check(japanese, "EUC-JP", "euc-jp", "declared, and so it is");
	check(japanese, "SHIFT_JIS", "x-sjis", "under an old name");
	check("①㈱髙\n", "CP932", "shift_jis", "Shift_JIS means Microsoft's");
	check(western, "ISO-8859-15", "iso-8859-15", "ISO-8859-15");
	check(japanese, "UTF-8", "us-ascii", "declared ASCII, but UTF-8");
	check(japanese, "EUC-JP", "utf-8", "declared UTF-8, but EUC-JP");
	check(japanese, "SHIFT_JIS", "iso-2022-jp", "declared ISO-2022-JP, but Shift_JIS");
	check(japanese, "UTF-8", "no-such-thing", "declared as something unknown");
	check("<?xml version=\"1.0\" encoding=\"EUC-JP\"?>\n<a>短い</a>\n", "EUC-JP", NULL,
	      "declared by XML");
	check("<html><head><meta charset=\"shift_jis\"></head>短い</html>\n", "SHIFT_JIS", NULL,
	      "declared by HTML");
	check("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=euc-jp\">短い\n",
	      "EUC-JP", NULL, "declared by HTML as of old");
}

static void
refused(const char *bytes, size_t length, const char *place, const char *name)
{
	struct strbuf out;
	struct error err = {0};

	strbuf_init(&out);
	strbuf_add_string(&out, "before");
	tap_ok(encoding_decode(&out, "letter.txt", bytes, length, NULL, &err) &&
		   err.kind == ERROR_DATA && strstr(err.text, "letter.txt") &&
		   strstr(err.text, place),
	       "%s: %s", name, err.text);
	tap_is_str(out.data, "before", "nothing is left behind");
	strbuf_release(&out);
}

int
main(void)
{
	struct strbuf out;
	struct error err;

	test_detected();
	test_declared();
	strbuf_init(&out);
	tap_ok(!encoding_decode(&out, "x",
				"\xEF\xBB\xBF"
				"a",
				4, NULL, &err) &&
		   !strcmp(out.data, "a"),
	       "a byte order mark goes");
	strbuf_clear(&out);
	tap_ok(!encoding_decode(&out, "x", "", 0, NULL, &err) && !out.length, "nothing is nothing");
	strbuf_release(&out);
	refused("論文の題\xE8\xAB 続き", strlen("論文の題") + 2 + strlen(" 続き"), "13",
		"UTF-8 cut within a character");
	refused("\x80\x81\xFE\x00\x01\x02\xFF", 7, "1", "what is no text");
	return tap_done();
}
