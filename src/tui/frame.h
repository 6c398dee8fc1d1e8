// SPDX-License-Identifier: GPL-3.0-or-later
// The frame: three panes (days, papers, paper) of which as many are shown as fit, views lying over
// them, one line of status at the top and one of hints at the bottom. It alone lays out, moves
// between views and quits.
#ifndef TUI_FRAME_H
#define TUI_FRAME_H

#include <stdbool.h>

#include "tui/session.h"
#include "tui/terminal.h"
#include "tui/view.h"

enum frame_pane { FRAME_DAYS, FRAME_PAPERS, FRAME_PAPER, FRAME_PANES };

#define FRAME_MAX_OVERLAYS 4

struct frame_view {
	const struct view_ops *ops;
	void *state;
	struct pane pane; // where it was last drawn; no rows when it is not shown
};

struct frame {
	struct session *session;
	struct frame_view panes[FRAME_PANES];
	enum frame_pane focus;
	struct frame_view overlays[FRAME_MAX_OVERLAYS]; // the last one has the keys
	size_t overlay_count;
	struct canvas canvas;
	bool undrawn; // what a key did may have moved lines that are not laid out yet
	bool pasting; // keys are text until the paste ends
	bool quit;
	bool suspend;
	bool repaint;
};

void frame_init(struct frame *frame, struct session *session);
void frame_release(struct frame *frame);

void frame_resize(struct frame *frame, int rows, int columns);
void frame_draw(struct frame *frame); // into frame->canvas
void frame_key(struct frame *frame, key_code key);
void frame_mouse(struct frame *frame, struct terminal_mouse mouse);
void frame_reloaded(struct frame *frame);			  // the browser has new data
void frame_push(struct frame *frame, const struct view_ops *ops); // over the others
void frame_focus(struct frame *frame, enum frame_pane pane);

// Takes what the thread of related papers answered, see tui/related.h.
bool frame_collect_related(struct frame *frame);

// The view that has the keys.
struct frame_view *frame_active(struct frame *frame);

#endif
