// SPDX-License-Identifier: GPL-3.0-or-later
// The formats papers are written in for other programs: one row a format, one file a writer.
#ifndef SHOROKU_EXPORT_FORMAT_H
#define SHOROKU_EXPORT_FORMAT_H

#include <stddef.h>

struct format;

#define FORMAT_NAMES "text|tsv|json|jsonl|bibtex|ris|csl|markdown|org"

size_t format_count(void);
const struct format *format_at(size_t index);

// NULL where there is none by that name.
const struct format *format_find(const char *name);

// The format a file's name ends in, such as refs.bib; NULL where it ends in none.
const struct format *format_of_file(const char *path);

const char *format_name(const struct format *format);
const char *format_extension(const struct format *format); // "bib"

#endif
