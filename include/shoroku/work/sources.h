// SPDX-License-Identifier: GPL-3.0-or-later
// The user's sources, from `source NAME [URL] [option=value…]` in the configuration file, and the
// presets, which are off until asked for.
#ifndef SHOROKU_WORK_SOURCES_H
#define SHOROKU_WORK_SOURCES_H

#include <stddef.h>

#include "shoroku/base/arena.h"
#include "shoroku/model/source.h"
#include "shoroku/work/app.h"

// In the file's order. Does not change while it is only searched.
struct sources {
	struct source *items;
	size_t count;
	size_t capacity;
	struct arena arena; // of everything the items point to
};

void sources_init(struct sources *sources);
void sources_release(struct sources *sources); // may be used again afterwards

// Adds the sources of the configuration file. A mistake in one is told as "FILE:LINE:COLUMN: sentence"
// and that source is left out; what is no source in the file is for others. Returns the number of
// mistakes; a file that cannot be read is one.
size_t sources_read(const struct app *app, struct sources *sources,
		    void (*complain)(void *context, const char *sentence), void *context);

// What `source` takes, for tables of the configuration's commands.
#define SOURCES_USAGE "NAME [URL] [OPTION=VALUE…]"

// Reads the words after `source` into *source, everything in `arena`; there may be none or many. Without
// a URL the name is a preset's. On failure *bad says which word is wrong, and where in it (config_at() of
// config/language.h).
int sources_parse(struct arena *arena, char *const *words, size_t count, struct source *source,
		  size_t *bad, struct error *err) ERROR_CHECKED;

// The source of that name: a configured one, else the preset, else what `arxiv:CATEGORY` means.
// What the preset's source points to lives in `arena`. ERROR_NOT_FOUND where there is none,
// ERROR_USAGE for arXiv categories that cannot be.
int sources_find(const struct sources *sources, const char *name, struct arena *arena,
		 struct source *source, struct error *err) ERROR_CHECKED;

struct source_preset {
	const char *name; // "summarxiv"; "arxiv:CATEGORY" where the user says which
	const char *url;  // the name itself where it is a pattern
	enum source_kind kind;
	const char *lang; // NULL: as found
	const char *help; // one line, marked with N_()
	bool is_pattern;  // the user puts something in CATEGORY's place
};
const struct source_preset *source_presets(size_t *count);

// The options of a source: "lang", what it takes, one line about it.
struct source_option {
	const char *name;
	const char *takes; // marked with N_()
	const char *help;  // marked with N_()
};
const struct source_option *source_options(size_t *count);

// Adds a source to the end of the configuration file, which with its directory is made where it is
// missing, mode 0600. `words` are what would follow `source`: NAME [URL] [option=value…]; of a preset
// the URL is written out. Comments and order stay. ERROR_USAGE for a mistake, for a name that is taken.
// Returns 0 and, where `source` is given, the source in `arena`.
int sources_add(const struct app *app, char *const *words, size_t count, struct arena *arena,
		struct source *source, struct error *err) ERROR_CHECKED;

// Takes the lines of that source out of the file. ERROR_NOT_FOUND where none is there.
int sources_remove(const struct app *app, const char *name, struct error *err) ERROR_CHECKED;

#endif
