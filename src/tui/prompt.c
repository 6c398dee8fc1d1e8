// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/prompt.h"

#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/vec.h"
#include "shoroku/text/utf8.h"
#include "tui/view.h"

#define PROMPT_MAX_BYTES ((size_t)4096)

enum { CONTROL_A = 1, CONTROL_C = 3, CONTROL_E = 5, CONTROL_G = 7, CONTROL_U = 21, CONTROL_W = 23 };

void
prompt_init(struct prompt *prompt)
{
	*prompt = (struct prompt){0};
	strbuf_init(&prompt->text);
	strbuf_init(&prompt->candidates);
	strbuf_init(&prompt->draft);
}

void
prompt_release(struct prompt *prompt)
{
	strbuf_release(&prompt->text);
	strbuf_release(&prompt->candidates);
	strbuf_release(&prompt->draft);
}

void
prompt_open(struct prompt *prompt, const struct prompt_kind *kind)
{
	prompt_close(prompt);
	prompt->kind = kind;
}

void
prompt_open_with(struct prompt *prompt, const struct prompt_kind *kind, const char *text)
{
	prompt_open(prompt, kind);
	strbuf_add_string(&prompt->text, text);
	prompt->cursor = prompt->text.length;
}

void
prompt_close(struct prompt *prompt)
{
	prompt->kind = NULL;
	prompt->failed = false;
	prompt->cursor = 0;
	prompt->recalled = 0;
	strbuf_clear(&prompt->text);
	strbuf_clear(&prompt->candidates);
}

static void
replace(struct prompt *prompt, size_t start, size_t end, const char *bytes, size_t length)
{
	struct strbuf text;

	if (prompt->text.length - (end - start) + length > PROMPT_MAX_BYTES)
		return;
	strbuf_init(&text);
	strbuf_add(&text, prompt->text.data, start);
	strbuf_add(&text, bytes, length);
	strbuf_add(&text, prompt->text.data + end, prompt->text.length - end);
	strbuf_release(&prompt->text);
	prompt->text = text;
	prompt->cursor = start + length;
}

static void
insert(struct prompt *prompt, key_code key)
{
	struct strbuf character;

	strbuf_init(&character);
	strbuf_add_utf8(&character, key);
	replace(prompt, prompt->cursor, prompt->cursor, character.data, character.length);
	strbuf_release(&character);
}

// Text; controls and named keys are none.
static void
type(struct prompt *prompt, key_code key)
{
	if (key >= ' ' && key < KEY_FIRST_NAMED && width_of(key, WIDTH_NARROW) >= 0)
		insert(prompt, key);
}

// The start of the cluster before `offset`.
static size_t
before(const struct prompt *prompt, size_t offset)
{
	while (offset > 0) {
		uint32_t code = utf8_previous(prompt->text.data, &offset);

		if (width_of(code, WIDTH_NARROW) != 0)
			break;
	}
	return offset;
}

static size_t
after(const struct prompt *prompt, size_t offset)
{
	int cells;

	if (offset >= prompt->text.length)
		return offset;
	return offset + width_cluster(prompt->text.data + offset, prompt->text.length - offset,
				      WIDTH_NARROW, &cells);
}

static size_t
word_before(const struct prompt *prompt, size_t offset)
{
	while (offset > 0 && prompt->text.data[offset - 1] == ' ')
		offset--;
	while (offset > 0 && prompt->text.data[offset - 1] != ' ')
		offset--;
	return offset;
}

// Blanks, that of an input method too, part words, but for those between quotes, where a backslash hides one.
static size_t
word_start(const struct prompt *prompt)
{
	static const char *const blanks[] = {" ", "\u3000"};
	const char *text = prompt->text.data;
	bool quoted = false;
	size_t start = 0;

	for (size_t i = 0; i < prompt->cursor; i++) {
		if (quoted && text[i] == '\\' && i + 1 < prompt->cursor) {
			i++;
			continue;
		}
		quoted ^= text[i] == '"';
		for (size_t j = 0; !quoted && j < ARRAY_LENGTH(blanks); j++) {
			if (!strncmp(text + i, blanks[j], strlen(blanks[j])))
				start = i + strlen(blanks[j]);
		}
	}
	return start;
}

static void
find_candidates(struct session *session, struct prompt *prompt)
{
	char *word;
	size_t start = word_start(prompt);

	prompt->word_start = start;
	prompt->candidate = 0;
	strbuf_clear(&prompt->candidates);
	if (!prompt->kind->complete)
		return;
	{
		struct strbuf text;

		strbuf_init(&text);
		strbuf_add(&text, prompt->text.data + start, prompt->cursor - start);
		word = strbuf_detach(&text);
	}
	prompt->kind->complete(session, word, &prompt->candidates);
	vec_free(word);
}

// Each Tab puts the next candidate in the place of the word; after the last comes the first.
static void
complete(struct session *session, struct prompt *prompt)
{
	const char *candidate;
	size_t length;

	if (!prompt->candidates.length)
		find_candidates(session, prompt);
	if (!prompt->candidates.length)
		return;
	if (prompt->candidate >= prompt->candidates.length)
		prompt->candidate = 0;
	candidate = prompt->candidates.data + prompt->candidate;
	length = strcspn(candidate, "\n");
	replace(prompt, prompt->word_start, prompt->cursor, candidate, length);
	prompt->candidate += length + 1;
}

static unsigned
cancel(struct session *session, struct prompt *prompt)
{
	const struct prompt_kind *kind = prompt->kind;

	prompt_close(prompt);
	return REACT_REDRAW | (kind->cancelled ? kind->cancelled(session) : 0);
}

static unsigned
accept(struct session *session, struct prompt *prompt)
{
	const struct prompt_kind *kind = prompt->kind;
	bool failed = false;
	size_t failed_at = 0;
	unsigned reactions;

	if (!prompt->text.length)
		return cancel(session, prompt);
	reactions = kind->accept(session, prompt->text.data, &failed, &failed_at);
	if (failed) {
		prompt->failed = true;
		prompt->failed_at = failed_at;
	} else if (prompt->kind == kind) {
		prompt_close(prompt);
	}
	return reactions | REACT_REDRAW;
}

static void
edit(struct prompt *prompt, key_code key)
{
	switch (key) {
	case KEY_CODE_LEFT:
		prompt->cursor = before(prompt, prompt->cursor);
		break;
	case KEY_CODE_RIGHT:
		prompt->cursor = after(prompt, prompt->cursor);
		break;
	case KEY_CODE_HOME:
	case CONTROL_A:
		prompt->cursor = 0;
		break;
	case KEY_CODE_END:
	case CONTROL_E:
		prompt->cursor = prompt->text.length;
		break;
	case KEY_CODE_BACKSPACE:
		replace(prompt, before(prompt, prompt->cursor), prompt->cursor, "", 0);
		break;
	case KEY_CODE_DELETE: {
		size_t start = prompt->cursor;

		replace(prompt, start, after(prompt, start), "", 0);
		break;
	}
	case CONTROL_U:
		replace(prompt, 0, prompt->cursor, "", 0);
		break;
	case CONTROL_W:
		replace(prompt, word_before(prompt, prompt->cursor), prompt->cursor, "", 0);
		break;
	default:
		type(prompt, key);
	}
}

static void
tell_change(struct session *session, const struct prompt *prompt)
{
	if (prompt->kind && prompt->kind->changed)
		prompt->kind->changed(session, prompt->text.data);
}

void
prompt_paste(struct session *session, struct prompt *prompt, key_code key)
{
	prompt->failed = false;
	strbuf_clear(&prompt->candidates);
	type(prompt, key == KEY_TAB_CODE || key == KEY_ENTER_CODE || key == '\n' ? ' ' : key);
	tell_change(session, prompt);
}

// An older text (direction 1) or a newer one (−1); before the newest stands what was being typed.
static void
recall(struct session *session, struct prompt *prompt, int direction)
{
	size_t back = prompt->recalled + (size_t)direction;
	struct strbuf text;

	if (!prompt->kind->recall || (direction < 0 && !prompt->recalled))
		return;
	strbuf_init(&text);
	if (back == 0)
		strbuf_add_string(&text, prompt->draft.data);
	if (back == 0 || prompt->kind->recall(session, back, &text)) {
		if (!prompt->recalled) {
			strbuf_clear(&prompt->draft);
			strbuf_add_string(&prompt->draft, prompt->text.data);
		}
		prompt->recalled = back;
		replace(prompt, 0, prompt->text.length, text.data, text.length);
	}
	strbuf_release(&text);
}

unsigned
prompt_key(struct session *session, struct prompt *prompt, key_code key)
{
	prompt->failed = false;
	if (key == KEY_TAB_CODE) {
		complete(session, prompt);
		tell_change(session, prompt);
		return REACT_REDRAW;
	}
	strbuf_clear(&prompt->candidates);
	if (key == KEY_ESCAPE || key == CONTROL_C || key == CONTROL_G ||
	    (key == KEY_CODE_BACKSPACE && !prompt->text.length))
		return cancel(session, prompt);
	if (key == KEY_ENTER_CODE || key == '\n')
		return accept(session, prompt);
	if (key == KEY_CODE_UP || key == KEY_CODE_DOWN)
		recall(session, prompt, key == KEY_CODE_UP ? 1 : -1);
	else
		edit(prompt, key);
	tell_change(session, prompt);
	return REACT_REDRAW;
}

void
prompt_draw(const struct prompt *prompt, const struct pane *pane)
{
	const struct canvas *canvas = pane->canvas;
	const char *text = prompt->text.data;
	int column = canvas_put_string(pane, 0, 1, _(prompt->kind->label), STYLE_CURSOR) + 1;
	int room = pane->columns - column - 1;
	size_t start = 0;
	size_t shown = prompt->failed ? prompt->failed_at : prompt->cursor;

	// A text longer than the line is shown from where its cursor can be seen.
	while (start < shown && room > 0 &&
	       (int)width_text(text + start, shown - start, canvas->ambiguous) > room)
		start = after(prompt, start);
	canvas_put(pane, 0, column, -1, text + start, prompt->text.length - start, STYLE_NORMAL,
		   false);
	if (shown >= start)
		column += (int)width_text(text + start, shown - start, canvas->ambiguous);
	canvas_set_cursor(pane, 0, column);
}
