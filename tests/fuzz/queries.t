#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Queries of any bytes. An abort ends the plan early.
exec "${top_builddir:-.}"/tests/fuzz/query-replay "${top_srcdir:-.}"/tests/fuzz/queries/*.txt
