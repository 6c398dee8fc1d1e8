#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The readers of JSON over their corpus.
exec "${top_builddir:-.}"/tests/fuzz/json-replay "${top_srcdir:-.}"/tests/fuzz/json/*.json
