#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The readers of Markdown and HTML and the extractor over their corpora. An abort ends the plan early.
corpus=${top_srcdir:-.}/tests/fuzz
programs=${top_builddir:-.}/tests/fuzz
{
	"$programs"/markdown-replay "$corpus"/markdown/*.md || echo "not ok - markdown: exit $?"
	"$programs"/html-replay "$corpus"/html/*.html || echo "not ok - html: exit $?"
	"$programs"/extract-replay "$corpus"/blocks/*.txt || echo "not ok - extract: exit $?"
} | awk '/^1\.\./ { next }
	/^(not )?ok/ { count++; sub(/ok [0-9]*/, "ok " count) }
	{ print; fflush() }
	END { print "1.." count }'
