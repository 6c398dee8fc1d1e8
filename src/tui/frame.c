// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/frame.h"

#include <string.h>

#include "shoroku/base/i18n.h"
#include "tui/bars.h"
#include "tui/paper-view.h"
#include "tui/views.h"

enum { THREE_PANES = 120, TWO_PANES = 80, LEAST_ROWS_FOR_TWO = 16 };
enum { DAYS_COLUMNS = 26, LIST_OVER_READER_ROWS = 8 };

void
frame_init(struct frame *frame, struct session *session)
{
	static const struct view_ops *const ops[FRAME_PANES] = {
	    [FRAME_DAYS] = &days_view_ops,
	    [FRAME_PAPERS] = &papers_view_ops,
	    [FRAME_PAPER] = &paper_view_ops,
	};

	*frame = (struct frame){.session = session, .focus = FRAME_PAPERS};
	canvas_init(&frame->canvas);
	for (int i = 0; i < FRAME_PANES; i++) {
		frame->panes[i].ops = ops[i];
		frame->panes[i].state = ops[i]->start(session);
	}
}

void
frame_release(struct frame *frame)
{
	for (int i = 0; i < FRAME_PANES; i++)
		frame->panes[i].ops->release(frame->panes[i].state);
	while (frame->overlay_count) {
		struct frame_view *view = &frame->overlays[--frame->overlay_count];

		view->ops->release(view->state);
	}
	canvas_release(&frame->canvas);
}

struct frame_view *
frame_active(struct frame *frame)
{
	if (frame->overlay_count)
		return &frame->overlays[frame->overlay_count - 1];
	return &frame->panes[frame->focus];
}

void
frame_resize(struct frame *frame, int rows, int columns)
{
	canvas_resize(&frame->canvas, rows, columns);
}

void
frame_reloaded(struct frame *frame)
{
	chosen_prune(&frame->session->chosen, &frame->session->browser.papers);
	for (int i = 0; i < FRAME_PANES; i++) {
		const struct frame_view *view = &frame->panes[i];

		if (view->ops->reloaded)
			view->ops->reloaded(frame->session, view->state);
	}
}

// --- layout

static void
draw_pane(struct frame *frame, enum frame_pane which, const struct pane *pane)
{
	struct frame_view *view = &frame->panes[which];

	view->pane = *pane;
	view->ops->draw(frame->session, view->state, pane,
			which == frame->focus && !frame->overlay_count);
}

static void
draw_three(struct frame *frame, const struct pane *body)
{
	int rest = body->columns - DAYS_COLUMNS - 2;
	int papers = rest * 9 / 20 < 70 ? rest * 9 / 20 : 70;
	struct pane days = canvas_part(body, 0, 0, body->rows, DAYS_COLUMNS);
	struct pane list = canvas_part(body, 0, DAYS_COLUMNS + 1, body->rows, papers);
	struct pane paper =
	    canvas_part(body, 0, DAYS_COLUMNS + papers + 2, body->rows, body->columns);

	draw_pane(frame, FRAME_DAYS, &days);
	canvas_rule_vertical(body, DAYS_COLUMNS);
	draw_pane(frame, FRAME_PAPERS, &list);
	canvas_rule_vertical(body, DAYS_COLUMNS + papers + 1);
	draw_pane(frame, FRAME_PAPER, &paper);
}

static void
draw_list_over_reader(struct frame *frame, const struct pane *body)
{
	int most = body->rows / 3 > LIST_OVER_READER_ROWS ? body->rows / 3 : LIST_OVER_READER_ROWS;
	int papers = browser_rows(&frame->session->browser, most);
	int rows = papers < 1 ? 2 : papers < most ? papers : most;
	struct pane list = canvas_part(body, 0, 0, rows, body->columns);
	struct pane paper = canvas_part(body, rows + 1, 0, body->rows - rows - 1, body->columns);

	draw_pane(frame, FRAME_PAPERS, &list);
	canvas_rule_horizontal(body, rows);
	draw_pane(frame, FRAME_PAPER, &paper);
}

static void
draw_body(struct frame *frame, const struct pane *body)
{
	for (int i = 0; i < FRAME_PANES; i++)
		frame->panes[i].pane.rows = 0;
	if (frame->overlay_count) {
		struct frame_view *view = frame_active(frame);

		view->pane = *body;
		view->ops->draw(frame->session, view->state, body, true);
	} else if (body->columns >= THREE_PANES) {
		draw_three(frame, body);
	} else if (body->columns >= TWO_PANES && body->rows >= LEAST_ROWS_FOR_TWO &&
		   frame->focus == FRAME_PAPERS) {
		draw_list_over_reader(frame, body);
	} else {
		draw_pane(frame, frame->focus, body);
	}
}

static void
draw_bars(struct frame *frame, const struct pane *screen)
{
	const struct frame_view *view = frame_active(frame);
	const struct frame_view *paper = &frame->panes[FRAME_PAPER];
	struct strbuf title;
	struct strbuf place;

	strbuf_init(&title);
	strbuf_init(&place);
	if (frame->overlay_count)
		strbuf_add_string(&title, _(view->ops->title));
	if (frame->overlay_count && view->ops->status)
		view->ops->status(frame->session, &title);
	if (!frame->overlay_count && paper->pane.rows > 0)
		paper_view_place(frame->session, paper->state, &place);
	if (screen->rows > 1)
		bars_draw_status(frame->session, screen, frame->overlay_count ? title.data : NULL);
	bars_draw_bottom(frame->session, screen, view->ops->tables, place.data);
	strbuf_release(&title);
	strbuf_release(&place);
}

void
frame_draw(struct frame *frame)
{
	struct canvas *canvas = &frame->canvas;
	struct pane whole;
	struct pane body;

	frame->undrawn = false;
	canvas_set_ambiguous(canvas, session_ambiguous(frame->session));
	canvas_clear(canvas);
	whole = canvas_whole(canvas);
	body = canvas_part(&whole, 1, 0, canvas->rows - 2, canvas->columns);
	if (body.rows > 0)
		draw_body(frame, &body);
	draw_bars(frame, &whole);
}

// --- moving between views

static void
leave_pane(struct frame *frame)
{
	struct frame_view *view = &frame->panes[frame->focus];

	if (view->ops->left)
		view->ops->left(frame->session, view->state);
}

void
frame_focus(struct frame *frame, enum frame_pane pane)
{
	if (pane == frame->focus)
		return;
	leave_pane(frame);
	frame->focus = pane;
}

void
frame_push(struct frame *frame, const struct view_ops *ops)
{
	struct frame_view *view;

	if (frame->overlay_count == FRAME_MAX_OVERLAYS || frame_active(frame)->ops == ops)
		return;
	view = &frame->overlays[frame->overlay_count];
	*view = (struct frame_view){.ops = ops};
	view->state = ops->start(frame->session);
	frame->overlay_count++;
}

static void
pop(struct frame *frame)
{
	struct frame_view *view = &frame->overlays[--frame->overlay_count];

	view->ops->release(view->state);
}

static void
go_back(struct frame *frame)
{
	if (frame->overlay_count)
		pop(frame);
	else if (frame->focus > FRAME_DAYS)
		frame_focus(frame, frame->focus - 1);
}

static void
go_forth(struct frame *frame)
{
	if (!frame->overlay_count && frame->focus < FRAME_PAPER)
		frame_focus(frame, frame->focus + 1);
}

static void
react(struct frame *frame, unsigned reactions)
{
	struct frame_view *view = frame_active(frame);

	if (reactions & REACT_MOVED && view->ops->moved)
		view->ops->moved(frame->session, view->state);
	if (reactions & (REACT_PAPERS | REACT_PAPER)) {
		while (frame->overlay_count)
			pop(frame);
		frame_focus(frame, reactions & REACT_PAPER ? FRAME_PAPER : FRAME_PAPERS);
	}
	if (reactions & REACT_OPEN)
		go_forth(frame);
	if (reactions & REACT_BACK)
		go_back(frame);
	if (reactions & REACT_PUSH)
		frame_push(frame, frame->session->pushed);
	if (reactions & REACT_QUIT) {
		leave_pane(frame);
		frame->quit = true;
	}
	frame->suspend |= (reactions & REACT_SUSPEND) != 0;
	frame->repaint |= (reactions & REACT_REPAINT) != 0;
	frame_reloaded(frame);
	frame->undrawn = true;
}

bool
frame_collect_related(struct frame *frame)
{
	struct session *session = frame->session;

	session->to_papers = false;
	if (!related_collect(session, frame->overlay_count > 0))
		return false;
	if (session->to_papers)
		frame_focus(frame, FRAME_PAPERS);
	return true;
}

// --- input

// Views move by the lines they last drew, so keys that came in one go are drawn for one by one, in
// memory.
static void
run_action(struct frame *frame, const struct action *action)
{
	struct session *session = frame->session;

	if (action->needs && !action->needs(session)) {
		session_say(session, _("there is nothing to do that with"));
		return;
	}
	react(frame, action->run(session, frame_active(frame)->state));
}

static void
view_key(struct frame *frame, key_code key)
{
	struct session *session = frame->session;
	const struct action *action =
	    keymap_find_possible(&session->keymap, frame_active(frame)->ops->tables, key, session);
	char name[KEY_LABEL_SIZE];

	if (frame->undrawn)
		frame_draw(frame);
	if (!action)
		action = keymap_find(&session->keymap, keymap_anywhere(), key);
	if (!action) {
		key_label(key, name);
		session_say(session, _("%s does nothing here; ? shows the keys"), name);
		return;
	}
	run_action(frame, action);
}

static bool
has_table(const struct view_ops *ops, const struct action_table *wanted)
{
	bool found = !wanted;

	for (const struct action_table *const *table = ops->tables; *table; table++)
		found |= *table == wanted;
	for (const struct action_table *const *table = keymap_anywhere(); *table; table++)
		found |= *table == wanted;
	return found;
}

// What was asked for by its name or in the help, in the view that has the keys now.
static void
run_invoked(struct frame *frame)
{
	struct session *session = frame->session;
	const struct action *action = session->invoked;
	const struct action_table *table = session->invoked_table;

	session->invoked = NULL;
	session->invoked_table = NULL;
	if (action && has_table(frame_active(frame)->ops, table))
		run_action(frame, action);
	else if (action)
		session_say(session, _("%s is an action of the view %s"), action->name,
			    table->name);
}

static void
paste_key(struct session *session, key_code key)
{
	if (session->prompt.kind)
		prompt_paste(session, &session->prompt, key);
	else
		session_say(session, _("text is pasted into prompts; : and t open one"));
}

void
frame_key(struct frame *frame, key_code key)
{
	struct session *session = frame->session;

	if (key == KEY_CODE_PASTE_BEGIN || key == KEY_CODE_PASTE_END) {
		frame->pasting = key == KEY_CODE_PASTE_BEGIN;
		return;
	}
	session->message.text[0] = '\0';
	session->view = frame_active(frame)->ops;
	if (frame->pasting)
		paste_key(session, key);
	else if (session->prompt.kind)
		react(frame, prompt_key(session, &session->prompt, key));
	else
		view_key(frame, key_narrow(key));
	run_invoked(frame);
}

static bool
contains(const struct pane *pane, int row, int column)
{
	return row >= pane->row && row < pane->row + pane->rows && column >= pane->column &&
	       column < pane->column + pane->columns;
}

static void
wheel(struct frame *frame, struct terminal_mouse mouse)
{
	struct frame_view *view = frame_active(frame);
	unsigned reactions = REACT_NOTHING;

	if (view->ops->wheel && contains(&view->pane, mouse.row, mouse.column))
		reactions =
		    view->ops->wheel(frame->session, view->state, mouse.row - view->pane.row,
				     mouse.column - view->pane.column, mouse.wheel);
	if (reactions)
		react(frame, reactions);
	for (int i = 0; !reactions && i < 3; i++)
		frame_key(frame, mouse.wheel < 0 ? KEY_CODE_UP : KEY_CODE_DOWN);
}

void
frame_mouse(struct frame *frame, struct terminal_mouse mouse)
{
	struct session *session = frame->session;

	if (session->prompt.kind)
		return;
	if (frame->undrawn)
		frame_draw(frame);
	for (int i = 0; !frame->overlay_count && i < FRAME_PANES; i++) {
		if (contains(&frame->panes[i].pane, mouse.row, mouse.column))
			frame_focus(frame, (enum frame_pane)i);
	}
	if (mouse.wheel) {
		wheel(frame, mouse);
	} else {
		struct frame_view *view = frame_active(frame);

		if (view->ops->click && contains(&view->pane, mouse.row, mouse.column))
			react(frame,
			      view->ops->click(session, view->state, mouse.row - view->pane.row,
					       mouse.column - view->pane.column));
	}
}
