// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/arxiv-mail.h"

#include <string.h>
#include <strings.h>

#include "feed/arxiv-text.h"
#include "feed/feed-date.h"
#include "feed/mail-body.h"
#include "feed/sniff.h"
#include "feed/source-name.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/i18n.h"

#define LIKES_BYTES ((size_t)64 << 10)

struct mail {
	struct listing listing;
	struct reader_output *output;
	date_day date;	    // of the header
	date_day as_of;	    // of a listing's heading
	date_day closed;    // the end of what it covers
	const char *source; // after the archive in its subject; NULL: not told
	bool in_header;
	bool is_arxiv;
};

static bool
likes_plain(const struct reader_input *input)
{
	static const char *const signs[] = {"\\\\\narXiv:", "\\\\\r\narXiv:", "\\\\\nPaper",
					    "\\\\\r\nPaper"};

	for (size_t i = 0; i < ARRAY_LENGTH(signs); i++) {
		if (sniff_has(input, LIKES_BYTES, signs[i]))
			return true;
	}
	return sniff_has(input, LIKES_BYTES, "Submissions to:") &&
	       sniff_has(input, LIKES_BYTES, " received from ");
}

static bool
likes(const struct reader_input *input)
{
	struct reader_input decoded = *input;
	struct strbuf text;
	struct error ignored;
	bool result;

	if (likes_plain(input))
		return true;
	if (!mail_body_is_encoded(input->text, input->length))
		return false;
	strbuf_init(&text);
	result = !mail_body_decode(&text, input->from->name, input->text, input->length, &ignored);
	decoded.text = text.data;
	decoded.length = text.length;
	result = result && likes_plain(&decoded);
	strbuf_release(&text);
	return result;
}

static void
finish_mail(struct mail *mail)
{
	struct digest model = {.date = mail->date, .date_origin = DATE_FROM_METADATA, .lang = "en"};
	struct listing *listing = &mail->listing;

	model.source = mail->source;
	if (mail->date == DATE_NONE && mail->as_of != DATE_NONE) {
		model.date = mail->as_of;
		model.date_origin = DATE_FROM_HEADING;
	}
	for (size_t i = 0; mail->closed != DATE_NONE && i < listing->entries.count; i++)
		listing->entries.items[i].date = mail->closed;
	if (model.date == DATE_NONE && !listing->entries.count)
		model.date = mail->closed;
	if (model.date == DATE_NONE && mail->closed == DATE_NONE)
		model.date_origin = DATE_FROM_PAPERS;
	if (listing->entries.count || mail->is_arxiv)
		listing_finish(listing, &model, mail->output);
	mail->date = mail->as_of = mail->closed = DATE_NONE;
	mail->is_arxiv = false;
	mail->source = NULL;
}

static bool
begins(const char *line, size_t length, const char *prefix)
{
	return length >= strlen(prefix) && !strncasecmp(line, prefix, strlen(prefix));
}

// " received from  Wed 15 Mar 23 18:00:00 GMT  to  Thu 16 Mar 23 18:00:00 GMT"
static void
take_period(struct mail *mail, const char *line, size_t length)
{
	const char *text = arena_strndup(mail->listing.arena, line, length);
	const char *to = strstr(text, " to ");

	mail->is_arxiv = true;
	if (to)
		mail->closed = feed_date(to + 4);
}

// "q-fin.EC daily Subj-class mailing"
static void
take_subject(struct mail *mail, const char *line, size_t length)
{
	const char *text = arena_strndup(mail->listing.arena, line, length);

	text += strspn(text, " ");
	length = strcspn(text, " ");
	if (!strncmp(text + length, " daily ", 7))
		mail->source = source_name_make(mail->listing.arena, "arxiv-", text, length);
}

static void
take_line(struct mail *mail, struct arxiv_text *lines, const char *line, size_t length)
{
	if (begins(line, length, "From ")) {
		finish_mail(mail);
		mail->in_header = true;
	} else if (mail->in_header && !length) {
		mail->in_header = false;
	} else if (mail->in_header && begins(line, length, "Date:")) {
		mail->date = feed_date(arena_strndup(mail->listing.arena, line + 5, length - 5));
	} else if (mail->in_header && begins(line, length, "Subject:")) {
		take_subject(mail, line + 8, length - 8);
	} else if (begins(line, length, "Papers received as of ")) {
		mail->is_arxiv = true;
		mail->as_of = feed_date(arena_strndup(mail->listing.arena, line + 22, length - 22));
	} else if (begins(line, length, " received from ")) {
		take_period(mail, line, length);
	} else if (arxiv_text_is_frame(line, length)) {
		mail->in_header = false;
		arxiv_text_read(lines, &mail->listing);
	}
}

static int
read_lines(const struct reader_input *input, const char *text, size_t size,
	   struct reader_output *output, struct error *err)
{
	struct arxiv_text lines = {text, text + size};
	struct mail mail = {.output = output,
			    .in_header = true,
			    .date = DATE_NONE,
			    .as_of = DATE_NONE,
			    .closed = DATE_NONE};
	const char *line;
	size_t length;

	listing_init(&mail.listing, input, output);
	while (arxiv_text_next(&lines, &line, &length))
		take_line(&mail, &lines, line, length);
	finish_mail(&mail);
	if (listing_close(&mail.listing, 0, err))
		return -1;
	if (!output->digests.count)
		return error_set(err, ERROR_DATA,
				 _("%s is no mail of arXiv's; looked for papers between \\\\"),
				 input->from->name);
	return 0;
}

static int
read_mails(const struct reader_input *input, struct reader_output *output, struct error *err)
{
	struct strbuf decoded;
	int result;

	if (!mail_body_is_encoded(input->text, input->length))
		return read_lines(input, input->text, input->length, output, err);
	strbuf_init(&decoded);
	result = mail_body_decode(&decoded, input->from->name, input->text, input->length, err);
	if (!result)
		result = read_lines(input, decoded.data, decoded.length, output, err);
	strbuf_release(&decoded);
	return result;
}

const struct reader arxiv_mail_reader = {
    .name = "arxiv-mail",
    .description = N_("arXiv's subscription mails, one or an mbox"),
    .source = "arxiv",
    .version = 2, // 2: base64, parts of mails
    .likes = likes,
    .read = read_mails,
};
