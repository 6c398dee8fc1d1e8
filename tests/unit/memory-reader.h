// SPDX-License-Identifier: GPL-3.0-or-later
// The reader without a terminal: an archive of its own, the session and the frame as the program has them,
// the canvas in memory, and keys. What threads answer is taken as the program's loop takes it. One at a
// time in a process.
#ifndef TESTS_UNIT_MEMORY_READER_H
#define TESTS_UNIT_MEMORY_READER_H

#include <stdbool.h>

#include "shoroku/work/app.h"
#include "tui/frame.h"

struct memory_reader {
	struct app app;
	struct session session;
	struct frame frame;
	struct archive *archive;
	char directory[64];
	char *config;
};

// Makes an empty archive. The environment is such that no key starts a program or asks a network.
void memory_reader_open(struct memory_reader *reader);

// By a handle of its own, before the reader is started or while it runs.
void memory_reader_import(struct memory_reader *reader, const char *source, const char *text);
void memory_reader_import_file(struct memory_reader *reader, const char *source, const char *path);
void memory_reader_import_examples(struct memory_reader *reader); // of $top_srcdir

void memory_reader_start(struct memory_reader *reader);

// False where something is left of the archive's directory.
bool memory_reader_close(struct memory_reader *reader);

// Takes what has come so far; settle() waits until nothing is on its way, and all days are loaded.
void memory_reader_collect(struct memory_reader *reader);
void memory_reader_settle(struct memory_reader *reader);

// Both draw.
void memory_reader_resize(struct memory_reader *reader, int columns, int rows);
void memory_reader_key(struct memory_reader *reader, key_code key);

void memory_reader_press(struct memory_reader *reader, const char *keys); // names, a blank between
void memory_reader_type(struct memory_reader *reader, const char *text);

// Keys by their names, what follows a "=" typed; after each it waits for what comes of it.
void memory_reader_do(struct memory_reader *reader, const char *keys);

// Loads everything anew, as after a change of unknown extent.
void memory_reader_reload(struct memory_reader *reader);

// Whether each wide glyph has both its cells, nothing else has a second one, and the cursor is inside.
bool memory_reader_is_sound(const struct memory_reader *reader);

// The first row that holds the text, −1 where none does.
int memory_reader_find(const struct memory_reader *reader, const char *text);

#endif
