// SPDX-License-Identifier: GPL-3.0-or-later
// JSON in: jansson, with caps on depth and size, and a little that readers ask of values.
#ifndef FEED_FEED_JSON_H
#define FEED_FEED_JSON_H

#include <stddef.h>

#include <jansson.h>

#include "feed/reader.h"
#include "shoroku/base/error.h"

#define JSON_DEPTH 64
#define JSON_VALUES ((size_t)1 << 18) // of one document

// One JSON text. The caller gives it back with json_decref(); NULL with `err`, which names line and
// column. What is past a cap is refused before anything is built.
json_t *feed_json_load(const struct reader_input *input, struct error *err);

// The same of JSON Lines: an array of the values, empty lines passed over.
json_t *feed_json_load_lines(const struct reader_input *input, struct error *err);

// The string under a name; NULL where there is none. Borrowed.
const char *feed_json_text(const json_t *object, const char *name);

#endif
