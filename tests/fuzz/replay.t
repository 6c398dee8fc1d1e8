#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The fuzz targets over their corpus and the examples. An abort of a target ends the plan early.
exec "${top_builddir:-.}"/tests/fuzz/digest-replay "${top_srcdir:-.}"/tests/fuzz/corpus/*.txt \
	"${top_srcdir:-.}"/examples/2025-09-15.txt "${top_srcdir:-.}"/examples/2025-09-20.txt
