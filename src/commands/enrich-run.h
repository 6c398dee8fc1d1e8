// SPDX-License-Identifier: GPL-3.0-or-later
// Enriching as a part of another command.
#ifndef COMMANDS_ENRICH_RUN_H
#define COMMANDS_ENRICH_RUN_H

#include "shoroku/archive/archive.h"
#include "shoroku/model/source.h"
#include "shoroku/work/app.h"

// Asks arXiv about the papers of a source that have no abstract, and says what came of it. The signals
// that end a run are blocked by the caller. `archive` is open for ARCHIVE_IMPORT. Returns the exit code.
int command_enrich_source(const struct app *app, struct archive *archive,
			  const struct source *source);

#endif
