#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The digest reader over its corpus and some examples. An abort ends the plan early.
exec "${top_builddir:-.}"/tests/fuzz/digest-replay "${top_srcdir:-.}"/tests/fuzz/digests/*.txt \
	"${top_srcdir:-.}"/examples/2025-09-15.txt "${top_srcdir:-.}"/examples/2025-09-20.txt
