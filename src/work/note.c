// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/note.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "shoroku/base/file.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/paths.h"
#include "shoroku/base/process.h"
#include "shoroku/text/clean.h"

#define COMMENT_BEGIN "<!--"
#define COMMENT_END "-->"

// A title may say whatever it likes, but not where the comment ends.
static void
add_line(struct strbuf *out, const char *text)
{
	for (const char *end; (end = strstr(text, "--")); text = end + 2) {
		strbuf_add(out, text, (size_t)(end - text));
		strbuf_add_string(out, "- -");
	}
	strbuf_addf(out, "%s\n", text);
}

static void
add_authors(struct strbuf *out, const struct paper *paper)
{
	struct strbuf authors;

	strbuf_init(&authors);
	for (size_t i = 0; i < paper->author_count; i++)
		strbuf_addf(&authors, "%s%s", i ? ", " : "", paper->authors[i]);
	if (authors.length)
		add_line(out, authors.data);
	strbuf_release(&authors);
}

void
note_write(const struct load_entry *paper, struct strbuf *out)
{
	const struct paper *work = &paper->entry.paper;
	char date[DATE_TEXT_SIZE];
	struct strbuf place;

	date_format(paper->entry.date, date);
	strbuf_init(&place);
	strbuf_addf(&place, "%s · %s · %s", work->key, date, paper->entry.source);
	strbuf_add_string(out, COMMENT_BEGIN "\n");
	add_line(out, work->title);
	add_authors(out, work);
	add_line(out, place.data);
	strbuf_add_byte(out, '\n');
	add_line(out, _("What stands below this comment is the note; nothing there is no note."));
	strbuf_add_string(out, COMMENT_END "\n\n");
	if (paper->marks.note)
		strbuf_addf(out, "%s\n", paper->marks.note);
	strbuf_release(&place);
}

void
note_read(const char *text, size_t length, struct strbuf *note)
{
	struct strbuf cleaned;
	const char *start;
	const char *end;

	strbuf_init(&cleaned);
	clean_append(&cleaned, text, length, CLEAN_TEXT);
	start = cleaned.data + strspn(cleaned.data, " \n");
	if (!strncmp(start, COMMENT_BEGIN, strlen(COMMENT_BEGIN)) &&
	    (end = strstr(start, COMMENT_END)))
		start = end + strlen(COMMENT_END);
	start += strspn(start, "\n");
	end = start + strlen(start);
	while (end > start && (end[-1] == '\n' || end[-1] == ' '))
		end--;
	strbuf_add(note, start, (size_t)(end - start));
	strbuf_release(&cleaned);
}

static char *
temporary_name(void)
{
	const char *directory = getenv("TMPDIR");

	return paths_join(directory && *directory ? directory : "/tmp", "shoroku-note-XXXXXX.md");
}

static int
write_all(int fd, const struct strbuf *text, const char *path, struct error *err)
{
	for (size_t done = 0; done < text->length;) {
		ssize_t written = write(fd, text->data + done, text->length - done);

		if (written < 0 && errno != EINTR)
			return error_set_errno(err, errno, _("cannot write %s"), path);
		done += written > 0 ? (size_t)written : 0;
	}
	return 0;
}

static int
make_file(char *path, const struct load_entry *paper, struct error *err)
{
	int fd = mkstemps(path, (int)strlen(".md")); // mode 0600
	struct strbuf text;
	int result;

	if (fd < 0)
		return error_set_errno(err, errno, _("cannot make a file %s"), path);
	strbuf_init(&text);
	note_write(paper, &text);
	result = write_all(fd, &text, path, err);
	strbuf_release(&text);
	close(fd);
	if (result)
		unlink(path);
	return result;
}

static const char *
editor(void)
{
	const char *visual = getenv("VISUAL");
	const char *plain = getenv("EDITOR");

	if (visual && *visual)
		return visual;
	return plain && *plain ? plain : "vi";
}

// What was typed is not lost because the editor failed after it.
static int
edit_file(const char *path, struct strbuf *note, struct error *err)
{
	struct error failure;
	struct strbuf text;
	int result;

	if (process_run(editor(), path, &failure))
		return error_set(err, failure.kind, _("%s; the text is in %s"), failure.text, path);
	strbuf_init(&text);
	result = file_read(path, NOTE_MOST_BYTES, &text, err);
	if (!result)
		note_read(text.data, text.length, note);
	if (!result)
		unlink(path);
	strbuf_release(&text);
	return result;
}

int
note_edit(const struct load_entry *paper, struct strbuf *note, struct error *err)
{
	char *path = temporary_name();
	int result = make_file(path, paper, err);

	if (!result)
		result = edit_file(path, note, err);
	free(path);
	return result;
}
