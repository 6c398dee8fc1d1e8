// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/arxiv-abs.h"

#include "feed/arxiv-text.h"
#include "shoroku/base/i18n.h"

// Up to the first frame: nothing but rules and empty lines may stand before it.
static bool
find_frame(struct arxiv_text *lines)
{
	const char *line;
	size_t length;

	while (arxiv_text_next(lines, &line, &length)) {
		if (arxiv_text_is_frame(line, length))
			return length == 2;
		if (length && !arxiv_text_is_rule(line, length))
			return false;
	}
	return false;
}

// Three bare frames: a mail's papers end in one with an address.
static bool
likes(const struct reader_input *input)
{
	struct arxiv_text lines = {input->text, input->text + input->length};
	const char *line;
	size_t length;
	int frames = 1;

	if (!find_frame(&lines))
		return false;
	while (arxiv_text_next(&lines, &line, &length)) {
		if (arxiv_text_is_frame(line, length)) {
			if (length > 2 || ++frames > 3)
				return false;
		} else if (frames == 3 && length) {
			return false;
		}
	}
	return frames == 3;
}

static int
read_file(const struct reader_input *input, struct reader_output *output, struct error *err)
{
	struct arxiv_text lines = {input->text, input->text + input->length};
	struct listing listing;
	struct digest model = {.date = DATE_NONE, .date_origin = DATE_FROM_PAPERS, .lang = "en"};
	int result = 0;

	listing_init(&listing, input, output);
	if (find_frame(&lines))
		arxiv_text_read(&lines, &listing);
	if (!listing.entries.count)
		result = error_set(err, ERROR_DATA,
				   _("%s is no .abs file of arXiv's; looked for \\\\ and a title"),
				   input->from->name);
	else
		listing_finish(&listing, &model, output);
	return listing_close(&listing, result, err);
}

const struct reader arxiv_abs_reader = {
    .name = "arxiv-abs",
    .description = N_("an .abs file of arXiv's"),
    .source = "arxiv",
    .version = 2, // 2: authors in catalogue order
    .likes = likes,
    .read = read_file,
};
