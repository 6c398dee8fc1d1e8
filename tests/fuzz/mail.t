#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The readers of arXiv's text forms over their corpus.
exec "${top_builddir:-.}"/tests/fuzz/mail-replay "${top_srcdir:-.}"/tests/fuzz/mail/*.txt
