#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The readers of XML over their corpus.
exec "${top_builddir:-.}"/tests/fuzz/xml-replay "${top_srcdir:-.}"/tests/fuzz/xml/*.xml
