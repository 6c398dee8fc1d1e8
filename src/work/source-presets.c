// SPDX-License-Identifier: GPL-3.0-or-later
#include "work/source-presets.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/i18n.h"
#include "shoroku/work/sources.h"
#include "work/source-template.h"

// clang-format off
static const struct source_preset presets[] = {
	{ "summarxiv", "https://summarxiv.com/ja/picks/%Y-%m-%d", SOURCE_TEMPLATE, "ja",
	  N_("SummarXiv's picks of the day, in Japanese"), false },
	{ "hf-daily", "https://huggingface.co/api/daily_papers?date=%Y-%m-%d", SOURCE_TEMPLATE, "en",
	  N_("Hugging Face's daily papers"), false },
	{ "arxiv:CATEGORY", "arxiv:CATEGORY", SOURCE_ARXIV, "en",
	  N_("arXiv's new papers of categories, such as arxiv:cs.CL+astro-ph.GA"), true },
	// The last, as it is only offered where its directory is.
	{ "examples", EXAMPLESDIR, SOURCE_PATH, "ja",
	  N_("A week of examples that came with shoroku: no network needed"), false },
};
// clang-format on

// $SHOROKU_EXAMPLES before they are installed.
static const char *
examples(void)
{
	const char *directory = getenv("SHOROKU_EXAMPLES");

	return directory && *directory ? directory : EXAMPLESDIR;
}

const struct source_preset *
source_presets(size_t *count)
{
	*count = ARRAY_LENGTH(presets) - (access(examples(), R_OK) != 0);
	return presets;
}

bool
source_presets_find(const char *name, const char **url, const char **lang)
{
	for (size_t i = 0; i < ARRAY_LENGTH(presets); i++) {
		bool found = presets[i].is_pattern ? !strncmp(name, SOURCE_TEMPLATE_ARXIV,
							      strlen(SOURCE_TEMPLATE_ARXIV))
						   : !strcmp(name, presets[i].name);

		if (!found)
			continue;
		*url = presets[i].is_pattern ? name : presets[i].url;
		if (presets[i].kind == SOURCE_PATH)
			*url = examples();
		*lang = presets[i].lang;
		return true;
	}
	return false;
}
